import type { Layers } from '../render/contract.ts';

/** Pixels between two masks that still touch. */
const reach = 2;
/** Surfaces whose depths differ by more than this share are apart. */
const likeDepth = 0.015;

/**
 * Pairs of things that are seen to touch: pixels of both lie at most 2 px apart in a row or a column, and there the two
 * surfaces are at the same depth (within 1.5 %). Keys are `a * 65536 + b` with a < b.
 */
export function visibleContacts({ things, depth }: Layers, width: number): Set<number> {
  const counts = new Map<number, number>();
  const size = things.length;
  const look = (at: number, other: number) => {
    const [a, b] = [things[at]!, things[other]!];
    if (a === b || a === 0 || b === 0) return;
    const [p, q] = [depth[at]!, depth[other]!];
    if (Math.abs(p - q) > likeDepth * Math.max(p, q)) return;
    const key = a < b ? a * 65536 + b : b * 65536 + a;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (let at = 0, x = 0; at < size; at++, x = x + 1 === width ? 0 : x + 1) {
    if (things[at] === 0) continue;
    for (let step = 1; step <= reach + 1; step++) {
      const right = at + step;
      if (x + step < width && things[right] !== things[at]) look(at, right);
      const below = at + step * width;
      if (below < size && things[below] !== things[at]) look(at, below);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([key]) => key));
}
