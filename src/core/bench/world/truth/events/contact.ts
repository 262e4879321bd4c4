import type { TruthEvent } from '../../contract.ts';
import { Edges } from './edges.ts';
import { Joinings } from './joinings.ts';
import { type EventRule, hasRelation, isHidden, isSettled, relationsOf, type Step } from './rule.ts';

/**
 * touches, lets go (; other; both ways): contact begins, ends. A contact of one frame, and a gap shorter
 * than 0.1 s, do not count; while one of the two is hidden, and not in the other, it stays as it was: it cannot be seen.
 * What becomes one or comes apart splits and merges instead.
 */
export function contact(): EventRule {
  const edges = new Edges(0.03, 0.1);
  const joinings = new Joinings();
  return {
    step: (step) => {
      const { record, now } = step;
      joinings.note(record);
      return edges
        .step(
          relationsOf(record, 'touches'),
          record.time,
          (a, b) => isSettled(step, a) && isSettled(step, b),
          (a, b) => now.has(a) && now.has(b),
          (a, b) => (isHidden(step, a) || isHidden(step, b)) && !isIn(step, a, b),
        )
        .filter(({ a, b, time }) => !joinings.explain(a, b, time))
        .map(
          ({ begins, a, b, time }): TruthEvent => ({ type: begins ? 'touches' : 'lets go', who: a, other: b, time }),
        );
    },
  };
}

const isIn = ({ record }: Step, a: number, b: number): boolean =>
  hasRelation(record, 'in', a, b) || hasRelation(record, 'in', b, a);
