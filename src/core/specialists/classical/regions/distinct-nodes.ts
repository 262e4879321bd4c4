import type { RegionForest } from './region-forest.ts';

/**
 * Candidate rows (`objectness` above 0) without those that cover the same leaves as an earlier one: trees agree on
 * many regions. Sets are compared by the sum of two hashes a leaf, which cannot collide but by chance of 2^-50.
 */
export function distinctNodes(forest: RegionForest, objectness: Float32Array): number[] {
  const sums = leafSums(forest);
  const seen = new Set<number>();
  const kept: number[] = [];
  for (let n = 0; n < forest.count; n++) {
    if (!(objectness[n]! > 0)) continue;
    const key = sums[n]!;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(n);
  }
  return kept;
}

/** Sum of a leaf's hash over the leaves of each node: whole numbers below 2^53, so order of adding does not matter. */
function leafSums({ nodes, leaves, count }: RegionForest): Float64Array {
  const sums = new Float64Array(count);
  for (let p = 0; p < leaves; p++) sums[p] = hash(p) * 2 ** 8 + (hash(p ^ 0x5bd1e995) >>> 24);
  for (let n = leaves; n < count; n++) sums[n] = sums[nodes.left[n]!]! + sums[nodes.right[n]!]!;
  return sums;
}

/** Mixes 32 bits (splitmix32 finaliser). */
function hash(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}
