import { boxIntersection } from '../../base/geometry.ts';
import { isMoving, passedBehind } from './choose.ts';
import type { TruthEvent } from './contract.ts';
import type { PropState } from './script.ts';

/** Events that become true in the last frame of `past`: starts, stops, enters, leaves, passes behind, passes in front of. */
export function eventsOf(past: readonly (readonly PropState[])[]): TruthEvent[] {
  const now = past[past.length - 1] ?? [];
  const before = past[past.length - 2];
  if (before === undefined) return [];
  const changes = now.flatMap((state, i) => changesOf(before[i]!, state, past.length === 2));
  return [...changes, ...passes(past)];
}

function changesOf(before: PropState, now: PropState, first: boolean): TruthEvent[] {
  const events: TruthEvent[] = [];
  if (!before.inView && now.inView) events.push({ type: 'enters', who: now.id });
  if (before.inView && !now.inView) events.push({ type: 'leaves', who: now.id });
  if (isMoving(now) && !isMoving(before) && !first) events.push({ type: 'starts', who: now.id });
  if (!isMoving(now) && isMoving(before)) events.push({ type: 'stops', who: now.id });
  return events;
}

function passes(past: readonly (readonly PropState[])[]): TruthEvent[] {
  const now = past[past.length - 1]!;
  const earlier = past.slice(0, -1);
  return now.flatMap((near) => {
    const before = new Set(passedBehind(earlier, near.id).map(({ id }) => id));
    return passedBehind(past, near.id)
      .filter(({ id }) => !before.has(id) && wasHidden(past, id, near.id))
      .map((far): TruthEvent => passing(far, near));
  });
}

/** The one that moves is the one that passes. */
const passing = (far: PropState, near: PropState): TruthEvent =>
  isMoving(far)
    ? { type: 'passes behind', who: far.id, other: near.id }
    : { type: 'passes in front of', who: near.id, other: far.id };

/** Their outlines' boxes overlapped in some frame. */
function wasHidden(past: readonly (readonly PropState[])[], far: number, near: number): boolean {
  return past.some((frame) => boxIntersection(frame[far - 1]!.box, frame[near - 1]!.box) !== null);
}
