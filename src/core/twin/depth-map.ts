import type { DepthMap } from '../specialists/contract.ts';
import type { PlacedShape } from './placed-shape.ts';

/** Surfaces whose depths differ by more than this share of the larger are apart. */
export const likeDepth = 0.015;

/** 0: two pixels show surfaces at the same depth, within 1.5 %; -1: the first is nearer; 1: the second; else outside. */
export function depthOrder(map: DepthMap, ax: number, ay: number, bx: number, by: number): -1 | 0 | 1 | undefined {
  const { width, height, data } = map;
  if (!isInside(ax, ay, width, height) || !isInside(bx, by, width, height)) return undefined;
  const p = data[ay * width + ax]!;
  const q = data[by * width + bx]!;
  if (Math.abs(p - q) <= likeDepth * Math.max(p, q)) return 0;
  return p < q ? -1 : 1;
}

const isInside = (x: number, y: number, width: number, height: number): boolean =>
  x >= 0 && y >= 0 && x < width && y < height;

/** Share of a shape's pixels in the picture at which what is seen lies farther away than a depth, by more than 1.5 %. */
export function shareBeyond(
  { width, height, data }: DepthMap,
  { columns, dx, dy }: PlacedShape,
  depth: number,
): number {
  const { starts, rows, left } = columns;
  const limit = depth / (1 - likeDepth);
  let [beyond, all] = [0, 0];
  for (let c = 0; c + 1 < starts.length; c++) {
    const x = left + dx + c;
    if (x < 0 || x >= width) continue;
    for (let s = starts[c]!; s < starts[c + 1]!; s++) {
      const to = Math.min(height, rows[2 * s + 1]! + dy);
      for (let y = Math.max(0, rows[2 * s]! + dy); y < to; y++, all++) if (data[y * width + x]! > limit) beyond++;
    }
  }
  return all === 0 ? 0 : beyond / all;
}

/** Pixels that a median is taken of, about. */
const sampled = 64;

/** Median depth of what is seen of a shape; null where none of it is in the picture, or nothing is there. */
export function medianDepth({ width, height, data }: DepthMap, { columns, dx, dy, area }: PlacedShape): number | null {
  const { starts, rows, left } = columns;
  const step = Math.max(1, Math.floor(area / sampled));
  const depths: number[] = [];
  let skip = step >> 1;
  for (let c = 0; c + 1 < starts.length; c++) {
    const x = left + dx + c;
    if (x < 0 || x >= width) continue;
    for (let s = starts[c]!; s < starts[c + 1]!; s++) {
      const from = Math.max(0, rows[2 * s]! + dy);
      const to = Math.min(height, rows[2 * s + 1]! + dy);
      let y = from + skip;
      for (; y < to; y += step) depths.push(data[y * width + x]!);
      skip = y - Math.max(from, to);
    }
  }
  const median = depths.sort((a, b) => a - b)[depths.length >> 1];
  return median === undefined || !Number.isFinite(median) ? null : median;
}
