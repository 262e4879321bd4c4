import { Matrix4 } from 'three';
import type { Model, ModelOptions } from './contract.ts';
import { roundedBox } from './mesh/rounded-box.ts';
import { transformMesh } from './mesh/transform-mesh.ts';
import { paint } from './paints.ts';

export interface BoxOptions extends ModelOptions {
  /** Width, height, depth in metres. @default 0.12 a side */
  readonly size?: readonly [number, number, number];
}

/** A closed block. */
export function box({ color = 'brown', scale = 1, size = [0.12, 0.12, 0.12], random }: BoxOptions = {}): Model {
  const [w, h, d] = size.map((x) => x * scale) as [number, number, number];
  const mesh = transformMesh(roundedBox(w, h, d, Math.min(w, h, d) * 0.05), new Matrix4().makeTranslation(0, h / 2, 0));
  return {
    noun: 'box',
    wider: ['container', 'thing'],
    shapes: ['rectangular'],
    colors: [color],
    size: [w, h, d],
    parts: [{ name: 'box', mesh, material: paint(color, 0.7, {}, random), label: false }],
  };
}
