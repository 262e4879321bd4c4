import { MaskError } from '../base/errors.ts';
import type { Box, SizeHw } from '../base/geometry.ts';

/**
 * A binary mask as COCO run lengths: pixels are read column by column (index = x * h + y),
 * `runs[0]` counts zeros (0 when pixel (0, 0) is set), runs alternate, their sum is h * w.
 * Immutable and canonical: no run but the first is zero. Functions over masks live beside this file.
 */
export class Mask {
  /** [height, width] in pixels. */
  readonly size: SizeHw;
  /** Alternating run lengths, zeros first. Never write into it. */
  readonly runs: Uint32Array;
  #area = -1;
  #bbox: Box | undefined;

  /**
   * Trusts its arguments (canonical runs that sum to h * w); use `maskFromRuns` for data from outside.
   * The array is taken over, not copied.
   */
  constructor(size: SizeHw, runs: Uint32Array) {
    this.size = size;
    this.runs = runs;
  }

  get height(): number {
    return this.size[0];
  }

  get width(): number {
    return this.size[1];
  }

  /** Number of set pixels. */
  get area(): number {
    if (this.#area < 0) {
      let sum = 0;
      for (let i = 1; i < this.runs.length; i += 2) sum += this.runs[i]!;
      this.#area = sum;
    }
    return this.#area;
  }

  get isEmpty(): boolean {
    return this.runs.length < 2;
  }

  /** Tight box [x, y, w, h] in pixels, whole numbers; [0, 0, 0, 0] for an empty mask. */
  get bbox(): Box {
    this.#bbox ??= tightBox(this);
    return this.#bbox;
  }
}

function tightBox({ runs, size: [h] }: Mask): Box {
  if (runs.length < 2 || h === 0) return [0, 0, 0, 0];
  let at = 0;
  let top = h;
  let bottom = -1;
  let left = -1;
  let right = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const start = at + runs[i]!;
    const end = start + runs[i + 1]!;
    at = end;
    const x0 = Math.floor(start / h);
    const x1 = Math.floor((end - 1) / h);
    if (left < 0) left = x0;
    right = x1;
    if (x1 > x0) {
      top = 0;
      bottom = h - 1;
    } else {
      top = Math.min(top, start - x0 * h);
      bottom = Math.max(bottom, end - 1 - x0 * h);
    }
  }
  return [left, top, right - left + 1, bottom - top + 1];
}

/** Checks sizes before pixel-wise work on two masks. */
export function requireSameSize(a: Mask, b: Mask): void {
  if (a.size[0] !== b.size[0] || a.size[1] !== b.size[1]) {
    throw new MaskError(`masks have different sizes: [${a.size}] and [${b.size}] (height, width)`);
  }
}
