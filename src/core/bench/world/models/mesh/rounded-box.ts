import type { Mesh } from '../contract.ts';
import { MeshBuilder, type Point } from './mesh-builder.ts';

/** Outward axis, then the two axes of a face in the order that makes it counter-clockwise. */
const faces = [
  [0, 1, 2, 1],
  [0, 2, 1, -1],
  [1, 2, 0, 1],
  [1, 0, 2, -1],
  [2, 0, 1, 1],
  [2, 1, 0, -1],
] as const;

/** Box around the origin with edges broken by `bevel` metres (0: sharp). Each face has uvs 0..1. */
export function roundedBox(width: number, height: number, depth: number, bevel = 0): Mesh {
  const half = [width / 2, height / 2, depth / 2] as const;
  const edge = Math.min(bevel, ...half.map((h) => h * 0.98));
  const builder = new MeshBuilder();
  for (const face of faces) addFace(builder, face, half, edge);
  return builder.build();
}

function addFace(builder: MeshBuilder, [out, across, up, side]: (typeof faces)[number], half: Point, edge: number) {
  const stops = (h: number) => (edge > 0 ? [-h, edge - h, h - edge, h] : [-h, h]);
  const [columns, rows] = [stops(half[across]), stops(half[up])];
  const corners = rows.flatMap((r) =>
    columns.map((c) => {
      const p: [number, number, number] = [0, 0, 0];
      [p[out], p[across], p[up]] = [side * half[out], c, r];
      const uv = [(c / half[across] + 1) / 2, (r / half[up] + 1) / 2] as const;
      if (edge > 0) return builder.vertex(...rounded(p, half, edge), ...uv);
      const normal: [number, number, number] = [0, 0, 0];
      normal[out] = side;
      return builder.vertex(p, normal, ...uv);
    }),
  );
  builder.grid(corners[0]!, columns.length, rows.length);
}

/** A point of the sharp box drawn onto the rounded one, with its normal. */
function rounded(p: Point, half: Point, edge: number): [Point, Point] {
  const core = p.map((x, i) => Math.min(half[i]! - edge, Math.max(edge - half[i]!, x)));
  const n = p.map((x, i) => x - core[i]!);
  const length = Math.sqrt(n[0]! ** 2 + n[1]! ** 2 + n[2]! ** 2);
  const at = core.map((c, i) => c + (n[i]! / length) * edge);
  return [
    [at[0]!, at[1]!, at[2]!],
    [n[0]!, n[1]!, n[2]!],
  ];
}
