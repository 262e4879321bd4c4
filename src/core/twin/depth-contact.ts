import { type DepthMap, isLikeDepth } from './depth-map.ts';
import type { PlacedShape } from './placed-shape.ts';

/** Pairs of pixels that must be at like depth before two shapes touch: one may be chance. */
const leastPairs = 2;
/** The part of a shape's height that it may stand on. */
const footShare = 0.25;

/**
 * True if the surfaces meet where the masks do: pixels of both at most `gap` apart in a row or a column, at like depth
 * in at least two places.
 */
export function touchesInDepth(a: PlacedShape, b: PlacedShape, gap: number, depth: DepthMap): boolean {
  let pairs = 0;
  const shift = a.columns.left + a.dx - b.columns.left - b.dx;
  const columns = a.columns.starts.length - 1;
  for (let c = 0; c < columns && pairs < leastPairs; c++) {
    pairs += pairsInColumn(a, c, b, c + shift, gap, depth);
    for (let step = 1; step <= gap + 1 && pairs < leastPairs; step++) {
      pairs += pairsInRows(a, c, b, c + shift + step, depth);
      pairs += pairsInRows(a, c, b, c + shift - step, depth);
    }
  }
  return pairs >= leastPairs;
}

const hasColumn = ({ columns: { starts } }: PlacedShape, c: number): boolean => c >= 0 && c + 1 < starts.length;

/** Ends of spans of one column that lie over or under each other. */
function pairsInColumn(a: PlacedShape, ca: number, b: PlacedShape, cb: number, gap: number, depth: DepthMap): number {
  if (!hasColumn(b, cb)) return 0;
  const { starts: sa, rows: ra } = a.columns;
  const { starts: sb, rows: rb } = b.columns;
  const x = a.columns.left + a.dx + ca;
  let pairs = 0;
  for (let i = sa[ca]!; i < sa[ca + 1]!; i++) {
    const [from, to] = [ra[2 * i]! + a.dy, ra[2 * i + 1]! + a.dy];
    for (let j = sb[cb]!; j < sb[cb + 1]!; j++) {
      const [start, end] = [rb[2 * j]! + b.dy, rb[2 * j + 1]! + b.dy];
      if (start >= to && start - to <= gap && isLikeDepth(depth, x, to - 1, x, start)) pairs++;
      if (from >= end && from - end <= gap && isLikeDepth(depth, x, from, x, end - 1)) pairs++;
    }
  }
  return pairs;
}

/** Pixels side by side in two columns near each other: two rows of each common stretch are looked at. */
function pairsInRows(a: PlacedShape, ca: number, b: PlacedShape, cb: number, depth: DepthMap): number {
  if (!hasColumn(b, cb)) return 0;
  const { starts: sa, rows: ra } = a.columns;
  const { starts: sb, rows: rb } = b.columns;
  const xa = a.columns.left + a.dx + ca;
  const xb = b.columns.left + b.dx + cb;
  let pairs = 0;
  for (let i = sa[ca]!; i < sa[ca + 1]!; i++) {
    for (let j = sb[cb]!; j < sb[cb + 1]!; j++) {
      const from = Math.max(ra[2 * i]! + a.dy, rb[2 * j]! + b.dy);
      const to = Math.min(ra[2 * i + 1]! + a.dy, rb[2 * j + 1]! + b.dy);
      for (let y = from; y < to; y++) if (isLikeDepth(depth, xa, y, xb, y)) pairs++;
    }
  }
  return pairs;
}

/**
 * Share of the upper shape's foot (those columns whose lower edge lies in the lowest quarter of its height) under which
 * the lower shape begins within `gap` pixels at like depth.
 */
export function standShare(upper: PlacedShape, lower: PlacedShape, gap: number, depth: DepthMap): number {
  const { starts, rows, left } = upper.columns;
  const [, top, , height] = upper.box;
  const foot = top + (1 - footShare) * height;
  let standing = 0;
  let counted = 0;
  for (let c = 0; c + 1 < starts.length; c++) {
    if (starts[c] === starts[c + 1]) continue;
    const edge = rows[2 * starts[c + 1]! - 1]! + upper.dy;
    if (edge < foot) continue;
    counted++;
    if (standsAt(lower, left + upper.dx + c, edge, gap, depth)) standing++;
  }
  return counted === 0 ? 0 : standing / counted;
}

function standsAt(lower: PlacedShape, x: number, edge: number, gap: number, depth: DepthMap): boolean {
  const c = x - lower.columns.left - lower.dx;
  if (!hasColumn(lower, c)) return false;
  const { starts, rows } = lower.columns;
  for (let s = starts[c]!; s < starts[c + 1]!; s++) {
    const [from, to] = [rows[2 * s]! + lower.dy, rows[2 * s + 1]! + lower.dy];
    if (from > edge + gap || to <= edge) continue;
    if (isLikeDepth(depth, x, edge - 1, x, Math.max(from, edge))) return true;
  }
  return false;
}
