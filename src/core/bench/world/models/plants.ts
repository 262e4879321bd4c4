import { Matrix4 } from 'three';
import { rotationX, rotationY } from '../exact-maths.ts';
import { body, named, scaled } from './assemble.ts';
import type { Model, ModelOptions } from './contract.ts';
import { lathe } from './mesh/lathe.ts';
import { moved, stretched, turned } from './mesh/moved.ts';
import { sphere } from './mesh/sphere.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
import { tube } from './mesh/tube.ts';
import { paint } from './paints.ts';

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
