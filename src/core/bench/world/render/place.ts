import { Matrix4 } from 'three';
import type { Model } from '../models/contract.ts';
import type { Placement } from './contract.ts';

/** All parts of a model as thing `thing`, whose model space is put into the world by `matrix`; `pose` as of `model.pose`. */
export function placeModel(
  thing: number,
  model: Model,
  matrix: Matrix4,
  pose: readonly Matrix4[] | undefined = model.rest,
): Placement[] {
  return model.parts.map(({ mesh, material }, part) => {
    const own = pose?.[part];
    return { thing, part, mesh, material, matrix: own ? new Matrix4().multiplyMatrices(matrix, own) : matrix };
  });
}
