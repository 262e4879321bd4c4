import type { Box } from '../../../base/index.ts';
import { leavesOf, type RegionForest } from './region-forest.ts';

/** A set of leaves: one node, or the union of a few. */
export interface Region {
  /** Its row in the node table: a node of a tree, or a union's own row. */
  readonly row: number;
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
    leaves: row < forest.count ? leavesOf(forest, row) : unionLeaves(forest, row),
    area: nodes.area[row]!,
    box: [x, y, nodes.x1[row]! - x, nodes.y1[row]! - y],
  };
}

/** Rows past the trees are unions: their leaves are those of both sides. */
function unionLeaves(forest: RegionForest, row: number): Int32Array {
  const left = regionOf(forest, forest.nodes.left[row]!).leaves;
  const right = regionOf(forest, forest.nodes.right[row]!).leaves;
  const both = new Int32Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

/** Working pixels that two leaf sets share. */
export function commonArea(a: Int32Array, b: Int32Array, leafArea: Float64Array): number {
  const small = new Set(a.length < b.length ? a : b);
  let sum = 0;
  for (const leaf of a.length < b.length ? b : a) if (small.has(leaf)) sum += leafArea[leaf]!;
  return sum;
}
