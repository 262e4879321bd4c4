import type { EventRule } from './rule.ts';

/** splits (; the new thing): a piece has come off. merges (; the piece): two have become one. */
export const joining = (): EventRule => ({
  step: ({ record: { joinings, time } }) =>
    joinings.map(({ type, whole, piece }) => ({ type, who: whole, other: piece, time })),
});
