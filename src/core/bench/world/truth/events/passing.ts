import type { Point } from '../../../../base/geometry.ts';
import type { TruthEvent } from '../../contract.ts';
import { type FrameRecord, hiddenAt, speedOf, type ThingState } from '../records.ts';
import { type EventRule, hasRelation, instant, isHidden, isInside, type Step } from './rule.ts';

/** Shares of an outline under the other one at which an overlap begins, and below which it is over. */
const [beginsAt, endsBelow] = [0.1, 0.02];
/** Slower against each other, px/s, over so long is rest. */
const restPxPerSecond = 3;
const restSeconds = 0.2;
/** The place of nearest approach lies so far, as a share of the way, from either end of it. */
const margin = 0.25;

interface Episode {
  readonly near: number;
  readonly far: number;
  /** From the near one to the far one when it began, px; of what of them is in the picture. */
  readonly from: Point;
  readonly speeds: { readonly time: number; readonly at: Point }[];
  rested: boolean;
  nearMoved: number;
  farMoved: number;
}

/**
 * passes behind (other: the one in front), passes in front of (other: the hidden one): the one covers 10 % of the
 * outline of the other, until it covers less than 2 %; meanwhile the one has gone past the other, and the two were never
 * at rest to each other (under 3 px/s over 0.2 s in sight); `who` is the one that moved, and each of them where neither went
 * less than half as far as the other; dated to the end. What
 * goes into, or is held by, the other does not pass it. What is hidden in something does not pass: that does.
 */
export function passing(): EventRule {
  const open = new Map<string, Episode>();
  return {
    step: (step) => {
      const { now, record } = step;
      const shares = sharesOf(step);
      for (const [key, { near, far, share }] of shares)
        if (share >= beginsAt && !open.has(key)) open.set(key, begin(near, far));
      const events: TruthEvent[] = [];
      for (const [key, episode] of open) {
        const [near, far] = [now.get(episode.near), now.get(episode.far)];
        const goesOn = near !== undefined && far !== undefined && (shares.get(key)?.share ?? 0) >= endsBelow;
        if (goesOn) follow(episode, near, far, record.time);
        else open.delete(key);
        if (goesOn || !near || !far || episode.rested) continue;
        if (areTogether(record, near.id, far.id) || areTogether(record, far.id, near.id)) continue;
        if (isPast(episode.from, offset(near, far))) events.push(...eventsOf(episode, record.time));
      }
      return events;
    },
  };
}

interface Share {
  readonly near: ThingState;
  readonly far: ThingState;
  /** Of the far one's outline under the near one. */
  readonly share: number;
}

/** Who covers how much of whom. */
function sharesOf(step: Step): Map<string, Share> {
  const shares = new Map<string, Share>();
  for (const far of step.now.values()) {
    for (const { id, area } of far.covers) {
      const near = step.now.get(id);
      if (near === undefined || isHiddenInside(step, near.id) || isHiddenInside(step, far.id)) continue;
      shares.set(`${near.id} ${far.id}`, { near, far, share: area / far.area });
    }
  }
  return shares;
}

/** It is hidden in something: that passes, not it. */
const isHiddenInside = (step: Step, id: number): boolean => isHidden(step, id) && isInside(step, id);

const areTogether = (record: FrameRecord, a: number, b: number): boolean =>
  hasRelation(record, 'in', a, b) || hasRelation(record, 'holds', a, b);

const begin = (near: ThingState, far: ThingState): Episode => ({
  ...{ near: near.id, far: far.id, from: offset(near, far), speeds: [] },
  ...{ rested: false, nearMoved: 0, farMoved: 0 },
});

function follow(episode: Episode, near: ThingState, far: ThingState, time: number): void {
  episode.nearMoved += speedOf(near);
  episode.farMoved += speedOf(far);
  const { speeds } = episode;
  if (near.visible <= hiddenAt || far.visible <= hiddenAt) speeds.length = 0;
  else speeds.push({ time, at: [near.velocity[0] - far.velocity[0], near.velocity[1] - far.velocity[1]] });
  if (speeds.length === 0 || time - speeds[0]!.time < restSeconds - instant) return;
  while (time - speeds[0]!.time >= restSeconds - instant) speeds.shift();
  const [x, y] = [mean(speeds.map(({ at }) => at[0])), mean(speeds.map(({ at }) => at[1]))];
  if (x * x + y * y < restPxPerSecond * restPxPerSecond) episode.rested = true;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

const offset = (near: ThingState, far: ThingState): Point => [
  far.centroid[0] - near.centroid[0],
  far.centroid[1] - near.centroid[1],
];

/** Along the way that the one has gone against the other, it was on one side first and is on the other now. */
function isPast(from: Point, to: Point): boolean {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const way = dx * dx + dy * dy;
  return -(from[0] * dx + from[1] * dy) > margin * way && to[0] * dx + to[1] * dy > margin * way;
}

function eventsOf({ near, far, nearMoved, farMoved }: Episode, time: number): TruthEvent[] {
  const behind: TruthEvent = { type: 'passes behind', who: far, other: near, time };
  const before: TruthEvent = { type: 'passes in front of', who: near, other: far, time };
  return [...(farMoved >= 0.5 * nearMoved ? [behind] : []), ...(nearMoved > 0.5 * farMoved ? [before] : [])];
}
