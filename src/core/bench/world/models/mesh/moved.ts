import { Matrix4 } from 'three';
import type { Mesh } from '../contract.ts';
import { transformMesh } from './transform-mesh.ts';

/** The mesh shifted. */
export function moved(mesh: Mesh, x: number, y: number, z: number): Mesh {
  return transformMesh(mesh, new Matrix4().makeTranslation(x, y, z));
}

/** The mesh stretched along the axes. */
export function stretched(mesh: Mesh, x: number, y: number, z: number): Mesh {
  return transformMesh(mesh, new Matrix4().makeScale(x, y, z));
}

/** The mesh turned by a matrix and then shifted. */
export function turned(mesh: Mesh, rotation: Matrix4, x = 0, y = 0, z = 0): Mesh {
  return transformMesh(mesh, new Matrix4().makeTranslation(x, y, z).multiply(rotation));
}
