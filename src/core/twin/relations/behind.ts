import { boxGap } from '../../base/geometry.ts';
import type { Node } from '../scene-graph.ts';
import type { RelationContext, RelationRule, Truth } from './relation.ts';

/**
 * behind(i, j) = depth_i > depth_j and overlap(i, j), depth growing away from the camera; what one is seen to hide
 * of the other decides first. In order: b hides part of a: true; a hides part of b: false; gap between the boxes more
 * than a quarter of the shortest side: false; depth not known of both (confidence < 0.5): unknown; else
 * depth(a) - depth(b) > 3 % of the larger.
 */
export const behind: RelationRule = (a, b, context) => {
  if (context.contact('hides', b.id, a.id)) return true;
  if (context.contact('hides', a.id, b.id)) return false;
  const [p, q] = [a.attr.spa.box, b.attr.spa.box];
  if (boxGap(p, q) > Math.min(p[2], p[3], q[2], q[3]) / 4) return false;
  return isDeeper(a, b);
};

/** `behind` with the two swapped. */
export const inFrontOf: RelationRule = (a, b, context) => behind(b, a, context);

/** a covers at least 10 % of the extent of b. */
export const hides: RelationRule = (a, b, context: RelationContext) =>
  context.contact('hides', a.id, b.id) !== undefined;

function isDeeper(a: Node, b: Node): Truth {
  const [p, q] = [a.attr.spa.depth, b.attr.spa.depth];
  if (!p || !q || p.unit !== q.unit || p.confidence < 0.5 || q.confidence < 0.5) return null;
  return p.value - q.value > 0.03 * Math.max(Math.abs(p.value), Math.abs(q.value));
}
