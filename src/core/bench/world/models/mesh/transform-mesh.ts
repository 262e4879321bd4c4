import { Matrix3, type Matrix4, Vector3 } from 'three';
import type { Mesh } from '../contract.ts';

/** The mesh moved, turned, stretched; a mirroring matrix turns the triangles round, so that outside stays outside. */
export function transformMesh(mesh: Mesh, matrix: Matrix4): Mesh {
  const normalMatrix = new Matrix3().getNormalMatrix(matrix);
  const v = new Vector3();
  const positions = new Float32Array(mesh.positions.length);
  const normals = new Float32Array(mesh.normals.length);
  for (let i = 0; i < positions.length; i += 3) {
    v.fromArray(mesh.positions, i).applyMatrix4(matrix).toArray(positions, i);
    v.fromArray(mesh.normals, i).applyMatrix3(normalMatrix).normalize().toArray(normals, i);
  }
  const indices = matrix.determinant() < 0 ? mesh.indices.slice().reverse() : mesh.indices;
  return { ...mesh, positions, normals, indices };
}

/** Several meshes as one. */
export function mergeMeshes(meshes: readonly Mesh[]): Mesh {
  const starts = meshes.map((_, i) => meshes.slice(0, i).reduce((sum, m) => sum + m.positions.length / 3, 0));
  const join = (pick: (mesh: Mesh) => Float32Array) => Float32Array.from(meshes.flatMap((mesh) => [...pick(mesh)]));
  return {
    positions: join((m) => m.positions),
    normals: join((m) => m.normals),
    uvs: join((m) => m.uvs ?? new Float32Array((m.positions.length / 3) * 2)),
    indices: Uint32Array.from(meshes.flatMap((mesh, i) => Array.from(mesh.indices, (k) => k + starts[i]!))),
  };
}
