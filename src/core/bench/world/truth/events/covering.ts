import type { TruthEvent } from '../../contract.ts';
import { hiddenAt, type ThingState } from '../records.ts';
import { type EventRule, forgetAbsent, hasRelation, instant, lastMoveOf, type Step } from './rule.ts';

/** A cover that moved so recently has come to lie over the thing. */
const recently = 0.3;
/** What is hidden, or seen again, for a shorter time has only been passed. */
const lastingSeconds = 0.2;

/** Whether a thing counts as hidden, and the change that has begun. */
interface Sight {
  hidden: boolean;
  cover: number | undefined;
  change: { readonly time: number; cover: number | undefined } | undefined;
}

/**
 * is covered by (other: cover): its visible share falls to 0.05 or less for 0.2 s in a thing that it is now in, or under
 * one that moved onto it while it did not move itself. is uncovered (other: the same): it rises again for 0.2 s.
 */
export function covering(): EventRule {
  const sights = new Map<number, Sight>();
  return {
    step: (step) => {
      forgetAbsent(sights, step);
      return [...step.now.values()].flatMap((thing) => judge(thing, sights, step) ?? []);
    },
  };
}

function judge(thing: ThingState, sights: Map<number, Sight>, step: Step): TruthEvent | undefined {
  const { id } = thing;
  const { time } = step.record;
  const hidden = thing.visible <= hiddenAt;
  const sight = sights.get(id) ?? { hidden, cover: undefined, change: undefined };
  sights.set(id, sight);
  if (hidden === sight.hidden) {
    sight.change = undefined;
    return undefined;
  }
  sight.change ??= { time, cover: undefined };
  if (hidden) sight.change.cover ??= coverOf(thing, step);
  if (time - sight.change.time < lastingSeconds - instant) return undefined;
  const other = hidden ? sight.change.cover : sight.cover;
  const event = {
    type: hidden ? ('is covered by' as const) : ('is uncovered' as const),
    who: id,
    time: sight.change.time,
  };
  Object.assign(sight, { hidden, cover: hidden ? other : undefined, change: undefined });
  return other === undefined ? undefined : { ...event, other };
}

function coverOf({ id, covers }: ThingState, step: Step): number | undefined {
  const { record, earlier } = step;
  const [cover] = covers;
  if (cover === undefined || cover.id === 0) return undefined;
  if (hasRelation(record, 'in', id, cover.id)) return cover.id;
  if (earlier.get(id)?.moving !== false) return undefined;
  return record.time - lastMoveOf(step, cover.id) <= recently + instant ? cover.id : undefined;
}
