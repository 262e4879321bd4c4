import { Matrix4 } from 'three';
import type { Model, ModelOptions } from './contract.ts';
import { sphere } from './mesh/sphere.ts';
import { transformMesh } from './mesh/transform-mesh.ts';
import { paint, paints } from './paints.ts';

export interface BallOptions extends ModelOptions {
  /** Metres. @default 0.05 */
  readonly radius?: number;
  /** @default 'plain' */
  readonly look?: 'plain' | 'striped' | 'beach';
}

/** A ball; its centre is at (0, radius, 0). Striped: one band; beach: coloured gores. */
export function ball({
  color = 'red',
  accent = 'white',
  scale = 1,
  radius = 0.05,
  look = 'plain',
  random,
}: BallOptions = {}) {
  const r = radius * scale;
  const mesh = transformMesh(sphere(r, 16), new Matrix4().makeTranslation(0, r, 0));
  const pattern = {
    plain: undefined,
    striped: { kind: 'stripes', color: paints[accent], scale: r * 0.8, upright: true },
    beach: { kind: 'stripes', color: paints[accent], scale: 1 / 3, uv: true, turned: true },
  } as const;
  const material = paint(color, 0.35, { pattern: pattern[look] }, random);
  const model: Model = {
    noun: 'ball',
    wider: ['toy', 'thing'],
    shapes: ['round'],
    colors: look === 'plain' ? [color] : [color, accent],
    size: [2 * r, 2 * r, 2 * r],
    parts: [{ name: 'ball', mesh, material, origin: [0, r, 0], label: false }],
  };
  return model;
}
