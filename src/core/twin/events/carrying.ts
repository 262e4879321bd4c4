import type { EventRule } from './rule.ts';
import { SteadyPairs } from './steady-pairs.ts';

/** is carried by (other: carrier): `holds` begins ("picked up", "caught"). A gap shorter than 0.2 s is no end. */
export function carrying(): EventRule {
  const pairs = new SteadyPairs(0, 0.2);
  return {
    step: ({ contacts, time, earlier }) =>
      pairs
        .step(contacts('holds'), time, (id) => earlier.has(id))
        .filter(({ kind }) => kind === 'begins')
        .map(({ a, b, time: t }) => ({ t, type: 'is carried by', who: b, other: a })),
    forget: (isKnown) => pairs.forget(isKnown),
  };
}
