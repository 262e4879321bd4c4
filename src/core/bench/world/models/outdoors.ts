import { Matrix4 } from 'three';
import { cos, rotationX, sin } from '../exact-maths.ts';
import { body, named, posable, scaled } from './assemble.ts';
import type { Mesh, Model, ModelOptions, PosableModel } from './contract.ts';
import { blockAt } from './mesh/block-at.ts';
import { extrude } from './mesh/extrude.ts';
import { lathe } from './mesh/lathe.ts';
import { moved, stretched, turned } from './mesh/moved.ts';
import { sphere } from './mesh/sphere.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
import { tube } from './mesh/tube.ts';
import { paint, paints } from './paints.ts';

/** Broad-leaved tree, 5 m high. */
export function tree({ color = 'green', scale = 1, random }: ModelOptions = {}): Model {
  const spread = random?.between(0.9, 1.1) ?? 1;
  const trunk = tube(
    [
      [0, 0, 0],
      [0.03, 0.9, 0.02],
      [0, 2.0, 0],
      [0.06, 3.1, 0.04],
    ],
    [0.2, 0.15, 0.13, 0.06],
    12,
  );
  const branch = (a: number) =>
    tube(
      [
        [0, 1.7, 0],
        [0.45 * cos(a), 2.3, 0.45 * sin(a)],
        [0.9 * cos(a), 2.9, 0.9 * sin(a)],
      ],
      [0.09, 0.06, 0.03],
      8,
    );
  const clumps = Array.from({ length: 40 }, (_, i) => {
    const level = (i + 0.5) / 40;
    const angle = 2.4 * i;
    const out = spread * (0.15 + 1.2 * Math.sqrt(level * (1 - level) * 2.4)) * (0.82 + 0.18 * cos(3.7 * i));
    const r = (0.47 - 0.1 * level + 0.07 * sin(5.1 * i)) * (random?.between(0.9, 1.12) ?? 1);
    return moved(stretched(sphere(r, 5), 1.15, 0.85, 1.15), out * cos(angle), 2.2 + 2.35 * level, out * sin(angle));
  });
  const core = moved(stretched(sphere(0.95, 6), 1, 1.05, 1), 0, 3.35, 0);
  const leaves = paint(color, 0.95, { pattern: { kind: 'grass', color: [0.08, 0.27, 0.1], scale: 0.3 } }, random);
  return scaled(
    {
      noun: 'tree',
      wider: ['plant', 'thing'],
      shapes: ['tall'],
      colors: [color],
      size: [3.2, 5, 3.2],
      parts: [
        named(
          'trunk',
          mergeMeshes([trunk, branch(0.3), branch(2.4), branch(4.4)]),
          paint('brown', 0.95, { color: [0.4, 0.3, 0.22] }),
        ),
        named('crown', mergeMeshes([core, ...clumps]), leaves),
      ],
    },
    scale,
  );
}

/** Front of a house with a pitched roof, door and windows: 7 m wide, 3 m deep; faces +z. */
export function house({ color = 'yellow', accent = 'red', scale = 1, random }: ModelOptions = {}): Model {
  const [w, eaves, ridge, d] = [7, 5.2, 7.4, 3];
  const wall = extrude(
    [
      [-w / 2, 0],
      [w / 2, 0],
      [w / 2, eaves],
      [0, ridge],
      [-w / 2, eaves],
    ],
    d,
  );
  const slope = (side: 1 | -1) => {
    const a = Math.sqrt((w / 2) ** 2 + (ridge - eaves) ** 2);
    const sine = (ridge - eaves) / a;
    const turn = new Matrix4().set(w / 2 / a, side * sine, 0, 0, -side * sine, w / 2 / a, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    return turned(
      moved(blockAt([a + 0.5, 0.16, d + 0.5], [0, 0, 0], 0.02), side * 0.2, 0, 0),
      turn,
      (side * w) / 4,
      (eaves + ridge) / 2,
      0,
    );
  };
  const spots = [
    [-2.2, 1.2],
    [2.2, 1.2],
    [-2.2, 3.4],
    [0, 3.4],
    [2.2, 3.4],
  ] as const;
  const glass = mergeMeshes(spots.map(([x, y]) => blockAt([1.1, 1.3, 0.04], [x, y, d / 2 + 0.01], 0)));
  const frames = mergeMeshes(
    spots.flatMap(([x, y]) => [
      ...[-0.6, 0, 0.6].map((dx) => blockAt([0.1, 1.5, 0.1], [x + dx, y - 0.1, d / 2 + 0.03], 0.01)),
      ...[-0.1, 0.65, 1.3].map((dy) => blockAt([1.3, 0.1, 0.1], [x, y + dy, d / 2 + 0.03], 0.01)),
      blockAt([1.5, 0.08, 0.22], [x, y - 0.16, d / 2 + 0.08], 0.01),
    ]),
  );
  const door = mergeMeshes([
    blockAt([1.1, 2.2, 0.08], [0, 0.1, d / 2 + 0.02], 0.02),
    blockAt([1.5, 0.12, 0.6], [0, 0, d / 2 + 0.2], 0.02),
  ]);
  const chimney = blockAt([0.7, 1.5, 0.7], [1.9, 5.9, -0.5], 0.02);
  const brick = { kind: 'brick', color: [0.82, 0.78, 0.72], scale: 0.5 } as const;
  const plaster =
    color === 'red' || color === 'brown'
      ? paint(color, 0.95, { pattern: brick, color: [0.62, 0.3, 0.23] })
      : paint(color, 0.95, { pattern: { kind: 'grain', color: paints.gray, scale: 0.3 } }, random);
  return scaled(
    {
      noun: 'house',
      wider: ['building', 'thing'],
      shapes: [],
      colors: [color],
      size: [7.5, 7.5, 3.5],
      parts: [
        named('wall', wall, plaster),
        named(
          'roof',
          mergeMeshes([slope(1), slope(-1)]),
          paint(accent, 0.9, { pattern: { kind: 'tiles', color: [0.25, 0.14, 0.1], scale: 0.4 } }),
        ),
        named('window', glass, paint('black', 0.08, { color: [0.2, 0.25, 0.32] }), 'windows'),
        body('frames', frames, paint('white', 0.6)),
        named('door', door, paint('green', 0.5)),
        named('chimney', chimney, paint('brown', 0.95, { pattern: brick })),
      ],
    },
    scale,
  );
}

/** Street lamp of 4.6 m. */
export function streetLamp({ color = 'black', scale = 1, random }: ModelOptions = {}): Model {
  const metal = paint(color, 0.4, {}, random);
  const pole = lathe(
    [
      [0, 0],
      [0.16, 0],
      [0.16, 0.3],
      [0.1, 0.36],
      [0.06, 0.5],
      [0.045, 3.9],
      [0.06, 3.95],
      [0, 3.95],
    ],
    { segments: 16 },
  );
  const bulb = lathe(
    [
      [0, 3.95],
      [0.1, 3.95],
      [0.19, 4.35],
      [0, 4.35],
    ],
    { segments: 6 },
  );
  const hat = lathe(
    [
      [0, 4.35],
      [0.25, 4.34],
      [0.22, 4.4],
      [0.06, 4.52],
      [0.03, 4.6],
      [0, 4.62],
    ],
    { segments: 6 },
  );
  return scaled(
    {
      noun: 'street lamp',
      wider: ['lamp', 'light', 'thing'],
      shapes: ['elongated', 'tall'],
      colors: [color],
      size: [0.5, 4.62, 0.5],
      parts: [
        named('pole', pole, metal),
        body('lamp', bulb, paint('yellow', 0.3, { color: [1, 0.93, 0.7], glow: 0.7 })),
        body('hat', hat, metal),
      ],
    },
    scale,
  );
}

/** Slatted bench, 1.5 m wide; faces +z. */
export function bench({ color = 'brown', accent = 'black', scale = 1, random }: ModelOptions = {}): Model {
  const plank = (y: number, z: number, tilt: number): Mesh =>
    turned(blockAt([1.5, 0.03, 0.1], [0, 0, 0], 0.006), rotationX(tilt), 0, y, z);
  const seat = mergeMeshes([-0.14, 0, 0.14].map((z) => plank(0.43, z, 0)));
  const back = mergeMeshes([0.56, 0.7, 0.84].map((y) => plank(y, -0.24 - (y - 0.56) * 0.2, 1.37)));
  const side = (x: number): Mesh[] => [
    tube(
      [
        [x, 0, 0.2],
        [x, 0.42, 0.18],
        [x, 0.42, -0.2],
        [x, 0.9, -0.3],
      ],
      0.02,
      8,
    ),
    tube(
      [
        [x, 0, -0.24],
        [x, 0.42, -0.2],
      ],
      0.02,
      8,
    ),
  ];
  return scaled(
    {
      noun: 'bench',
      wider: ['seat', 'furniture', 'thing to sit on', 'thing'],
      shapes: ['wide'],
      colors: [color],
      size: [1.5, 0.9, 0.5],
      parts: [
        named('seat', seat, paint(color, 0.7, {}, random)),
        named('back', back, paint(color, 0.7, {}, random)),
        body('frame', mergeMeshes([...side(-0.6), ...side(0.6)]), paint(accent, 0.4)),
      ],
    },
    scale,
  );
}

export interface ConveyorPose {
  /** Metres that the belt has moved towards +x. */
  readonly moved: number;
}

/** Conveyor of `length` metres along x; its belt's upper side is 0.6 m high. Cleats on the belt show its motion. */
export function conveyor({
  color = 'black',
  accent = 'gray',
  scale = 1,
  random,
  length = 3,
}: ModelOptions & { length?: number } = {}): PosableModel<ConveyorPose> {
  const steel = paint(accent, 0.35, {}, random);
  const end = Array.from(
    { length: 9 },
    (_, i) => [0.08 * sin((Math.PI * i) / 8), -0.08 * cos((Math.PI * i) / 8)] as const,
  );
  const half = length / 2 - 0.08;
  const outline = [
    ...end.map(([x, y]) => [half + x, 0.52 + y] as const),
    ...end.map(([x, y]) => [-half - x, 0.52 - y] as const),
  ];
  const belt = extrude(outline, 0.5, 0.004);
  const rails = mergeMeshes([-0.275, 0.275].map((z) => blockAt([length - 0.1, 0.11, 0.04], [0, 0.465, z], 0.008)));
  const legs = mergeMeshes(
    [-1, 1].flatMap((side) =>
      [-0.275, 0.275].map((z) => blockAt([0.07, 0.47, 0.05], [side * (length / 2 - 0.3), 0, z], 0.006)),
    ),
  );
  const roller = turned(
    lathe(
      [
        [0, -0.26],
        [0.05, -0.26],
        [0.05, 0.26],
        [0, 0.26],
      ],
      { segments: 16 },
    ),
    rotationX(Math.PI / 2),
  );
  const count = Math.floor((length - 0.2) / 0.25);
  const cleat = blockAt([0.02, 0.004, 0.49], [0, 0, 0], 0);
  const model: Model = {
    noun: 'conveyor',
    wider: ['conveyor belt', 'belt', 'machine', 'thing'],
    shapes: ['wide', 'elongated'],
    colors: [color],
    size: [length, 0.6, 0.6],
    parts: [
      named('belt', belt, paint(color, 0.8, { color: [0.2, 0.2, 0.21] }), 'belt'),
      body('rails', rails, steel),
      named('leg', legs, steel, 'legs'),
      body('roller', mergeMeshes([-half, half].map((x) => moved(roller, x, 0.52, 0))), steel),
      ...Array.from({ length: count }, () =>
        named('belt', cleat, paint('gray', 0.8, { color: [0.36, 0.36, 0.37] }), 'belt'),
      ),
    ],
  };
  const still = Array.from({ length: 4 }, () => new Matrix4());
  return posable<ConveyorPose>(model, scale, ({ moved: along = 0 }) => {
    const span = count * 0.25;
    const shift = along / scale - Math.floor(along / scale / span) * span;
    const place = (i: number) => {
      const x = (0.25 * i + shift) % span;
      return new Matrix4().makeTranslation(x - span / 2 + 0.125 - 0.125, 0.5985, 0);
    };
    return [...still, ...Array.from({ length: count }, (_, i) => place(i))];
  });
}

/** Straight rails along z for toy trains: sleepers and two bars, 4 cm gauge. */
export function rails({ color = 'brown', scale = 1, length = 1 }: ModelOptions & { length?: number } = {}): Model {
  const count = Math.floor(length / 0.05);
  const sleepers = mergeMeshes(
    Array.from({ length: count }, (_, i) =>
      blockAt([0.085, 0.005, 0.02], [0, 0, 0.05 * (i + 0.5) - length / 2], 0.001),
    ),
  );
  const bars = mergeMeshes([-0.027, 0.027].map((x) => blockAt([0.006, 0.008, length], [x, 0.004, 0], 0.001)));
  return scaled(
    {
      noun: 'track',
      wider: ['rails', 'thing'],
      shapes: ['elongated'],
      colors: [color],
      size: [0.085, 0.012, length],
      parts: [body('sleepers', sleepers, paint(color, 0.8)), body('bars', bars, paint('gray', 0.3))],
    },
    scale,
  );
}
