import { type DepthMap, depthOrder } from './depth-map.ts';
import type { PlacedShape } from './placed-shape.ts';

/** The part of a shape's height that it may stand on. */
const footShare = 0.25;

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

function standsAt({ columns, dx, dy }: PlacedShape, x: number, edge: number, gap: number, depth: DepthMap): boolean {
  const { starts, rows, left } = columns;
  const c = x - left - dx;
  if (c < 0 || c + 1 >= starts.length) return false;
  for (let s = starts[c]!; s < starts[c + 1]!; s++) {
    const [from, to] = [rows[2 * s]! + dy, rows[2 * s + 1]! + dy];
    if (from > edge + gap || to <= edge) continue;
    if (depthOrder(depth, x, edge - 1, x, Math.max(from, edge)) === 0) return true;
  }
  return false;
}
