import { Matrix4 } from 'three';
import { rotationX, rotationY } from '../exact-maths.ts';
import { body, named, posable, scaled } from './assemble.ts';
import type { Material, Mesh, Model, ModelOptions, PosableModel } from './contract.ts';
import { blockAt } from './mesh/block-at.ts';
import { lathe } from './mesh/lathe.ts';
import { moved } from './mesh/moved.ts';
import { sphere } from './mesh/sphere.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
import { tube } from './mesh/tube.ts';
import { paint, paints } from './paints.ts';

const at = (x: number, y: number, z: number) => new Matrix4().makeTranslation(x, y, z);

/** Brown is wood with its grain, any other colour is paint. */
function wooden(
  color: NonNullable<ModelOptions['color']>,
  random: ModelOptions['random'],
  turnedGrain = false,
): Material {
  const pattern = { kind: 'wood', color: [0.33, 0.19, 0.1], scale: 0.12, turned: turnedGrain } as const;
  return color === 'brown'
    ? paint(color, 0.45, { pattern, color: [0.55, 0.36, 0.2] }, random)
    : paint(color, 0.5, {}, random);
}

/** Table of 1.4 x 0.75 x 0.8 m. */
export function table({ color = 'brown', scale = 1, random }: ModelOptions = {}): Model {
  const wood = wooden(color, random, true);
  const leg = (x: number, z: number) => named('leg', blockAt([0.06, 0.71, 0.06], [x, 0, z]), wooden(color, random));
  const apron = mergeMeshes([
    blockAt([1.2, 0.08, 0.02], [0, 0.63, 0.32]),
    blockAt([1.2, 0.08, 0.02], [0, 0.63, -0.32]),
    blockAt([0.02, 0.08, 0.62], [0.61, 0.63, 0]),
    blockAt([0.02, 0.08, 0.62], [-0.61, 0.63, 0]),
  ]);
  return scaled(
    {
      noun: 'table',
      wider: ['furniture', 'thing'],
      shapes: ['wide'],
      colors: [color],
      size: [1.4, 0.75, 0.8],
      parts: [
        named('top', blockAt([1.4, 0.04, 0.8], [0, 0.71, 0], 0.008), wood),
        ...[leg(0.62, 0.33), leg(-0.62, 0.33), leg(0.62, -0.33), leg(-0.62, -0.33)],
        body('apron', apron, wood),
      ],
    },
    scale,
  );
}

/** Chair with a back and a cushion of colour `accent`; faces +z. */
export function chair({ color = 'brown', accent, scale = 1, random }: ModelOptions = {}): Model {
  const wood = wooden(color, random);
  const leg = (x: number, z: number, h: number) => named('leg', blockAt([0.04, h, 0.04], [x, 0, z]), wood);
  const seat = blockAt([0.44, 0.035, 0.44], [0, 0.43, 0], 0.01);
  const slats = [0.6, 0.72, 0.84].map((y) => blockAt([0.36, 0.07, 0.02], [0, y, -0.2]));
  const posts = [-0.2, 0.2].map((x) => blockAt([0.04, 0.5, 0.04], [x, 0.43, -0.2]));
  const cushion = blockAt([0.4, 0.045, 0.4], [0, 0.465, 0.01], 0.02);
  const cloth = accent && paint(accent, 0.95, { pattern: { kind: 'fabric', color: paints[accent], scale: 0.01 } });
  return scaled(
    {
      noun: 'chair',
      wider: ['seat', 'furniture', 'thing to sit on', 'thing'],
      shapes: [],
      colors: accent ? [color, accent] : [color],
      size: [0.44, 0.93, 0.46],
      parts: [
        named('seat', seat, wood),
        named('back', mergeMeshes([...slats, ...posts]), wood),
        ...[leg(0.19, 0.19, 0.43), leg(-0.19, 0.19, 0.43), leg(0.19, -0.19, 0.43), leg(-0.19, -0.19, 0.43)],
        ...(cloth ? [named('cushion', cushion, cloth)] : []),
      ],
    },
    scale,
  );
}

/** Sofa for two; faces +z. */
export function sofa({ color = 'gray', accent = 'yellow', scale = 1, random }: ModelOptions = {}): Model {
  const cloth = paint(color, 0.95, {}, random);
  const frame = mergeMeshes([
    blockAt([1.7, 0.24, 0.8], [0, 0.06, 0], 0.04),
    blockAt([1.7, 0.62, 0.22], [0, 0.2, -0.32], 0.08),
  ]);
  const seatCushion = (x: number) => blockAt([0.72, 0.16, 0.6], [x, 0.3, 0.09], 0.05);
  const arm = (x: number) => named('arm', blockAt([0.18, 0.5, 0.8], [x, 0.06, 0], 0.07), cloth);
  return scaled(
    {
      noun: 'sofa',
      wider: ['couch', 'seat', 'furniture', 'thing to sit on', 'thing'],
      shapes: ['wide'],
      colors: [color],
      size: [1.86, 0.82, 0.86],
      parts: [
        body('frame', frame, cloth),
        body(
          'feet',
          mergeMeshes([-0.78, 0.78].flatMap((x) => [-0.3, 0.3].map((z) => blockAt([0.06, 0.08, 0.06], [x, 0, z])))),
          paint('black', 0.5),
        ),
        body('seat', mergeMeshes([seatCushion(-0.37), seatCushion(0.37)]), cloth),
        arm(-0.84),
        arm(0.84),
        named('cushion', blockAt([0.42, 0.4, 0.16], [-0.5, 0.45, -0.12], 0.075), paint(accent, 0.9)),
      ],
    },
    scale,
  );
}

/** Open bookcase of `boards` boards, 0.9 m wide; things stand on the boards at `shelfHeights`. */
export function shelf({
  color = 'brown',
  scale = 1,
  random,
  boards = 4,
}: ModelOptions & { boards?: number } = {}): Model {
  const wood = wooden(color, random, true);
  const heights = shelfHeights(boards);
  const height = heights.at(-1)! + 0.02;
  const sides = [-0.44, 0.44].map((x) => blockAt([0.02, height, 0.3], [x, 0, 0]));
  const back = blockAt([0.88, height, 0.012], [0, 0, -0.145]);
  return scaled(
    {
      noun: 'shelf',
      wider: ['bookcase', 'furniture', 'thing'],
      shapes: ['rectangular'],
      colors: [color],
      size: [0.9, height, 0.3],
      parts: [
        body('frame', mergeMeshes([...sides, back]), wooden(color, random)),
        ...heights.map((y) => named('board', blockAt([0.86, 0.02, 0.28], [0, y - 0.02, 0.005]), wood)),
      ],
    },
    scale,
  );
}

/** Heights of the upper sides of a shelf's boards, metres at scale 1, lowest first. */
export function shelfHeights(boards = 4): number[] {
  return Array.from({ length: boards }, (_, i) => 0.08 + i * 0.36);
}

export interface CabinetPose {
  /** 0 shut .. 1 pulled out by 0.28 m towards +z. */
  readonly drawer: number;
  /** 0 shut .. 1 swung open by 110 degrees about its left edge. */
  readonly door: number;
}

/** Cabinet of 0.6 x 0.8 x 0.42 m: an open-topped drawer above, a door below; faces +z. */
export function cabinet({ color = 'brown', accent, scale = 1, random }: ModelOptions = {}): PosableModel<CabinetPose> {
  const wood = wooden(color, random);
  const front = accent ? wooden(accent, random) : wood;
  const frame = mergeMeshes([
    blockAt([0.6, 0.02, 0.42], [0, 0.78, 0]),
    blockAt([0.6, 0.02, 0.42], [0, 0.04, 0]),
    blockAt([0.6, 0.02, 0.38], [0, 0.53, -0.01]),
    ...[-0.29, 0.29].map((x) => blockAt([0.02, 0.74, 0.42], [x, 0.04, 0])),
    blockAt([0.58, 0.74, 0.01], [0, 0.04, -0.205]),
    ...[-0.26, 0.26].flatMap((x) => [-0.17, 0.17].map((z) => blockAt([0.04, 0.04, 0.04], [x, 0, z]))),
  ]);
  const tray = mergeMeshes([
    blockAt([0.56, 0.22, 0.018], [0, 0.556, 0.205]),
    blockAt([0.53, 0.01, 0.36], [0, 0.56, 0.02]),
    ...[-0.26, 0.26].map((x) => blockAt([0.012, 0.15, 0.36], [x, 0.56, 0.02])),
    blockAt([0.53, 0.15, 0.012], [0, 0.56, -0.155]),
  ]);
  const knob = { name: 'handle', material: paint('gray', 0.2), label: true } as const;
  const bar = (x0: number, y0: number, x1: number, y1: number, z: number): Mesh =>
    tube(
      [
        [x0, y0, z],
        [x0, y0, z + 0.025],
        [x1, y1, z + 0.025],
        [x1, y1, z],
      ],
      0.006,
      8,
    );
  const model: Model = {
    noun: 'cabinet',
    wider: ['cupboard', 'container', 'furniture', 'thing'],
    shapes: ['rectangular'],
    colors: accent ? [color, accent] : [color],
    size: [0.6, 0.8, 0.46],
    parts: [
      body('frame', frame, wood),
      named('drawer', tray, front),
      { ...knob, mesh: bar(-0.07, 0.67, 0.07, 0.67, 0.212) },
      { ...named('door', blockAt([0.55, 0.46, 0.018], [0.275, 0.065, 0]), front), origin: [-0.275, 0, 0.205] },
      { ...knob, mesh: bar(0.5, 0.24, 0.5, 0.38, 0.008), origin: [-0.275, 0, 0.205] },
    ],
  };
  return posable<CabinetPose>(model, scale, ({ drawer = 0, door = 0 }) => {
    const pulled = at(0, 0, 0.28 * drawer);
    const swung = at(-0.275, 0, 0.205).multiply(rotationY((-door * 110 * Math.PI) / 180));
    return [at(0, 0, 0), pulled, pulled, swung, swung];
  });
}

export interface LidPose {
  /** 0 shut .. 1 open by 105 degrees. */
  readonly lid: number;
}

/** Wooden chest of 0.5 x 0.32 x 0.34 m whose lid turns about its rear edge; hollow. */
export function chest({
  color = 'brown',
  accent = 'yellow',
  scale = 1,
  random,
}: ModelOptions = {}): PosableModel<LidPose> {
  const wood = wooden(color, random, true);
  const hollow = mergeMeshes([
    blockAt([0.5, 0.015, 0.34], [0, 0, 0]),
    ...[-0.2425, 0.2425].map((x) => blockAt([0.015, 0.24, 0.34], [x, 0, 0])),
    ...[-0.1625, 0.1625].map((z) => blockAt([0.5, 0.24, 0.015], [0, 0, z])),
  ]);
  const bands = mergeMeshes([-0.17, 0.17].map((x) => blockAt([0.035, 0.235, 0.006], [x, 0, 0.171], 0.002)));
  const lidBands = mergeMeshes([-0.17, 0.17].map((x) => blockAt([0.035, 0.062, 0.35], [x, 0.002, 0.17], 0.008)));
  const model: Model = {
    noun: 'chest',
    wider: ['box', 'container', 'furniture', 'thing'],
    shapes: ['rectangular'],
    colors: [color],
    size: [0.5, 0.3, 0.35],
    parts: [
      body('body', hollow, wood),
      body('bands', bands, paint(accent, 0.35)),
      named('lid', blockAt([0.504, 0.058, 0.344], [0, 0, 0.17], 0.012), wood, 'lid'),
      named('lid', lidBands, paint(accent, 0.35), 'lid'),
      named('lock', blockAt([0.05, 0.055, 0.012], [0, -0.03, 0.345]), paint(accent, 0.3)),
    ],
  };
  return posable<LidPose>(model, scale, ({ lid = 0 }) => {
    const hinge = at(0, 0.241, -0.17).multiply(rotationX((-lid * 105 * Math.PI) / 180));
    return [at(0, 0, 0), at(0, 0, 0), hinge, hinge, hinge];
  });
}

/** Table lamp: stand and shade; the bulb's light is only drawn, it lights nothing. */
export function lamp({ color = 'yellow', accent = 'gray', scale = 1, random }: ModelOptions = {}): Model {
  const metal = paint(accent, 0.25, {}, random);
  const stand = lathe([
    [0, 0],
    [0.085, 0],
    [0.088, 0.006],
    [0.08, 0.014],
    [0.02, 0.022],
    [0.011, 0.03],
    [0.009, 0.3],
    [0, 0.3],
  ]);
  const shade = lathe(
    [
      [0.136, 0.25],
      [0.14, 0.25],
      [0.085, 0.43],
      [0.081, 0.43],
      [0.136, 0.25],
    ],
    { segments: 32 },
  );
  return scaled(
    {
      noun: 'lamp',
      wider: ['light', 'thing'],
      shapes: ['tall'],
      colors: [color],
      size: [0.28, 0.43, 0.28],
      parts: [
        named('stand', stand, metal),
        named('shade', shade, paint(color, 0.9, { glow: 0.25 }, random)),
        body('bulb', moved(sphere(0.032, 10), 0, 0.325, 0), paint('white', 0.6, { glow: 1.2 })),
      ],
    },
    scale,
  );
}

export interface ScreenPose {
  /** 0 folded flat .. 1 zigzag of 50 degrees a hinge. */
  readonly open: number;
}

/** Folding screen of three panels, 1.7 m tall. */
export function screen({
  color = 'green',
  accent = 'brown',
  scale = 1,
  random,
}: ModelOptions = {}): PosableModel<ScreenPose> {
  const cloth = paint(color, 0.9, { pattern: { kind: 'fabric', color: paints[color], scale: 0.02 } }, random);
  const panel = (): [Mesh, Mesh] => [
    blockAt([0.5, 1.5, 0.012], [0, 0.1, 0]),
    mergeMeshes([
      ...[-0.265, 0.265].map((x) => blockAt([0.035, 1.7, 0.03], [x, 0, 0])),
      ...[0.07, 1.6].map((y) => blockAt([0.53, 0.035, 0.03], [0, y, 0])),
    ]),
  ];
  const parts = [0, 1, 2].flatMap((i) => {
    const [sheet, frame] = panel();
    return [named('panel', sheet, cloth, `panel ${i}`), named('panel', frame, wooden(accent, random), `panel ${i}`)];
  });
  const model: Model = {
    noun: 'screen',
    wider: ['room divider', 'furniture', 'thing'],
    shapes: ['rectangular'],
    colors: [color],
    size: [1.6, 1.7, 0.3],
    parts,
  };
  return posable<ScreenPose>(model, scale, ({ open = 0.5 }) => {
    const angle = (open * 50 * Math.PI) / 180 / 2;
    const middle = rotationY(angle);
    const side = (sign: 1 | -1) =>
      middle
        .clone()
        .multiply(at(sign * 0.283, 0, 0))
        .multiply(rotationY(-2 * angle))
        .multiply(at(sign * 0.283, 0, 0));
    const left = side(-1);
    const right = side(1);
    return [left, left, middle, middle, right, right];
  });
}
