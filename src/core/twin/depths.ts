import type { TrackState } from './track-state.ts';

/** Depths that differ by more than this share of the larger tell which is farther. */
const fartherShare = 0.03;

/** Both are sure, and in the same unit. */
export const depthsKnown = ({ depth: a }: TrackState, { depth: b }: TrackState): boolean =>
  a !== null && b !== null && a.unit === b.unit && a.confidence >= 0.5 && b.confidence >= 0.5;

/** (depth of a - depth of b) as a share of the larger; null where not both are known. */
export function depthDifference(a: TrackState, b: TrackState): number | null {
  if (!depthsKnown(a, b)) return null;
  const larger = Math.max(Math.abs(a.depth!.value), Math.abs(b.depth!.value));
  return larger === 0 ? 0 : (a.depth!.value - b.depth!.value) / larger;
}

/** Is `a` farther away than `b`, by more than 3 %? Null where not both depths are known. */
export function isFarther(a: TrackState, b: TrackState): boolean | null {
  const difference = depthDifference(a, b);
  return difference === null ? null : difference > fartherShare;
}
