import type { TruthEvent } from '../../contract.ts';
import { Edges } from './edges.ts';
import { type EventRule, relationsOf } from './rule.ts';

/** touches, lets go (; other; both ways): contact begins, ends. Gaps and bursts shorter than 0.1 s do not count. */
export function contact(): EventRule {
  const edges = new Edges(0.1, 0.1);
  return {
    step: ({ record, now, earlier }) =>
      edges
        .step(
          relationsOf(record, 'touches'),
          record.time,
          (a, b) => earlier.has(a) && earlier.has(b),
          (a, b) => now.has(a) && now.has(b),
        )
        .map(
          ({ begins, a, b, time }): TruthEvent => ({ type: begins ? 'touches' : 'lets go', who: a, other: b, time }),
        ),
  };
}
