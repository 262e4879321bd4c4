import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import { Mask } from './mask.ts';
import { requireMaskSize } from './mask-size.ts';
import { runsBetween } from './run-writer.ts';
import { TransitionList } from './transition-list.ts';

/**
 * A mask from a row-major picture of one byte a pixel (`data[y * w + x]`), set where `data > threshold`.
 * @param options.threshold default 0: every value but 0 is set
 * @throws MaskError when `data` does not hold h * w bytes
 */
export function maskFromBitmap(
  data: Uint8Array | Uint8ClampedArray,
  size: SizeHw,
  { threshold = 0 }: { threshold?: number } = {},
): Mask {
  const [h, w] = size;
  requirePixels(data, size);
  const flips = TransitionList.shared(h, w);
  findFlips(data, h, w, threshold, flips);
  const bounds = flips.columnMajor();
  return new Mask([h, w], runsBetween(bounds, 0, flips.length, h * w));
}

/**
 * The row-major picture of a mask, 1 where set and 0 elsewhere (`out[y * w + x]`).
 * @param out written over and returned when given, so that one buffer serves many masks
 * @throws MaskError when `out` does not hold h * w bytes
 */
export function maskToBitmap(mask: Mask, out?: Uint8Array): Uint8Array {
  if (out === undefined) return paintMask(mask, new Uint8Array(mask.height * mask.width), 1);
  requirePixels(out, mask.size);
  out.fill(0);
  return paintMask(mask, out, 1);
}

/**
 * Writes `value` at the set pixels of a row-major picture of the mask's size and leaves the others alone.
 * @throws MaskError when `out` does not hold h * w values
 */
export function paintMask<T extends Uint8Array | Uint8ClampedArray | Uint16Array | Int32Array | Float32Array>(
  mask: Mask,
  out: T,
  value: number,
): T {
  const [h, w] = mask.size;
  requirePixels(out, mask.size);
  const { runs } = mask;
  let at = 0;
  let x = 0;
  let columnEnd = h;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    let start = at + runs[i]!;
    const end = start + runs[i + 1]!;
    at = end;
    while (start < end) {
      while (start >= columnEnd) {
        x++;
        columnEnd += h;
      }
      const stop = Math.min(end, columnEnd);
      const top = columnEnd - h;
      const last = (stop - top) * w + x;
      for (let p = (start - top) * w + x; p < last; p += w) out[p] = value;
      start = stop;
    }
  }
  return out;
}

/** Checks that a picture holds one value a pixel. @throws MaskError */
export function requirePixels(data: ArrayLike<number>, size: SizeHw): void {
  const total = requireMaskSize(size);
  if (data.length !== total) {
    throw new MaskError(`a ${size[0]}x${size[1]} mask (height x width) needs ${total} values, got ${data.length}`);
  }
}

/** Notes each pixel that differs from the one before it in column-major order; (0, 0) is compared with 0. */
function findFlips(
  data: Uint8Array | Uint8ClampedArray,
  h: number,
  w: number,
  threshold: number,
  flips: TransitionList,
): void {
  const lastRow = (h - 1) * w;
  for (let x = 0; x < w && h > 0; x++) {
    const before = x > 0 && data[lastRow + x - 1]! > threshold;
    if (data[x]! > threshold !== before) flips.add(x);
  }
  flips.endRow();
  const words = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let y = 1; y < h; y++) {
    flips.reserve(w);
    findRowFlips(data, words, y * w, w, threshold, flips);
    flips.endRow();
  }
}

/** Four pixels at a time: equal words hold no flip. */
function findRowFlips(
  data: Uint8Array | Uint8ClampedArray,
  words: DataView,
  row: number,
  w: number,
  threshold: number,
  flips: TransitionList,
): void {
  const above = row - w;
  const whole = w & ~3;
  for (let x = 0; x < whole; x += 4) {
    if (words.getUint32(row + x, true) === words.getUint32(above + x, true)) continue;
    for (let k = x; k < x + 4; k++) {
      if (data[row + k]! > threshold !== data[above + k]! > threshold) flips.add(k);
    }
  }
  for (let x = whole; x < w; x++) {
    if (data[row + x]! > threshold !== data[above + x]! > threshold) flips.add(x);
  }
}
