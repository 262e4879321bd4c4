import { boxIntersection } from '../base/geometry.ts';
import { type Mask, requireSameSize } from './mask.ts';

/** Number of pixels set in both, without building a mask. @throws MaskError when the sizes differ */
export function intersectionArea(a: Mask, b: Mask): number {
  requireSameSize(a, b);
  if (boxIntersection(a.bbox, b.bbox) === null) return 0;
  return commonPixels(a.runs, b.runs);
}

/** Share of `inner` that lies in `outer`, 0 to 1; 0 for an empty `inner`. @throws MaskError when the sizes differ */
export function containedShare(inner: Mask, outer: Mask): number {
  return inner.isEmpty ? 0 : intersectionArea(inner, outer) / inner.area;
}

function commonPixels(ra: Uint32Array, rb: Uint32Array): number {
  const na = ra.length;
  const nb = rb.length;
  let common = 0;
  let ia = 1;
  let ib = 1;
  let startA = ra[0]!;
  let startB = rb[0]!;
  let endA = startA + ra[1]!;
  let endB = startB + rb[1]!;
  for (;;) {
    const from = Math.max(startA, startB);
    const to = Math.min(endA, endB);
    if (to > from) common += to - from;
    if (endA <= endB) {
      ia += 2;
      if (ia >= na) return common;
      startA = endA + ra[ia - 1]!;
      endA = startA + ra[ia]!;
    } else {
      ib += 2;
      if (ib >= nb) return common;
      startB = endB + rb[ib - 1]!;
      endB = startB + rb[ib]!;
    }
  }
}
