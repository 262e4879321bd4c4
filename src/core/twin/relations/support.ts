import type { RelationRule } from './relation.ts';

/** a's lower edge rests on b, directly (a book on a book on the desk is not on the desk). */
export const on: RelationRule = (a, b, { contact }) => contact('on', a.id, b.id) !== undefined;

/** b is on a, or b is in a and at most half of b can be seen. */
export const under: RelationRule = (a, b, { contact }) =>
  contact('on', b.id, a.id) !== undefined || (contact('in', b.id, a.id) !== undefined && b.attr.spa.visible <= 0.5);

/** a is enclosed by b, covered by it, or hidden in it. */
export const inside: RelationRule = (a, b, { contact }) => contact('in', a.id, b.id) !== undefined;

/** Inverse of `inside`. */
export const contains: RelationRule = (a, b, { contact }) => contact('in', b.id, a.id) !== undefined;

/** b moves with a, in contact. */
export const holds: RelationRule = (a, b, { contact }) => contact('holds', a.id, b.id) !== undefined;
