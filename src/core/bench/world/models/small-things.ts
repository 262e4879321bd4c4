import { Matrix4, Vector3 } from 'three';
import { cos, rotationAbout, rotationX, rotationY, rotationZ, sin } from '../exact-maths.ts';
import { body, named, posable, scaled } from './assemble.ts';
import type { Mesh, Model, ModelOptions, PosableModel } from './contract.ts';
import { blockAt } from './mesh/block-at.ts';
import { lathe } from './mesh/lathe.ts';
import { limb } from './mesh/limb.ts';
import type { Point } from './mesh/mesh-builder.ts';
import { moved, stretched, turned } from './mesh/moved.ts';
import { roundedBox } from './mesh/rounded-box.ts';
import { sphere } from './mesh/sphere.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
import { tube } from './mesh/tube.ts';
import { paint } from './paints.ts';

/** Book that stands upright, its spine towards +z: 3 cm thick, 22 cm high. */
export function book({ color = 'red', accent = 'yellow', scale = 1, random }: ModelOptions = {}): Model {
  const [thick, high, deep] = [random?.between(0.02, 0.042) ?? 0.03, random?.between(0.19, 0.24) ?? 0.22, 0.155];
  const cloth = paint(color, 0.7, {}, random);
  const cover = mergeMeshes([
    ...[-1, 1].map((side) => blockAt([0.003, high, deep], [side * (thick / 2 - 0.0015), 0, 0], 0.001)),
    blockAt([thick, high, 0.004], [0, 0, deep / 2], 0.0015),
  ]);
  const pages = blockAt([thick - 0.006, high - 0.008, deep - 0.006], [0, 0.004, -0.001], 0);
  const title = mergeMeshes(
    [0.15, 0.22, 0.8].map((y) => blockAt([thick * 0.92, high * 0.03, 0.001], [0, high * y, deep / 2 + 0.0022], 0)),
  );
  return scaled(
    {
      noun: 'book',
      wider: ['thing to read', 'thing'],
      shapes: ['rectangular'],
      colors: [color],
      size: [thick, high, deep],
      parts: [
        named('cover', cover, cloth),
        named('pages', pages, paint('white', 0.9)),
        body('title', title, paint(accent, 0.5)),
      ],
    },
    scale,
  );
}

/** Pot plant, 45 cm high. */
export function plant({ color = 'green', accent = 'orange', scale = 1, random }: ModelOptions = {}): Model {
  const pot = lathe([
    [0, 0],
    [0.055, 0],
    [0.06, 0.004],
    [0.078, 0.115],
    [0.086, 0.117],
    [0.087, 0.14],
    [0.077, 0.141],
    [0.072, 0.122],
    [0, 0.122],
  ]);
  const leaf = stretched(sphere(0.5, 8), 0.055, 0.012, 0.17);
  const leaves = Array.from({ length: 22 }, (_, i) => {
    const height = 0.13 + 0.011 * i;
    const tilt = 0.15 + 0.05 * i + (random?.between(-0.12, 0.12) ?? 0);
    const turn = rotationY(2.4 * i).multiply(rotationX(-tilt));
    return turned(turned(moved(leaf, 0, 0, 0.095), turn), new Matrix4(), 0, height, 0);
  });
  const stem = tube(
    [
      [0, 0.11, 0],
      [0.004, 0.24, 0],
      [0, 0.37, 0.004],
    ],
    0.006,
    8,
  );
  return scaled(
    {
      noun: 'plant',
      wider: ['thing'],
      shapes: [],
      colors: [color],
      size: [0.36, 0.5, 0.36],
      parts: [
        named('pot', pot, paint(accent, 0.8, {}, random)),
        named('leaves', mergeMeshes([stem, ...leaves]), paint(color, 0.6, {}, random)),
      ],
    },
    scale,
  );
}

/** Hand bag with two straps, 32 cm wide. */
export function bag({ color = 'brown', accent, scale = 1, random }: ModelOptions = {}): Model {
  const leather = paint(color, 0.6, {}, random);
  const strap = (z: number) => {
    const points = Array.from({ length: 11 }, (_, i): Point => {
      const angle = (Math.PI * i) / 10;
      return [0.085 * cos(angle), 0.2 + 0.14 * sin(angle), z];
    });
    return tube(points, 0.006, 8);
  };
  const sides = stretched(roundedBox(0.32, 0.23, 0.13, 0.035), 1, 1, 1);
  return scaled(
    {
      noun: 'bag',
      wider: ['container', 'thing to carry things in', 'thing'],
      shapes: [],
      colors: accent ? [color, accent] : [color],
      size: [0.32, 0.345, 0.13],
      parts: [
        body('body', moved(sides, 0, 0.115, 0), leather),
        named('strap', mergeMeshes([strap(0.035), strap(-0.035)]), paint(accent ?? color, 0.6, {}, random)),
        named('pocket', blockAt([0.2, 0.11, 0.02], [0, 0.04, 0.065], 0.009), paint(accent ?? color, 0.6, {}, random)),
      ],
    },
    scale,
  );
}

/** Open basket of wicker, 36 cm wide, with a handle over its top. */
export function basket({ color = 'brown', scale = 1, random }: ModelOptions = {}): Model {
  const wicker = paint(
    color,
    0.9,
    { color: [0.6, 0.42, 0.22], pattern: { kind: 'checks', color: [0.4, 0.26, 0.12], scale: 0.03 } },
    random,
  );
  const wall = lathe([
    [0, 0.004],
    [0.13, 0],
    [0.14, 0.006],
    [0.178, 0.15],
    [0.184, 0.158],
    [0.18, 0.166],
    [0.17, 0.158],
    [0.132, 0.012],
    [0, 0.01],
  ]);
  const arch = Array.from({ length: 15 }, (_, i): Point => {
    const angle = (Math.PI * i) / 14;
    return [0.176 * cos(angle), 0.15 + 0.16 * sin(angle), 0];
  });
  return scaled(
    {
      noun: 'basket',
      wider: ['container', 'thing to carry things in', 'thing'],
      shapes: ['round'],
      colors: [color],
      size: [0.368, 0.32, 0.368],
      parts: [body('body', wall, wicker), named('handle', tube(arch, 0.008, 8), wicker)],
    },
    scale,
  );
}

/** Apple or orange; a pear with `kind: 'pear'`. */
export function fruit({
  color = 'red',
  scale = 1,
  random,
  kind = 'apple',
}: ModelOptions & { kind?: 'apple' | 'orange' | 'pear' } = {}): Model {
  const profiles = {
    apple: [
      [0, 0.006],
      [0.014, 0.001],
      [0.024, 0.004],
      [0.035, 0.018],
      [0.0385, 0.036],
      [0.035, 0.054],
      [0.024, 0.065],
      [0.012, 0.066],
      [0, 0.058],
    ],
    orange: [
      [0, 0],
      [0.018, 0.003],
      [0.032, 0.016],
      [0.037, 0.036],
      [0.032, 0.056],
      [0.018, 0.069],
      [0, 0.072],
    ],
    pear: [
      [0, 0.004],
      [0.014, 0],
      [0.027, 0.008],
      [0.035, 0.028],
      [0.032, 0.048],
      [0.021, 0.068],
      [0.016, 0.084],
      [0.009, 0.093],
      [0, 0.094],
    ],
  } as const;
  const top = kind === 'apple' ? 0.06 : kind === 'orange' ? 0.07 : 0.092;
  const stem = tube(
    [
      [0, top - 0.002, 0],
      [0.002, top + 0.01, 0],
      [0.006, top + 0.018, 0],
    ],
    0.0016,
    6,
  );
  return scaled(
    {
      noun: kind,
      wider: ['fruit', 'food', 'thing to eat', 'thing'],
      shapes: ['round'],
      colors: [color],
      size: [0.077, top + 0.018, 0.077],
      parts: [
        body('flesh', lathe(profiles[kind], { segments: 24, crease: -1 }), paint(color, 0.35, {}, random)),
        named('stem', stem, paint('brown', 0.8)),
      ],
    },
    scale,
  );
}

export interface LaptopPose {
  /** 0 shut .. 1 open by 110 degrees. */
  readonly open: number;
}

/** Laptop, 33 cm wide; its keys face up, its screen +z. */
export function laptop({
  color = 'gray',
  accent = 'blue',
  scale = 1,
  random,
}: ModelOptions = {}): PosableModel<LaptopPose> {
  const shell = paint(color, 0.3, {}, random);
  const keys = mergeMeshes(
    Array.from({ length: 44 }, (_, i) =>
      blockAt([0.021, 0.003, 0.02], [-0.125 + 0.025 * (i % 11), 0.0145, -0.075 + 0.0245 * Math.floor(i / 11)], 0.001),
    ),
  );
  const model: Model = {
    noun: 'laptop',
    wider: ['computer', 'thing'],
    shapes: ['rectangular'],
    colors: [color],
    size: [0.33, 0.23, 0.31],
    parts: [
      body('base', blockAt([0.33, 0.015, 0.23], [0, 0, 0], 0.004), shell),
      named('keyboard', keys, paint('black', 0.6)),
      body('lid', blockAt([0.33, 0.007, 0.23], [0, 0.001, 0.115], 0.003), shell),
      named('screen', blockAt([0.305, 0.001, 0.195], [0, 0, 0.12], 0), paint(accent, 0.15, { glow: 0.9 })),
    ],
  };
  return posable<LaptopPose>(model, scale, ({ open = 1 }) => {
    const hinge = new Matrix4().makeTranslation(0, 0.0152, -0.113).multiply(rotationX((-open * 110 * Math.PI) / 180));
    return [new Matrix4(), new Matrix4(), hinge, hinge];
  });
}

/** Pencil that lies along x, its point towards +x. */
export function pencil({ color = 'yellow', scale = 1, random }: ModelOptions = {}): Model {
  const lying = (mesh: Mesh) => turned(mesh, rotationZ(-Math.PI / 2), 0, 0.004, 0);
  const shaft = lathe(
    [
      [0, -0.085],
      [0.004, -0.085],
      [0.004, 0.07],
      [0, 0.07],
    ],
    { segments: 6 },
  );
  const tip = lathe(
    [
      [0, 0.07],
      [0.004, 0.07],
      [0.0014, 0.084],
      [0, 0.084],
    ],
    { segments: 12 },
  );
  const lead = lathe(
    [
      [0, 0.084],
      [0.0014, 0.084],
      [0, 0.09],
    ],
    { segments: 8 },
  );
  return scaled(
    {
      noun: 'pencil',
      wider: ['pen', 'thing to write with', 'thing'],
      shapes: ['elongated'],
      colors: [color],
      size: [0.175, 0.008, 0.008],
      parts: [
        body('shaft', lying(shaft), paint(color, 0.4, {}, random)),
        named('tip', lying(tip), paint('brown', 0.8, { color: [0.86, 0.7, 0.5] }), 'tip'),
        named('tip', lying(lead), paint('black', 0.5), 'tip'),
      ],
    },
    scale,
  );
}

export interface HandPose {
  /** 0 open .. 1 fist. */
  readonly grip: number;
}

/** A forearm with its hand, as of somebody outside the picture: the palm's middle is at the origin, the arm towards -z. */
export function hand({ color = 'blue', scale = 1, random }: ModelOptions = {}): PosableModel<HandPose> {
  const skin = paint('pink', 0.6, { color: [0.87, 0.66, 0.53] }, random);
  const away = (mesh: Mesh) => turned(mesh, rotationX(Math.PI / 2));
  const palm = moved(roundedBox(0.085, 0.035, 0.1, 0.016), 0, 0, -0.01);
  const wrist = moved(away(limb(0.08, 0.03, 0.03)), 0, 0, -0.05);
  const sleeve = moved(away(limb(0.6, 0.043, 0.047)), 0, 0, -0.13);
  const finger = turned(limb(0.065, 0.0098, 0.0085, 10), rotationX(-Math.PI / 2));
  const spots: readonly Point[] = [
    [-0.032, 0, 0.04],
    [-0.011, 0, 0.046],
    [0.011, 0, 0.044],
    [0.032, 0, 0.036],
  ];
  const model: Model = {
    noun: 'hand',
    wider: ['thing'],
    shapes: [],
    colors: [],
    size: [0.12, 0.06, 0.9],
    parts: [
      named('palm', mergeMeshes([palm, wrist]), skin),
      named('sleeve', sleeve, paint(color, 0.9, {}, random)),
      ...spots.map((_, i) => named('finger', finger, skin, `finger ${i}`)),
      named('thumb', finger, skin),
    ],
  };
  return posable<HandPose>(model, scale, ({ grip = 0.3 }) => [
    new Matrix4(),
    new Matrix4(),
    ...spots.map(([x, y, z]) => new Matrix4().makeTranslation(x, y, z).multiply(rotationX(grip * 1.5))),
    new Matrix4()
      .makeTranslation(0.045, -0.005, 0)
      .multiply(rotationY(0.9 - grip * 0.9))
      .multiply(rotationAbout(new Vector3(1, 0, 0), grip * 1.1)),
  ]);
}
