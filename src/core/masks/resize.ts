import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import { columnSpans } from './column-spans.ts';
import type { Mask } from './mask.ts';
import { emptyMask } from './mask-from-runs.ts';
import { requireMaskSize } from './mask-size.ts';
import { cropMask, pasteMask } from './place.ts';
import { type ResampleAxis, resampleBlock } from './resample.ts';
import { RunWriter } from './run-writer.ts';

/** Above half by more than rounding in the weights can add. */
const half = 0.5 + 1e-9;

/**
 * Nearest resize on the runs: pixel i of the result takes source pixel floor(i * from / to) on each axis.
 * That is OpenCV's INTER_NEAREST but for its floating-point product, which for some pairs of sizes falls just
 * below a whole number and takes the pixel before for a few i.
 * @throws MaskError when `size` is no size, or is not empty while the mask has no pixel to take
 */
export function resizeMask(mask: Mask, size: SizeHw): Mask {
  requireResizable(mask, size);
  const [h, w] = size;
  const { first, bounds, height, width } = columnSpans(mask);
  const writer = new RunWriter(mask.runs.length);
  for (let x = 0; x < w; x++) {
    const source = Math.floor((x * width) / w);
    for (let i = first[source]!; i < first[source + 1]!; i++) {
      writer.span(
        x * h + Math.ceil((bounds[2 * i]! * h) / height),
        x * h + Math.ceil((bounds[2 * i + 1]! * h) / height),
      );
    }
  }
  return writer.finish([h, w]);
}

/**
 * Smooth resize: set where more than half is covered after bilinear enlarging (pixel centres at .5)
 * or averaging on the axes that shrink.
 * @throws MaskError as `resizeMask`
 */
export function resizeMaskSoft(mask: Mask, size: SizeHw): Mask {
  requireResizable(mask, size);
  if (mask.isEmpty) return emptyMask(size);
  const [x, y, w, h] = mask.bbox;
  const rows: ResampleAxis = { from: mask.height, to: size[0], start: y, length: h };
  const columns: ResampleAxis = { from: mask.width, to: size[1], start: x, length: w };
  const coverage = resampleBlock(maskToBitmap(cropMask(mask, mask.bbox)), rows, columns);
  const set = new Uint8Array(coverage.data.length);
  for (let i = 0; i < set.length; i++) set[i] = coverage.data[i]! > half ? 1 : 0;
  const part = maskFromBitmap(set, [coverage.rows.length, coverage.columns.length]);
  return pasteMask(part, size, coverage.columns.start, coverage.rows.start);
}

/** Checks that a frame of `from.size` has pixels to fill one of size `to` with. @throws MaskError */
export function requireResizable(from: { readonly size: SizeHw }, to: SizeHw): void {
  const pixels = requireMaskSize(to);
  if (pixels > 0 && from.size[0] * from.size[1] === 0) throw new MaskError('a mask without pixels cannot be resized');
}
