import type { EventRule } from './rule.ts';
import { SteadyPairs } from './steady-pairs.ts';

/** touches, lets go (other): contact begins / ends. A gap shorter than 0.1 s is no end. Both hold both ways. */
export function touchEvents(): EventRule {
  const pairs = new SteadyPairs(0, 0.1);
  return {
    step: ({ contacts, time, earlier }) =>
      pairs
        .step(contacts('touches'), time, (id) => earlier.has(id))
        .map(({ kind, a, b, time: t }) => ({ t, type: kind === 'begins' ? 'touches' : 'lets go', who: a, other: b })),
    forget: (isKnown) => pairs.forget(isKnown),
  };
}
