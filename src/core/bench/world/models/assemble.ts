import { Matrix4 } from 'three';
import type { Material, Mesh, Model, ModelPart, PosableModel } from './contract.ts';
import { stretched } from './mesh/moved.ts';

/** A part that people have a word for. Parts with the same `group` are one nameable thing. */
export function named(name: string, mesh: Mesh, material: Material, group?: string): ModelPart {
  return { name, mesh, material, label: true, group };
}

/** A part that is only body. */
export function body(name: string, mesh: Mesh, material: Material): ModelPart {
  return { name, mesh, material, label: false };
}

/** The model with all its lengths multiplied. */
export function scaled(model: Model, scale: number): Model {
  if (scale === 1) return model;
  const size = model.size.map((x) => x * scale) as [number, number, number];
  const parts = model.parts.map((part) => ({
    ...part,
    mesh: stretched(part.mesh, scale, scale, scale),
    origin: part.origin?.map((x) => x * scale) as [number, number, number] | undefined,
  }));
  const { stride } = model;
  return { ...model, size, parts, ...(stride === undefined ? {} : { stride: stride * scale }) };
}

/** A model with joints: `pose` is written for scale 1. */
export function posable<Parameters>(
  model: Model,
  scale: number,
  pose: (parameters: Partial<Parameters>) => readonly Matrix4[],
): PosableModel<Parameters> {
  const scaledPose = (parameters: Partial<Parameters>) => pose(parameters).map((matrix) => scaleShift(matrix, scale));
  return { ...scaled(model, scale), rest: scaledPose({}), pose: scaledPose };
}

function scaleShift(matrix: Matrix4, scale: number): Matrix4 {
  const out = new Matrix4().copy(matrix);
  for (const i of [12, 13, 14]) out.elements[i] = out.elements[i]! * scale;
  return out;
}
