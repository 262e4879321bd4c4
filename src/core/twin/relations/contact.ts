import { boxIntersection } from '../../base/geometry.ts';
import { intersectionArea } from '../../masks/overlap.ts';
import type { RelationRule } from './relation.ts';

/** Masks at most 2 px apart at like depth, or one is on, in, or holds the other. Holds both ways. */
export const touching: RelationRule = (a, b, { contact }) =>
  (['touches', 'on', 'in', 'holds'] as const).some(
    (relation) => contact(relation, a.id, b.id) !== undefined || contact(relation, b.id, a.id) !== undefined,
  );

/** Their masks share pixels, or (where a part is covered) one hides the other. Holds both ways. */
export const overlapping: RelationRule = (a, b, { contact }) => {
  if (contact('hides', a.id, b.id) || contact('hides', b.id, a.id)) return true;
  return boxIntersection(a.attr.spa.box, b.attr.spa.box) !== null && intersectionArea(a.mask, b.mask) > 0;
};
