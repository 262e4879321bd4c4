import type { TruthEvent } from '../../contract.ts';
import { hiddenAt, type ThingState } from '../records.ts';
import { type EventRule, instant, relationsOf, type Step } from './rule.ts';

/** A cover that moved so recently has come to lie over the thing. */
const recently = 0.3;

/**
 * is covered by (other: cover): its visible share falls to 0.05 or less in a thing that it is now in, or under one that
 * moved onto it while it did not move itself. is uncovered (other: the same): it rises again.
 */
export function covering(): EventRule {
  const covers = new Map<number, number>();
  const lastMoved = new Map<number, number>();
  return {
    step: (step) => {
      const { now, earlier, record } = step;
      for (const { id, moving } of now.values()) if (moving) lastMoved.set(id, record.time);
      const events: TruthEvent[] = [];
      for (const [id, thing] of now) {
        const before = earlier.get(id);
        if (before === undefined || isHidden(before) === isHidden(thing)) continue;
        const other = isHidden(thing) ? coverOf(thing, before, step, lastMoved) : covers.get(id);
        if (other === undefined) continue;
        if (isHidden(thing)) covers.set(id, other);
        else covers.delete(id);
        events.push({ type: isHidden(thing) ? 'is covered by' : 'is uncovered', who: id, other, time: record.time });
      }
      return events;
    },
  };
}

const isHidden = ({ visible }: ThingState): boolean => visible <= hiddenAt;

function coverOf(
  { id, covers }: ThingState,
  before: ThingState,
  { record }: Step,
  lastMoved: ReadonlyMap<number, number>,
): number | undefined {
  const [cover] = covers;
  if (cover === undefined || cover.id === 0) return undefined;
  if (relationsOf(record, 'in').some(({ a, b }) => a === id && b === cover.id)) return cover.id;
  if (before.moving) return undefined;
  const moved = lastMoved.get(cover.id) ?? Number.NEGATIVE_INFINITY;
  return record.time - moved <= recently + instant ? cover.id : undefined;
}
