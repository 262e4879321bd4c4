import type { SizeHw } from '../base/geometry.ts';
import { trimColumns } from './columns.ts';
import type { PlacedShape } from './placed-shape.ts';

/** Masks of things that lie over each other may leave a seam of so many pixels between them. */
const usualSeam = 2;

/**
 * The full extent of a thing as far as it is known: what is seen of it now, and of what was known before that which lies
 * inside the picture under its covers. What should be seen there and is not, is no more; what is seen beyond it has come
 * to light.
 */
export function visibleExtent(
  known: PlacedShape,
  seen: PlacedShape,
  covers: readonly PlacedShape[],
  [height, width]: SizeHw,
  seam = usualSeam,
): PlacedShape {
  const left = Math.max(0, Math.min(leftOf(known), leftOf(seen)));
  const right = Math.min(width, Math.max(rightOf(known), rightOf(seen)));
  const starts = new Int32Array(Math.max(0, right - left) + 1);
  const rows: number[] = [];
  for (let x = left; x < right; x++) {
    const under = common(spansAt(known, x), coveredAt(covers, x, seam), height);
    rows.push(...united([...under, ...spansAt(seen, x)]));
    starts[x - left + 1] = rows.length / 2;
  }
  return known.reshaped(trimColumns(left, starts, rows));
}

/** Pairs [from, to) of rows, in order. */
type Spans = readonly number[];

const leftOf = ({ columns, dx }: PlacedShape): number => columns.left + dx;

const rightOf = (shape: PlacedShape): number => leftOf(shape) + shape.columns.starts.length - 1;

function spansAt(shape: PlacedShape, x: number): number[] {
  const { starts, rows } = shape.columns;
  const c = x - leftOf(shape);
  if (c < 0 || c + 1 >= starts.length) return [];
  return Array.from(rows.subarray(2 * starts[c]!, 2 * starts[c + 1]!), (row) => row + shape.dy);
}

/** Rows of a column under, or next to, any of the covers. */
function coveredAt(covers: readonly PlacedShape[], x: number, seam: number): Spans {
  const spans: number[] = [];
  for (const cover of covers) {
    for (let at = x - seam; at <= x + seam; at++)
      for (const [i, row] of spansAt(cover, at).entries()) spans.push(i % 2 === 0 ? row - seam : row + seam);
  }
  return united(spans);
}

/** Spans in any order, those that meet put together. */
function united(spans: Spans): number[] {
  if (spans.length <= 2) return [...spans];
  const order = Array.from({ length: spans.length / 2 }, (_, i) => 2 * i).sort((a, b) => spans[a]! - spans[b]!);
  const out: number[] = [];
  for (const i of order) {
    if (out.length > 0 && spans[i]! <= out.at(-1)!) out[out.length - 1] = Math.max(out.at(-1)!, spans[i + 1]!);
    else out.push(spans[i]!, spans[i + 1]!);
  }
  return out;
}

/** Rows in both, inside the picture. */
function common(a: Spans, b: Spans, height: number): number[] {
  const out: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!, b[j]!, 0);
    const to = Math.min(a[i + 1]!, b[j + 1]!, height);
    if (to > from) out.push(from, to);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return out;
}
