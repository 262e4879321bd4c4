import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import { Mask, requireSameSize } from './mask.ts';
import { emptyMask } from './mask-from-runs.ts';
import { runsBetween } from './run-writer.ts';

// Bit (2 * inA + inB) of a rule says whether the result is set there.
const unionRule = 0b1110;
const intersectRule = 0b1000;
const subtractRule = 0b0100;
const xorRule = 0b0110;

/** Pixels in `a` or in `b`. @throws MaskError when the sizes differ */
export const unionMasks = (a: Mask, b: Mask): Mask => combine(a, b, unionRule);

/** Pixels in `a` and in `b`. @throws MaskError when the sizes differ */
export const intersectMasks = (a: Mask, b: Mask): Mask => combine(a, b, intersectRule);

/** Pixels in `a` and not in `b`. @throws MaskError when the sizes differ */
export const subtractMask = (a: Mask, b: Mask): Mask => combine(a, b, subtractRule);

/** Pixels in exactly one of the two. @throws MaskError when the sizes differ */
export const xorMasks = (a: Mask, b: Mask): Mask => combine(a, b, xorRule);

/** Pixels not in `mask`. */
export function invertMask(mask: Mask): Mask {
  const { runs, size } = mask;
  if (size[0] * size[1] === 0) return mask;
  if (runs[0] === 0) return new Mask(size, runs.slice(1));
  const inverted = new Uint32Array(runs.length + 1);
  inverted.set(runs, 1);
  return new Mask(size, inverted);
}

/**
 * Pixels in any of the masks.
 * @param size of the result when there is no mask at all
 * @throws MaskError when sizes differ, or with no mask and no size
 */
export const unionAll = (masks: readonly Mask[], size?: SizeHw): Mask => fold(masks, unionMasks, size);

/** Pixels in all of the masks. @throws MaskError when sizes differ or there is no mask */
export const intersectAll = (masks: readonly Mask[]): Mask => fold(masks, intersectMasks);

/** Halves the list again and again, so that long lists cost n log n and not n squared. */
function fold(masks: readonly Mask[], join: (a: Mask, b: Mask) => Mask, size?: SizeHw): Mask {
  if (masks.length > 2) {
    const half = masks.length >> 1;
    return join(fold(masks.slice(0, half), join), fold(masks.slice(half), join));
  }
  const [a, b] = masks;
  if (a === undefined) {
    if (size === undefined) throw new MaskError('joining no masks needs the size of the result');
    return emptyMask(size);
  }
  return b === undefined ? a : join(a, b);
}

/** Walks both run lists at once; a bound is written wherever the result flips. */
function combine(a: Mask, b: Mask, rule: number): Mask {
  requireSameSize(a, b);
  const ra = a.runs;
  const rb = b.runs;
  const total = a.size[0] * a.size[1];
  const bounds = new Uint32Array(ra.length + rb.length);
  let used = 0;
  let ia = 0;
  let ib = 0;
  let endA = ra[0]!;
  let endB = rb[0]!;
  let state = 0;
  for (;;) {
    const at = Math.min(endA, endB);
    if (at >= total) break;
    if (endA === at) endA += ra[++ia]!;
    if (endB === at) endB += rb[++ib]!;
    const now = (rule >> (((ia & 1) << 1) | (ib & 1))) & 1;
    if (now !== state) {
      bounds[used++] = at;
      state = now;
    }
  }
  return new Mask(a.size, runsBetween(bounds, 0, used, total));
}
