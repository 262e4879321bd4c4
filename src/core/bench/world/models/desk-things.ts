import { Matrix4 } from 'three';
import { rotationX, rotationZ } from '../exact-maths.ts';
import { body, named, posable, scaled } from './assemble.ts';
import type { Mesh, Model, ModelOptions, PosableModel } from './contract.ts';
import { blockAt } from './mesh/block-at.ts';
import { lathe } from './mesh/lathe.ts';
import { turned } from './mesh/moved.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
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
