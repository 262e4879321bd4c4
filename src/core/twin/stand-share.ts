import type { DepthMap } from '../specialists/contract.ts';
import { depthOrder } from './depth-map.ts';
import type { PlacedShape } from './placed-shape.ts';

/** The part of a shape's height that it may stand on. */
const footShare = 0.25;

/**
 * Share of the upper shape's foot (those columns whose lower edge lies in the lowest quarter of its height) under which
 * the lower shape begins within `gap` pixels at like depth.
 */
export const standShare = (upper: PlacedShape, lower: PlacedShape, gap: number, depth: DepthMap): number =>
  footShareOver(upper, (x, edge) => firstBelow(lower, x, edge, gap, depth, 0) !== null);

/**
 * Share of the inner shape's foot under which the outer one begins within `gap` pixels and is nearer, with nothing
 * farther for `wall` pixels further down: it stands behind a wall, not behind the edge of a board.
 */
export const sunkShare = (
  inner: PlacedShape,
  outer: PlacedShape,
  { gap, wall }: { readonly gap: number; readonly wall: number },
  depth: DepthMap,
): number => footShareOver(inner, (x, edge) => wallBelow(outer, x, edge, gap, wall, depth));

function footShareOver(upper: PlacedShape, meets: (x: number, edge: number) => boolean): number {
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
    if (meets(left + upper.dx + c, edge)) standing++;
  }
  return counted === 0 ? 0 : standing / counted;
}

function wallBelow(outer: PlacedShape, x: number, edge: number, gap: number, wall: number, depth: DepthMap): boolean {
  const row = firstBelow(outer, x, edge, gap, depth, 1);
  if (row === null) return false;
  for (let y = row; y < row + wall; y++) if (depthOrder(depth, x, edge - 1, x, y) === -1) return false;
  return true;
}

/** The row under the edge in which the shape begins at that order of depth. */
function firstBelow(
  { columns, dx, dy }: PlacedShape,
  x: number,
  edge: number,
  gap: number,
  depth: DepthMap,
  order: 0 | 1,
): number | null {
  const { starts, rows, left } = columns;
  const c = x - left - dx;
  if (c < 0 || c + 1 >= starts.length) return null;
  for (let s = starts[c]!; s < starts[c + 1]!; s++) {
    const [from, to] = [rows[2 * s]! + dy, rows[2 * s + 1]! + dy];
    if (from > edge + gap || to <= edge) continue;
    if (depthOrder(depth, x, edge - 1, x, Math.max(from, edge)) === order) return Math.max(from, edge);
  }
  return null;
}
