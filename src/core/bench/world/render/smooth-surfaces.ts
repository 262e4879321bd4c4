import type { Mesh } from '../models/contract.ts';

export interface SmoothSurfaces {
  /** Surface of each triangle, 0..count - 1. */
  readonly of: Uint32Array;
  readonly count: number;
}

const known = new WeakMap<Mesh, SmoothSurfaces>();

/** Parts of a mesh between its creases: triangles that share corners with the same normal. Remembered. */
export function smoothSurfaces(mesh: Mesh): SmoothSurfaces {
  const surfaces = known.get(mesh) ?? findSurfaces(mesh);
  known.set(mesh, surfaces);
  return surfaces;
}

function findSurfaces({ positions, normals, indices }: Mesh): SmoothSurfaces {
  const vertices = positions.length / 3;
  const parent = Uint32Array.from({ length: vertices }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const join = (i: number, j: number) => {
    parent[root(i)] = root(j);
  };
  const first = new Map<string, number>();
  const coarse = (x: number) => Math.round(x * 16);
  for (let i = 0; i < vertices; i++) {
    const [p, q, r] = [positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!];
    const key = `${p} ${q} ${r} ${coarse(normals[3 * i]!)} ${coarse(normals[3 * i + 1]!)} ${coarse(normals[3 * i + 2]!)}`;
    const twin = first.get(key);
    if (twin === undefined) first.set(key, i);
    else join(i, twin);
  }
  for (let t = 0; t < indices.length; t += 3) {
    join(indices[t]!, indices[t + 1]!);
    join(indices[t]!, indices[t + 2]!);
  }
  return numbered(Uint32Array.from({ length: indices.length / 3 }, (_, t) => root(indices[3 * t]!)));
}

/** Roots as numbers from 0. */
function numbered(of: Uint32Array): SmoothSurfaces {
  const numbers = new Map<number, number>();
  of.forEach((root, t) => {
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    of[t] = numbers.get(root)!;
  });
  return { of, count: numbers.size };
}
