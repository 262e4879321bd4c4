import { ShapeUtils, Vector2 } from 'three';
import type { Mesh } from '../contract.ts';
import { MeshBuilder } from './mesh-builder.ts';

export type OutlinePoint = readonly [x: number, y: number];

/** Corners turned less than this (cosine) are rounded by their normals. */
const crease = 0.75;

/**
 * A slab with an outline in the x-y plane (counter-clockwise), `depth` thick about z = 0, its rims broken by `bevel`.
 */
export function extrude(outline: readonly OutlinePoint[], depth: number, bevel = 0): Mesh {
  const builder = new MeshBuilder();
  const cap = bevel > 0 ? inset(outline, bevel) : outline;
  const wall = depth / 2 - bevel;
  addCap(builder, cap, depth / 2, 1);
  addCap(builder, cap, -depth / 2, -1);
  addBand(builder, outline, wall, outline, -wall, 0);
  if (bevel > 0) {
    addBand(builder, cap, depth / 2, outline, wall, 1);
    addBand(builder, outline, -wall, cap, -depth / 2, -1);
  }
  return builder.build();
}

function addCap(builder: MeshBuilder, outline: readonly OutlinePoint[], z: number, side: 1 | -1): void {
  const [x0, y0, x1, y1] = range(outline);
  const first = outline.map(([x, y]) =>
    builder.vertex([x, y, z], [0, 0, side], (x - x0) / (x1 - x0), (y - y0) / (y1 - y0)),
  )[0]!;
  const triangles = ShapeUtils.triangulateShape(
    outline.map(([x, y]) => new Vector2(x, y)),
    [],
  );
  for (const [a, b, c] of triangles as [number, number, number][])
    if (side > 0) builder.triangle(first + a, first + b, first + c);
    else builder.triangle(first + a, first + c, first + b);
}

/** Joins the outline at `zFront` to the one at `zBack`; `lean` tilts the normals towards +z or -z. */
function addBand(
  builder: MeshBuilder,
  front: readonly OutlinePoint[],
  zFront: number,
  back: readonly OutlinePoint[],
  zBack: number,
  lean: number,
): void {
  const normals = edgeNormals(back);
  const n = front.length;
  for (let i = 0; i < n; i++) {
    const j = (i + 1) % n;
    const start = shared(normals[(i + n - 1) % n]!, normals[i]!, normals[i]!);
    const end = shared(normals[i]!, normals[j]!, normals[i]!);
    const at = (ring: readonly OutlinePoint[], k: number, z: number, [x, y]: OutlinePoint) =>
      builder.vertex([...ring[k]!, z], [x, y, lean], k === j && j === 0 ? 1 : k / n, z === zFront ? 1 : 0);
    builder.quad(
      at(back, i, zBack, start),
      at(back, j, zBack, end),
      at(front, j, zFront, end),
      at(front, i, zFront, start),
    );
  }
}

/** Mean of two normals unless the corner between them is sharp. */
function shared(a: OutlinePoint, b: OutlinePoint, own: OutlinePoint): OutlinePoint {
  return a[0] * b[0] + a[1] * b[1] < crease ? own : [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function edgeNormals(outline: readonly OutlinePoint[]): OutlinePoint[] {
  return outline.map(([x, y], i) => {
    const [nx, ny] = outline[(i + 1) % outline.length]!;
    const length = Math.sqrt((nx - x) ** 2 + (ny - y) ** 2) || 1;
    return [(ny - y) / length, (x - nx) / length];
  });
}

/** Each corner moved inwards so that all edges move by `distance`. */
function inset(outline: readonly OutlinePoint[], distance: number): OutlinePoint[] {
  const normals = edgeNormals(outline);
  return outline.map(([x, y], i) => {
    const a = normals[(i + outline.length - 1) % outline.length]!;
    const b = normals[i]!;
    const spread = 1 + a[0] * b[0] + a[1] * b[1];
    const k = distance / Math.max(0.3, spread);
    return [x - k * (a[0] + b[0]), y - k * (a[1] + b[1])];
  });
}

function range(outline: readonly OutlinePoint[]): [number, number, number, number] {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
