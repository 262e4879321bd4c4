import type { PlacedShape } from './placed-shape.ts';

/** Pixels that both shapes cover. */
export function overlapArea(a: PlacedShape, b: PlacedShape): number {
  const left = Math.max(a.columns.left + a.dx, b.columns.left + b.dx);
  const right = Math.min(rightOf(a), rightOf(b));
  const dy = b.dy - a.dy;
  let area = 0;
  for (let x = left; x < right; x++) {
    const ca = x - a.columns.left - a.dx;
    const cb = x - b.columns.left - b.dx;
    area += columnOverlap(a, ca, b, cb, dy);
  }
  return area;
}

const rightOf = (s: PlacedShape): number => s.columns.left + s.columns.starts.length - 1 + s.dx;

/** Walks the spans of one column of each shape together, as in a merge. */
function columnOverlap(a: PlacedShape, ca: number, b: PlacedShape, cb: number, dy: number): number {
  const { starts: sa, rows: ra } = a.columns;
  const { starts: sb, rows: rb } = b.columns;
  let i = sa[ca]!;
  let j = sb[cb]!;
  const iEnd = sa[ca + 1]!;
  const jEnd = sb[cb + 1]!;
  let sum = 0;
  while (i < iEnd && j < jEnd) {
    const aTo = ra[2 * i + 1]!;
    const bTo = rb[2 * j + 1]! + dy;
    const from = Math.max(ra[2 * i]!, rb[2 * j]! + dy);
    const to = Math.min(aTo, bTo);
    if (to > from) sum += to - from;
    if (aTo < bTo) i++;
    else j++;
  }
  return sum;
}

/** True if at most `gap` empty pixels lie between the shapes, along rows, columns or diagonals. */
export function isNear(a: PlacedShape, b: PlacedShape, gap: number): boolean {
  const reach = gap + 1;
  const bLeft = b.columns.left + b.dx;
  const from = Math.max(a.columns.left + a.dx, bLeft - reach);
  const to = Math.min(rightOf(a), rightOf(b) + reach);
  for (let x = from; x < to; x++) {
    const last = Math.min(x + reach, rightOf(b) - 1);
    for (let xb = Math.max(x - reach, bLeft); xb <= last; xb++) {
      if (columnsNear(a, x - a.columns.left - a.dx, b, xb - bLeft, gap)) return true;
    }
  }
  return false;
}

/** True if the shape has a pixel at most `gap` px from a point, in rows and in columns. */
export function reaches({ columns, dx, dy }: PlacedShape, x: number, y: number, gap: number): boolean {
  const { starts, rows, left } = columns;
  const c = Math.round(x) - left - dx;
  const last = Math.min(starts.length - 2, c + gap);
  for (let k = Math.max(0, c - gap); k <= last; k++) {
    for (let s = starts[k]!; s < starts[k + 1]!; s++) {
      if (rows[2 * s]! + dy <= y + gap && rows[2 * s + 1]! + dy > y - gap) return true;
    }
  }
  return false;
}

function columnsNear(a: PlacedShape, ca: number, b: PlacedShape, cb: number, gap: number): boolean {
  const { starts: sa, rows: ra } = a.columns;
  const { starts: sb, rows: rb } = b.columns;
  const dy = b.dy - a.dy;
  for (let i = sa[ca]!; i < sa[ca + 1]!; i++) {
    for (let j = sb[cb]!; j < sb[cb + 1]!; j++) {
      if (ra[2 * i]! - gap <= rb[2 * j + 1]! + dy && rb[2 * j]! + dy <= ra[2 * i + 1]! + gap) return true;
    }
  }
  return false;
}

/** Share of the upper shape's lower edge (its columns) under which the other one begins within `gap` pixels. */
export function restShare(upper: PlacedShape, lower: PlacedShape, gap: number): number {
  const { starts, rows, left } = upper.columns;
  const shift = left + upper.dx - lower.columns.left - lower.dx;
  const dy = lower.dy - upper.dy;
  let resting = 0;
  let counted = 0;
  for (let c = 0; c + 1 < starts.length; c++) {
    if (starts[c] === starts[c + 1]) continue;
    counted++;
    if (hasRowsAt(lower, c + shift, rows[2 * starts[c + 1]! - 1]! - dy, gap)) resting++;
  }
  return counted === 0 ? 0 : resting / counted;
}

/** True if column `c` of the shape has pixels in rows [from, from + gap]. */
function hasRowsAt({ columns: { starts, rows } }: PlacedShape, c: number, from: number, gap: number): boolean {
  if (c < 0 || c + 1 >= starts.length) return false;
  for (let s = starts[c]!; s < starts[c + 1]!; s++) {
    if (rows[2 * s]! <= from + gap && rows[2 * s + 1]! > from) return true;
  }
  return false;
}
