import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import { Mask } from './mask.ts';
import { requireMaskSize } from './mask-size.ts';

/**
 * A mask from column-major run lengths, zeros first, whose sum is h * w.
 * Runs of length zero are legal anywhere and are merged away.
 * @throws MaskError when the size is no size, a run is no whole number >= 0, or the sum is wrong
 */
export function maskFromRuns(size: SizeHw, runs: ArrayLike<number>): Mask {
  const total = requireMaskSize(size);
  const merged = mergeZeroRuns(runs, total);
  return new Mask([size[0], size[1]], merged);
}

/** No pixel set. @throws MaskError when the size is no size */
export function emptyMask(size: SizeHw): Mask {
  return new Mask([size[0], size[1]], Uint32Array.of(requireMaskSize(size)));
}

/** Every pixel set. @throws MaskError when the size is no size */
export function fullMask(size: SizeHw): Mask {
  const total = requireMaskSize(size);
  return new Mask([size[0], size[1]], total === 0 ? Uint32Array.of(0) : Uint32Array.of(0, total));
}

function mergeZeroRuns(runs: ArrayLike<number>, total: number): Uint32Array {
  const merged = new Uint32Array(runs.length + 1);
  let used = 1;
  let sum = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    if (!Number.isSafeInteger(run) || run < 0) throw new MaskError(`run ${i} of a mask is ${String(run)}`);
    sum += run;
    if (sum > total) break;
    if (run === 0) continue;
    if ((used - 1) % 2 === i % 2) merged[used - 1]! += run;
    else merged[used++] = run;
  }
  if (sum !== total) {
    throw new MaskError(`the runs of a mask must sum to height x width = ${total}, got ${sum > total ? 'more' : sum}`);
  }
  return merged.slice(0, used);
}
