import { columnSpans } from './column-spans.ts';
import type { Mask } from './mask.ts';
import { RunWriter } from './run-writer.ts';

/** The mirror image: `horizontal` swaps left and right, `vertical` top and bottom. */
export function flipMask(mask: Mask, axis: 'horizontal' | 'vertical'): Mask {
  const { first, bounds, height, width } = columnSpans(mask);
  const writer = new RunWriter(mask.runs.length);
  for (let x = 0; x < width; x++) {
    if (axis === 'horizontal') {
      const source = width - 1 - x;
      for (let i = first[source]!; i < first[source + 1]!; i++) {
        writer.span(x * height + bounds[2 * i]!, x * height + bounds[2 * i + 1]!);
      }
    } else {
      const bottom = (x + 1) * height;
      for (let i = first[x + 1]! - 1; i >= first[x]!; i--) {
        writer.span(bottom - bounds[2 * i + 1]!, bottom - bounds[2 * i]!);
      }
    }
  }
  return writer.finish(mask.size);
}
