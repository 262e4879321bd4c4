import type { RelationRule } from './relation.ts';

/** The largest colour of both is the same; unknown where one has no colours. */
export const sameColor: RelationRule = (a, b) => {
  const [p, q] = [a.attr.vis.words.colors?.[0], b.attr.vis.words.colors?.[0]];
  return p === undefined || q === undefined ? null : p[0] === q[0];
};
