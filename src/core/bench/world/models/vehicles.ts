import { Matrix4 } from 'three';
import { cos, rotationX, rotationY, rotationZ, sin } from '../exact-maths.ts';
import { body, named, posable } from './assemble.ts';
import type { Mesh, Model, ModelOptions, ModelPart, PosableModel } from './contract.ts';
import { blockAt } from './mesh/block-at.ts';
import { extrude, type OutlinePoint } from './mesh/extrude.ts';
import { lathe } from './mesh/lathe.ts';
import { moved, turned } from './mesh/moved.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
import { paint } from './paints.ts';

/** Factor that makes a toy of 26 cm from a car. */
export const toyScale = 0.062;

export interface RollPose {
  /** Metres driven forward (+z) at the model's own scale: turns the wheels without slipping. */
  readonly driven: number;
  /** Steering angle of the front wheels, radians, to the left positive. */
  readonly steer: number;
}

interface Shape {
  readonly noun: string;
  readonly wider: readonly string[];
  /** z and y of the side, counter-clockwise with z to the right. */
  readonly side: readonly OutlinePoint[];
  readonly width: number;
  readonly bevel: number;
  /** Glass as side outlines (a little wider than the cabin) and slanted panes. */
  readonly windows: readonly (readonly OutlinePoint[])[];
  readonly panes: readonly Pane[];
  readonly axles: readonly [front: number, rear: number];
  readonly wheel: number;
  readonly length: number;
  readonly height: number;
  readonly extras?: (accent: ModelOptions['accent']) => readonly ModelPart[];
}

/** A pane between two points of the side outline. */
interface Pane {
  readonly from: OutlinePoint;
  readonly to: OutlinePoint;
  readonly width: number;
}

/** Saloon car, 4.2 m long; `scale: toyScale` makes a toy. Faces +z. */
export function car(options: ModelOptions = {}): PosableModel<RollPose> {
  return vehicle(
    {
      noun: 'car',
      wider: ['vehicle', 'thing'],
      side: [
        [-2.08, 0.3],
        [2.06, 0.28],
        [2.12, 0.5],
        [2.05, 0.74],
        [1.85, 0.84],
        [1.0, 0.95],
        [0.35, 1.4],
        [-0.05, 1.47],
        [-0.75, 1.46],
        [-1.15, 1.36],
        [-1.72, 1.0],
        [-2.05, 0.95],
        [-2.13, 0.72],
        [-2.12, 0.45],
      ],
      width: 1.72,
      bevel: 0.1,
      windows: [
        [
          [-0.3, 0.96],
          [0.78, 0.96],
          [0.28, 1.33],
          [-0.04, 1.39],
          [-0.3, 1.39],
        ],
        [
          [-1.45, 0.98],
          [-0.42, 0.96],
          [-0.42, 1.39],
          [-0.74, 1.38],
          [-1.05, 1.3],
        ],
      ],
      panes: [
        { from: [0.95, 0.985], to: [0.4, 1.365], width: 1.42 },
        { from: [-1.21, 1.32], to: [-1.66, 1.04], width: 1.42 },
      ],
      axles: [1.3, -1.32],
      wheel: 0.33,
      length: 4.25,
      height: 1.47,
      extras: lightsOf(2.1, -2.12, 0.66, 0.58),
    },
    options,
  );
}

/** Delivery van, 5 m long. */
export function van(options: ModelOptions = {}): PosableModel<RollPose> {
  return vehicle(
    {
      noun: 'van',
      wider: ['vehicle', 'thing'],
      side: [
        [-2.5, 0.34],
        [2.42, 0.32],
        [2.5, 0.6],
        [2.46, 0.95],
        [1.95, 1.16],
        [1.3, 2.05],
        [1.05, 2.17],
        [-2.4, 2.2],
        [-2.5, 2.1],
      ],
      width: 1.95,
      bevel: 0.1,
      windows: [
        [
          [0.5, 1.18],
          [1.66, 1.18],
          [1.2, 1.86],
          [0.5, 1.86],
        ],
      ],
      panes: [{ from: [1.9, 1.23], to: [1.36, 1.97], width: 1.62 }],
      axles: [1.55, -1.55],
      wheel: 0.36,
      length: 5,
      height: 2.2,
      extras: lightsOf(2.46, -2.5, 0.8, 0.72),
    },
    options,
  );
}

/** Lorry, 6.4 m long, with a box (colour `accent`) behind the cab. */
export function truck(options: ModelOptions = {}): PosableModel<RollPose> {
  return vehicle(
    {
      noun: 'truck',
      wider: ['lorry', 'vehicle', 'thing'],
      side: [
        [-3.2, 0.55],
        [3.08, 0.5],
        [3.15, 0.75],
        [3.12, 1.3],
        [2.92, 2.3],
        [2.7, 2.42],
        [1.45, 2.42],
        [1.4, 0.98],
        [-3.2, 0.9],
      ],
      width: 2.1,
      bevel: 0.07,
      windows: [
        [
          [1.85, 1.4],
          [2.92, 1.4],
          [2.78, 2.12],
          [1.85, 2.12],
        ],
      ],
      panes: [{ from: [3.1, 1.4], to: [2.95, 2.18], width: 1.8 }],
      axles: [2.2, -1.9],
      wheel: 0.48,
      length: 6.4,
      height: 2.9,
      extras: (accent) => [
        named('cargo box', blockAt([2.2, 1.95, 4.35], [0, 0.95, -1.0], 0.05), paint(accent ?? 'white', 0.5)),
        ...lightsOf(3.1, -3.2, 0.85, 0.72)(),
      ],
    },
    options,
  );
}

function vehicle(shape: Shape, { color = 'red', accent, scale = 1, random }: ModelOptions): PosableModel<RollPose> {
  const { width, wheel, axles } = shape;
  const coat = paint(color, 0.15, {}, random);
  const glass = paint('black', 0.08, { color: [0.16, 0.2, 0.25] });
  const windows = mergeMeshes([
    ...shape.windows.map((outline) => across(extrude(outline, width + 0.012, 0.004))),
    ...shape.panes.map(paneMesh),
  ]);
  const corners = ['front left', 'front right', 'rear left', 'rear right'].map((name, i): [string, number, number] => [
    name,
    (i % 2 === 0 ? 1 : -1) * (width / 2 - 0.07),
    axles[i < 2 ? 0 : 1],
  ]);
  const toy = scale < 0.2;
  const tyre = wheelMesh(wheel, 0.2);
  const hub = hubMesh(wheel, 0.2);
  const model: Model = {
    noun: shape.noun,
    wider: toy ? ['toy', ...shape.wider] : shape.wider,
    shapes: ['wide'],
    colors: [color],
    size: [width, shape.height, shape.length],
    parts: [
      body('body', across(extrude(shape.side, width, shape.bevel)), coat),
      body('arches', archesOf(shape), paint('black', 0.95)),
      named('window', windows, glass, 'windows'),
      ...(shape.extras?.(accent) ?? []),
      ...corners.flatMap(([name]) => [
        named('wheel', tyre, paint('black', 0.9), `${name} wheel`),
        named('wheel', hub, paint('gray', 0.25), `${name} wheel`),
      ]),
    ],
  };
  const still = Array.from({ length: model.parts.length - 8 }, () => new Matrix4());
  return posable<RollPose>(model, scale, ({ driven = 0, steer = 0 }) => [
    ...still,
    ...corners.flatMap(([, x, z], i) => {
      const matrix = new Matrix4().makeTranslation(x, wheel, z);
      if (i < 2) matrix.multiply(rotationY(steer));
      // The hub's outside points away from the car.
      matrix.multiply(rotationX(driven / scale / wheel)).multiply(rotationY(x > 0 ? 0 : Math.PI));
      return [matrix, matrix];
    }),
  ]);
}

/** Dark half-rounds behind the wheels, a hair proud of the sides. */
function archesOf({ width, wheel, axles }: Shape): Mesh {
  const r = wheel * 1.2;
  const round = Array.from({ length: 13 }, (_, i): OutlinePoint => {
    const angle = (Math.PI * i) / 12;
    return [r * cos(angle), r * sin(angle)];
  });
  const arch = across(extrude([[-r, -wheel * 0.12], [r, -wheel * 0.12], ...round], width + 0.008));
  return mergeMeshes(axles.map((z) => moved(arch, 0, wheel, z)));
}

/** Lamps and bumpers at both ends. */
function lightsOf(front: number, rear: number, x: number, y: number) {
  return (): ModelPart[] => {
    const pair = (z: number): Mesh =>
      mergeMeshes([-x, x].map((side) => blockAt([0.26, 0.14, 0.06], [side, y, z], 0.025)));
    return [
      named('headlight', pair(front - 0.01), paint('white', 0.1, { glow: 0.25 }), 'headlights'),
      body('grille', blockAt([0.8, 0.13, 0.05], [0, y - 0.04, front - 0.012], 0.02), paint('black', 0.5)),
      named('tail light', pair(rear + 0.01), paint('red', 0.2), 'tail lights'),
    ];
  };
}

/** An outline in z and y, extruded, turned so that its x becomes z. */
function across(mesh: Mesh): Mesh {
  return turned(mesh, rotationY(-Math.PI / 2));
}

function paneMesh({ from: [z0, y0], to: [z1, y1], width }: Pane): Mesh {
  const [dz, dy] = [z1 - z0, y1 - y0];
  const length = Math.sqrt(dz * dz + dy * dy);
  const [nz, ny] = [(dy / length) * 0.012, (-dz / length) * 0.012];
  const outline: OutlinePoint[] = [
    [z0 + nz, y0 + ny],
    [z1 + nz, y1 + ny],
    [z1 - nz, y1 - ny],
    [z0 - nz, y0 - ny],
  ];
  return across(extrude(outline, width));
}

/** Tyre about the x axis. */
function wheelMesh(radius: number, width: number): Mesh {
  const w = width / 2;
  const r = radius;
  const profile = [
    [0, -w],
    [r * 0.6, -w],
    [r * 0.92, -w],
    [r, -w * 0.7],
    [r, w * 0.7],
    [r * 0.92, w],
    [r * 0.64, w],
    [r * 0.62, w * 0.7],
    [0, w * 0.7],
  ] as const;
  return turned(lathe(profile, { segments: 22 }), rotationZ(-Math.PI / 2));
}

/** Rim with five spokes on the +x side. */
function hubMesh(radius: number, width: number): Mesh {
  const x = (width / 2) * 0.7;
  const rim = turned(
    lathe(
      [
        [radius * 0.52, x],
        [radius * 0.61, x],
        [radius * 0.61, x + 0.025],
        [radius * 0.52, x + 0.025],
        [radius * 0.52, x],
      ],
      { segments: 22 },
    ),
    rotationZ(-Math.PI / 2),
  );
  const cap = turned(
    lathe(
      [
        [0, x],
        [radius * 0.16, x],
        [radius * 0.13, x + 0.035],
        [0, x + 0.04],
      ],
      { segments: 12 },
    ),
    rotationZ(-Math.PI / 2),
  );
  const spokes = Array.from({ length: 5 }, (_, i) =>
    turned(
      moved(blockAt([0.025, radius * 0.54, radius * 0.16], [0, 0, 0], 0.004), x + 0.01, 0, 0),
      rotationX((2 * Math.PI * i) / 5),
    ),
  );
  return mergeMeshes([rim, cap, ...spokes]);
}
