import type { TruthEvent } from '../../contract.ts';
import { type Edge, Edges } from './edges.ts';
import { isJoining } from './joinings.ts';
import { type EventRule, hasRelation, instant, isHidden, lastMoveOf, relationsOf, type Step } from './rule.ts';

/** Contact between things that have not moved for so long comes to light, or is hidden, but does not begin or end. */
const moveSeconds = 0.5;
/** What is taken hold of moves so soon after. */
const soonSeconds = 0.15;

/**
 * touches, lets go (; other; both ways): contact begins, ends, and one of the two has moved in the 0.5 s before, or
 * moves right after. A contact of one
 * frame, and a gap shorter than 0.1 s, do not count; while one of the two is hidden, and not in the other, it stays as it was: it cannot be seen.
 * What becomes one or comes apart splits and merges instead.
 */
export function contact(): EventRule {
  const edges = new Edges(0.03, 0.1);
  let waiting: readonly Edge[] = [];
  return {
    step: (step) => {
      const { record } = step;
      const hasMoved = (id: number, at: number) => lastMoveOf(step, id) >= at - moveSeconds - instant;
      const fresh = edges.step(
        relationsOf(record, 'touches'),
        step,
        (a, b) => (isHidden(step, a) || isHidden(step, b)) && !isIn(step, a, b),
      );
      const known = [...waiting, ...fresh.filter(({ a, b, time }) => !isJoining(step, a, b, time))];
      const moved = known.filter(({ a, b, time }) => hasMoved(a, time) || hasMoved(b, time));
      waiting = known.filter((edge) => !moved.includes(edge) && record.time - edge.time < soonSeconds - instant);
      return moved.map(
        ({ begins, a, b, time }): TruthEvent => ({ type: begins ? 'touches' : 'lets go', who: a, other: b, time }),
      );
    },
  };
}

const isIn = ({ record }: Step, a: number, b: number): boolean =>
  hasRelation(record, 'in', a, b) || hasRelation(record, 'in', b, a);
