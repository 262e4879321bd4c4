import type { Box } from '../../../base/index.ts';
import { leavesOf, type RegionForest } from './region-forest.ts';

/** A set of leaves: a node, or a union made for a concept. */
export interface Region {
  /** Its row in the node table, -1 for a union. */
  readonly row: number;
  /** Row of the node table that holds its sums; -1 for a union that nobody summed. */
  readonly sums: number;
  readonly leaves: Int32Array;
  /** Working pixels. */
  readonly area: number;
  /** Working pixels, [x, y, w, h]. */
  readonly box: Box;
}

export function regionOf(forest: RegionForest, row: number): Region {
  const { nodes } = forest;
  const x = nodes.x0[row]!;
  const y = nodes.y0[row]!;
  return {
    row,
    sums: row,
    leaves: leavesOf(forest, row),
    area: nodes.area[row]!,
    box: [x, y, nodes.x1[row]! - x, nodes.y1[row]! - y],
  };
}

/** A region that is no node: any set of leaves, rising. */
export function regionOfLeaves({ nodes }: RegionForest, leaves: Int32Array): Region {
  let area = 0;
  let [x0, y0, x1, y1] = [Infinity, Infinity, 0, 0];
  for (const p of leaves) {
    area += nodes.area[p]!;
    x0 = Math.min(x0, nodes.x0[p]!);
    y0 = Math.min(y0, nodes.y0[p]!);
    x1 = Math.max(x1, nodes.x1[p]!);
    y1 = Math.max(y1, nodes.y1[p]!);
  }
  return { row: -1, sums: -1, leaves, area, box: [x0, y0, x1 - x0, y1 - y0] };
}

/** Working pixels that two leaf sets share. */
export function commonArea(a: Int32Array, b: Int32Array, leafArea: Float64Array): number {
  const small = new Set(a.length < b.length ? a : b);
  let sum = 0;
  for (const leaf of a.length < b.length ? b : a) if (small.has(leaf)) sum += leafArea[leaf]!;
  return sum;
}

/** Intersection over union by area, 0..1. */
export function regionIou({ nodes }: RegionForest, a: Region, b: Region): number {
  const common = commonArea(a.leaves, b.leaves, nodes.area);
  return common / (a.area + b.area - common);
}

/** The part of a leaf set that hangs together and is largest; nothing for an empty set. */
export function largestPart(forest: RegionForest, leaves: Int32Array): Region | undefined {
  const left = new Set(leaves);
  let best: Region | undefined;
  for (const start of leaves) {
    if (!left.has(start)) continue;
    const part = regionOfLeaves(forest, takeConnected(forest, start, left));
    if (best === undefined || part.area > best.area) best = part;
  }
  return best;
}

/** Moves the leaves connected with `start` out of `left`; rising. */
export function takeConnected({ neighbours }: RegionForest, start: number, left: Set<number>): Int32Array {
  const found = [start];
  left.delete(start);
  for (let at = 0; at < found.length; at++) {
    const p = found[at]!;
    for (let k = neighbours.starts[p]!; k < neighbours.starts[p + 1]!; k++) {
      if (left.delete(neighbours.leaf[k]!)) found.push(neighbours.leaf[k]!);
    }
  }
  return Int32Array.from(found).sort();
}
