import { boxFill, labGap, meanLab } from './node-features.ts';
import type { RegionForest } from './region-forest.ts';

/** Bits that were merged last and are smaller than this share of a region do not make it a pair. */
const leastShare = 0.18;
/** Each of two things looks like a thing for itself, and by far not worse than both together. */
const leastObjectness = 0.35;
const leastRatio = 0.4;
/** Lab distance from which on two things are unlike. */
const leastGap = 30;
/** Two things side by side leave corners of their common box empty. */
const leastFill = 0.5;

/**
 * True for a region that is two things which touch or hide one another: two sizeable halves, unlike in colour, each
 * compact and thing-like by itself. A thing with a part of another colour (a handle, a label, a cap) is none, since
 * the part is small or the rest without it is no better.
 */
export function isPair({ nodes, leaves }: RegionForest, objectness: Float32Array, row: number): boolean {
  let node = row;
  while (node >= leaves) {
    const [small, large] = bySize(nodes.area, nodes.left[node]!, nodes.right[node]!);
    if (nodes.area[small]! >= leastShare * nodes.area[row]!) {
      const thingLike = (half: number) =>
        objectness[half]! >= Math.max(leastObjectness, leastRatio * objectness[row]!) &&
        boxFill(nodes, half) >= leastFill;
      return thingLike(small) && thingLike(large) && labGap(meanLab(nodes, small), meanLab(nodes, large)) >= leastGap;
    }
    node = large;
  }
  return false;
}

function bySize(area: Float64Array, a: number, b: number): [small: number, large: number] {
  return area[a]! <= area[b]! ? [a, b] : [b, a];
}
