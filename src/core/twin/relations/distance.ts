import { type Box, boxGap } from '../../base/geometry.ts';
import type { Node } from '../scene-graph.ts';
import type { RelationRule } from './relation.ts';

/** Gap between the boxes <= mean of their sizes, size = sqrt(w h). */
export const near: RelationRule = (a, b) =>
  boxGap(a.attr.spa.box, b.attr.spa.box) <= (sizeOf(a.attr.spa.box) + sizeOf(b.attr.spa.box)) / 2;

/** Gap between the boxes > a third of the diagonal and not `near`. */
export const far: RelationRule = (a, b, context) =>
  boxGap(a.attr.spa.box, b.attr.spa.box) > context.diagonal / 3 && near(a, b, context) === false;

/**
 * a lies between b and c: the foot of its centre on the line b -> c falls at 10 to 90 % of it, and it is off the line
 * by at most (max(size b, size c) + size a) / 2.
 */
export function between(a: Node, b: Node, c: Node): boolean {
  const [p, q, r] = [a, b, c].map((node) => node.attr.spa.centroid) as [Point, Point, Point];
  const [dx, dy] = [r[0] - q[0], r[1] - q[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return false;
  const along = ((p[0] - q[0]) * dx + (p[1] - q[1]) * dy) / length ** 2;
  const off = Math.abs((p[0] - q[0]) * dy - (p[1] - q[1]) * dx) / length;
  const reach = (Math.max(sizeOf(b.attr.spa.box), sizeOf(c.attr.spa.box)) + sizeOf(a.attr.spa.box)) / 2;
  return along >= 0.1 && along <= 0.9 && off <= reach;
}

type Point = readonly [number, number];

const sizeOf = (box: Box): number => Math.sqrt(box[2] * box[3]);
