import type { EventRule } from './rule.ts';
import { SteadyPairs } from './steady-pairs.ts';

/** Common movement is known so much later than it began. */
const lookBack = 0.6;

/**
 * is carried by (other: carrier): `holds` begins ("picked up", "caught"); dated to the knee of the carried one's path,
 * where it began to move with its carrier. A gap shorter than 0.2 s is no end.
 */
export function carrying(): EventRule {
  const pairs = new SteadyPairs(0, 0.2);
  return {
    step: ({ contacts, now, time, isSettled, trackOf }) =>
      pairs
        .step(contacts('holds'), time, isSettled, (id) => now.has(id))
        .filter(({ kind }) => kind === 'begins')
        .map(({ a, b, time: t }) => ({
          t: trackOf(b)?.path.kneeSince(t - lookBack) ?? t,
          type: 'is carried by',
          who: b,
          other: a,
        })),
    forget: (isKnown) => pairs.forget(isKnown),
  };
}
