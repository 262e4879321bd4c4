import type { TruthEvent } from '../../contract.ts';
import { type FrameRecord, hiddenAt, speedOf, type ThingState } from '../records.ts';
import { type EventRule, hasRelation, relationsOf, type Step } from './rule.ts';

/** Relative speeds below this are rest, px/s. */
const restPxPerSecond = 3;

interface Episode {
  readonly near: number;
  readonly far: number;
  /** From the near one to the far one when it began, px; of what of them is in the picture. */
  readonly from: readonly [number, number];
  rested: boolean;
  nearMoved: number;
  farMoved: number;
}

/**
 * passes behind (other: the one in front), passes in front of (other: the hidden one): one covers the other (`hides`)
 * from one side to the other without the two being at rest to each other in between; `who` is the one that moved more;
 * dated to the end. What goes into the other does not pass it. What is hidden in something does not pass: that does.
 */
export function passing(): EventRule {
  const open = new Map<string, Episode>();
  return {
    step: (step) => {
      const { now, record } = step;
      const overlaps = new Set<string>();
      for (const { a, b } of relationsOf(record, 'hides')) {
        const [near, far] = [now.get(a)!, now.get(b)!];
        if (isInside(step, a) || isInside(step, b)) continue;
        overlaps.add(`${a} ${b}`);
        follow(open, near, far);
      }
      const events: TruthEvent[] = [];
      for (const [key, episode] of open) {
        if (overlaps.has(key)) continue;
        open.delete(key);
        if (isIn(record, episode.near, episode.far) || isIn(record, episode.far, episode.near)) continue;
        const [near, far] = [now.get(episode.near), now.get(episode.far)];
        if (near && far && !episode.rested && isAcross(episode.from, offset(near, far)))
          events.push(eventOf(episode, record.time));
      }
      return events;
    },
  };
}

/** It is hidden in something: that passes, not it. */
const isInside = ({ record, now }: Step, id: number): boolean =>
  now.get(id)!.visible <= hiddenAt && relationsOf(record, 'in').some(({ a }) => a === id);

const isIn = (record: FrameRecord, a: number, b: number): boolean => hasRelation(record, 'in', a, b);

function follow(open: Map<string, Episode>, near: ThingState, far: ThingState): void {
  const key = `${near.id} ${far.id}`;
  let episode = open.get(key);
  if (episode === undefined) {
    const from = offset(near, far);
    episode = { near: near.id, far: far.id, from, rested: false, nearMoved: 0, farMoved: 0 };
    open.set(key, episode);
  }
  const [dx, dy] = [near.velocity[0] - far.velocity[0], near.velocity[1] - far.velocity[1]];
  episode.rested ||= dx * dx + dy * dy < restPxPerSecond * restPxPerSecond;
  episode.nearMoved += speedOf(near);
  episode.farMoved += speedOf(far);
}

const offset = (near: ThingState, far: ThingState): [number, number] => [
  far.centroid[0] - near.centroid[0],
  far.centroid[1] - near.centroid[1],
];

/** Along the way that the one has gone against the other, it was on one side first and is on the other now. */
function isAcross(from: readonly [number, number], to: readonly [number, number]): boolean {
  const way = [to[0] - from[0], to[1] - from[1]] as const;
  return from[0] * way[0] + from[1] * way[1] < 0 && to[0] * way[0] + to[1] * way[1] > 0;
}

function eventOf({ near, far, nearMoved, farMoved }: Episode, time: number): TruthEvent {
  return farMoved >= nearMoved
    ? { type: 'passes behind', who: far, other: near, time }
    : { type: 'passes in front of', who: near, other: far, time };
}
