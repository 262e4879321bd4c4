import { boxBottom, boxRight } from '../../base/geometry.ts';
import type { RelationRule } from './relation.ts';

/** a.cx < b.cx - 1 % D, and a's right edge does not reach beyond b's. */
export const leftOf: RelationRule = (a, b, { diagonal }) => {
  const [p, q] = [a.attr.spa, b.attr.spa];
  return p.centroid[0] < q.centroid[0] - 0.01 * diagonal && boxRight(p.box) <= boxRight(q.box);
};

/** Mirror of `leftOf`: a.cx > b.cx + 1 % D, and a's left edge does not reach beyond b's. */
export const rightOf: RelationRule = (a, b, { diagonal }) => {
  const [p, q] = [a.attr.spa, b.attr.spa];
  return p.centroid[0] > q.centroid[0] + 0.01 * diagonal && p.box[0] >= q.box[0];
};

/** a's lower edge <= b.cy, a.cy < b.cy - 1 % D, and their x-extents overlap or |dx| <= |dy|. */
export const above: RelationRule = (a, b, { diagonal }) => {
  const [p, q] = [a.attr.spa, b.attr.spa];
  const higher = boxBottom(p.box) <= q.centroid[1] && p.centroid[1] < q.centroid[1] - 0.01 * diagonal;
  return higher && isInLine(a, b);
};

/** Mirror of `above`: a's upper edge >= b.cy, a.cy > b.cy + 1 % D, in line. */
export const below: RelationRule = (a, b, { diagonal }) => {
  const [p, q] = [a.attr.spa, b.attr.spa];
  const lower = p.box[1] >= q.centroid[1] && p.centroid[1] > q.centroid[1] + 0.01 * diagonal;
  return lower && isInLine(a, b);
};

function isInLine(a: Parameters<RelationRule>[0], b: Parameters<RelationRule>[1]): boolean {
  const [p, q] = [a.attr.spa, b.attr.spa];
  const overlap = p.box[0] < boxRight(q.box) && q.box[0] < boxRight(p.box);
  const [dx, dy] = [p.centroid[0] - q.centroid[0], p.centroid[1] - q.centroid[1]];
  return overlap || Math.abs(dx) <= Math.abs(dy);
}
