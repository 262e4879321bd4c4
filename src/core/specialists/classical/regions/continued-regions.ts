import type { Point } from '../../../base/index.ts';
import type { Mask } from '../../../masks/index.ts';
import { type Region, regionOf } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import { summedUnion } from './summed-union.ts';

/** A node that agrees with a predicted mask this well is the thing again. */
const sameIou = 0.75;
/** Leaves with this share under the mask belong to it. */
const leafShare = 0.5;
/** Below this agreement the picture shows nothing of the prediction. */
const leastIou = 0.4;

/** What a predicted mask became in this frame. */
export interface Continued {
  /** The track whose mask was predicted; of several, the first. */
  readonly track: number;
  readonly region: Region;
  /** Agreement with the prediction, 0..1, at the working size. */
  readonly iou: number;
  /** px/s, the camera's movement taken out. */
  readonly velocity?: Point;
  /** Made of several tracks that move as one. */
  readonly joined?: boolean;
}

/**
 * The region of this frame that a track's predicted mask has become: the node that agrees best, or, where no node
 * does, the leaves that lie under the mask. Keeps a thing's shape from frame to frame where the tree changes its mind.
 */
export function continueRegion(forest: RegionForest, track: number, predicted: Mask): Continued | null {
  const { leaves, nodes } = forest;
  const under = overlapWithLeaves(forest, predicted);
  let total = 0;
  for (let p = 0; p < leaves; p++) total += under[p]!;
  if (total < 8) return null;
  const node = bestNode(forest, under, total);
  if (node.iou >= sameIou) return { track, region: regionOf(forest, node.row), iou: node.iou };
  const own: number[] = [];
  let common = 0;
  for (let p = 0; p < leaves; p++) {
    if (under[p]! < leafShare * nodes.area[p]!) continue;
    own.push(p);
    common += under[p]!;
  }
  const union = summedUnion(forest, Int32Array.from(own));
  const iou = common / (union.area + total - common);
  const better = iou > node.iou + 0.05 ? { region: union, iou } : { region: regionOf(forest, node.row), iou: node.iou };
  return better.iou >= leastIou ? { track, ...better } : null;
}

let counts = new Float64Array(0);

/** Working pixels of each leaf that lie under the mask; then of each node, as sums. */
function overlapWithLeaves({ labels, image, leaves, count }: RegionForest, { runs, size: [h, w] }: Mask): Float64Array {
  if (counts.length < count) counts = new Float64Array(count);
  counts.fill(0, 0, leaves);
  const { width, height } = image;
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const start = at + runs[i]!;
    at = start + runs[i + 1]!;
    for (let x = Math.floor(start / h); x * h < at; x++) {
      const column = workingIndex(x, w, width);
      if (column < 0) continue;
      const top = Math.max(start, x * h) - x * h;
      const bottom = Math.min(at, x * h + h) - x * h;
      const from = Math.ceil((top * height) / h - 0.5);
      for (let y = Math.max(0, from); y < height && ((y + 0.5) * h) / height < bottom; y++)
        counts[labels[y * width + column]!]!++;
    }
  }
  return counts;
}

/** The working column whose centre lies in source column `x`, or -1. */
function workingIndex(x: number, from: number, to: number): number {
  const column = Math.ceil((x * to) / from - 0.5);
  return column >= 0 && column < to && ((column + 0.5) * from) / to < x + 1 ? column : -1;
}

function bestNode(
  { nodes, leaves, count }: RegionForest,
  under: Float64Array,
  total: number,
): { row: number; iou: number } {
  let row = 0;
  let iou = 0;
  for (let n = 0; n < count; n++) {
    if (n >= leaves) under[n] = under[nodes.left[n]!]! + under[nodes.right[n]!]!;
    const common = under[n]!;
    if (common === 0) continue;
    const agreement = common / (nodes.area[n]! + total - common);
    if (agreement > iou) {
      iou = agreement;
      row = n;
    }
  }
  return { row, iou };
}
