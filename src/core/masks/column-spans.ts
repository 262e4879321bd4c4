import type { Mask } from './mask.ts';

/**
 * A mask cut into spans within one column: column x holds spans `first[x] .. first[x + 1] - 1`,
 * span i covers the rows `bounds[2 * i]` to `bounds[2 * i + 1]`, the end left out. Rising and never touching.
 */
export interface ColumnSpans {
  readonly height: number;
  readonly width: number;
  readonly first: Uint32Array;
  readonly bounds: Int32Array;
}

/** Cuts the runs of a mask at the column edges. */
export function columnSpans(mask: Mask): ColumnSpans {
  const [height, width] = mask.size;
  const { runs } = mask;
  const first = new Uint32Array(width + 1);
  const bounds = new Int32Array(2 * (runs.length + mask.bbox[2]));
  let at = 0;
  let x = 0;
  let top = 0;
  let used = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    let start = at + runs[i]!;
    const end = start + runs[i + 1]!;
    at = end;
    while (start < end) {
      while (start >= top + height) {
        first[++x] = used;
        top += height;
      }
      const stop = Math.min(end, top + height);
      bounds[2 * used] = start - top;
      bounds[2 * used + 1] = stop - top;
      used++;
      start = stop;
    }
  }
  while (x < width) first[++x] = used;
  return { height, width, first, bounds: bounds.subarray(0, 2 * used) };
}
