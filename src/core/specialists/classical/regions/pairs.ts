import { boxFill, labGap, meanLab } from './node-features.ts';
import type { RegionForest } from './region-forest.ts';

/** Bits that were merged last and are smaller than this share of a region do not make it a pair. */
const leastShare = 0.08;
/** Each of two things looks like a thing for itself, and by far not worse than both together. */
const halves = { share: 0.18, objectness: 0.35, ratio: 0.4 };
/** A smaller one must look much more like one, or it is a part. */
const smallOne = { objectness: 0.6, ratio: 0.75 };
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
      const needs = nodes.area[small]! >= halves.share * nodes.area[row]! ? halves : smallOne;
      const thingLike = (half: number, { objectness: least, ratio }: { objectness: number; ratio: number }) =>
        objectness[half]! >= Math.max(least, ratio * objectness[row]!) && boxFill(nodes, half) >= leastFill;
      return (
        thingLike(small, needs) &&
        thingLike(large, halves) &&
        labGap(meanLab(nodes, small), meanLab(nodes, large)) >= leastGap
      );
    }
    node = large;
  }
  return false;
}

function bySize(area: Float64Array, a: number, b: number): [small: number, large: number] {
  return area[a]! <= area[b]! ? [a, b] : [b, a];
}
