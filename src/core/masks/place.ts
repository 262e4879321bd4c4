import type { Box, SizeHw } from '../base/geometry.ts';
import { columnSpans } from './column-spans.ts';
import type { Mask } from './mask.ts';
import { requireMaskSize } from './mask-size.ts';
import { RunWriter } from './run-writer.ts';

/** Moves a mask by whole pixels within its frame; what leaves the frame is lost. */
export const translateMask = (mask: Mask, dx: number, dy: number): Mask => pasteMask(mask, mask.size, dx, dy);

/**
 * The part of a mask under a box [x, y, w, h] of whole pixels, as a mask of size [h, w].
 * The box may reach outside the frame; nothing is set there.
 */
export const cropMask = (mask: Mask, [x, y, w, h]: Box): Mask => pasteMask(mask, [h, w], -x, -y);

/** A mask laid into an empty frame of `size` with its upper left corner at (x, y), clipped. Undoes `cropMask`. */
export function pasteMask(mask: Mask, size: SizeHw, x: number, y: number): Mask {
  requireMaskSize(size);
  const [h, w] = size;
  const { first, bounds, width } = columnSpans(mask);
  const writer = new RunWriter(mask.runs.length);
  const right = Math.min(width, w - x);
  for (let column = Math.max(0, -x); column < right; column++) {
    const top = (column + x) * h;
    for (let i = first[column]!; i < first[column + 1]!; i++) {
      const from = Math.max(0, bounds[2 * i]! + y);
      const to = Math.min(h, bounds[2 * i + 1]! + y);
      writer.span(top + from, top + to);
    }
  }
  return writer.finish([h, w]);
}
