import type { Point } from '../../base/geometry.ts';
import { overlapArea } from '../contact.ts';
import { idsOf, pairId } from '../pair-id.ts';
import type { FrameEvent } from '../program-frame.ts';
import type { Node } from '../scene-graph.ts';
import { type EventContext, type EventRule, forgetPairs, speedOf } from './rule.ts';

/** Share of the hidden one under the other at which an overlap begins, and below which it is over. */
const beginsAt = 0.1;
const endsBelow = 0.02;
/** Slower against each other, px/s, over so long is rest. */
const restPxPerSecond = 3;
const restSeconds = 0.2;
/** The place of nearest approach lies so far, as a share of the way, from either end of it. */
const margin = 0.25;

/** What was held so recently is held. */
const gripSeconds = 0.5;

interface Episode {
  readonly hider: number;
  readonly hidden: number;
  readonly since: number;
  /** Centre of the hidden one as seen from the hider, px. */
  readonly from: Point;
  rested: boolean;
  hiddenMoved: number;
  hiderMoved: number;
}

/**
 * passes behind (other: hider), passes in front of (other: hidden): the one hides 10 % of the other, until it hides less
 * than 2 %; meanwhile the one has gone past the other, and the two were never at rest to each other (under 3 px/s over
 * 0.2 s); `who` is the one that moved, and each of them if neither moved less than half as far as the
 * other; dated at the end. What goes into, or is held by, the other does not pass
 * it, and what is hidden in something does not pass: that does.
 */
export function passing(): EventRule {
  const episodes = new Map<number, Episode>();
  return {
    step(context) {
      const { now, time } = context;
      const shares = sharesOf(context);
      for (const [key, share] of shares) {
        if (share < beginsAt || episodes.has(key)) continue;
        const [hider, hidden] = idsOf(key);
        episodes.set(key, begin(now.get(hider)!, now.get(hidden)!, time));
      }
      const events: FrameEvent[] = [];
      for (const [key, episode] of episodes) {
        const [hider, hidden] = [now.get(episode.hider), now.get(episode.hidden)];
        const isThere = hider !== undefined && hidden !== undefined;
        const goesOn = isThere && (isMissed(hidden) || (shares.get(key) ?? 0) >= endsBelow);
        if (goesOn) follow(episode, hider, hidden, context);
        else episodes.delete(key);
        if (goesOn || !hider || !hidden || episode.rested || areTogether(episode, context)) continue;
        if (isPast(episode.from, offset(hider, hidden))) events.push(...eventsOf(episode, time));
      }
      return events;
    },
    get size() {
      return episodes.size;
    },
    forget: (isKnown) => forgetPairs(episodes, isKnown),
  };
}

/** It should have come out by now and did not. */
const isMissed = ({ attr }: Node): boolean => attr.temp.status === 'missed';

/** Which share of the extent of the second one lies under the first, by pair. */
function sharesOf(context: EventContext): Map<number, number> {
  const { now, contacts, trackOf } = context;
  const shares = new Map<number, number>();
  const inside = new Set(contacts('in').map(({ a }) => a));
  const isAway = (id: number) => inside.has(id) && now.get(id)!.attr.temp.status === 'occluded';
  const add = (a: number, b: number, share: number) => {
    if (now.has(a) && !isAway(a) && !isAway(b)) shares.set(pairId(a, b), share);
  };
  for (const { a, b } of contacts('hides')) if (now.has(b)) add(a, b, beginsAt);
  for (const b of now.keys()) for (const a of trackOf(b)?.cover ?? []) add(a, b, coveredShare(a, b, context));
  return shares;
}

function coveredShare(a: number, b: number, { trackOf }: EventContext): number {
  const [hider, hidden] = [trackOf(a), trackOf(b)];
  if (hider === undefined || hidden === undefined) return 0;
  const own = hidden.status === 'occluded' ? 0 : overlapArea(hidden.seen, hider.seen);
  return (overlapArea(hidden.extent, hider.seen) - own) / Math.max(1, hidden.extent.area);
}

const begin = (hider: Node, hidden: Node, since: number): Episode => ({
  ...{ hider: hider.id, hidden: hidden.id, since, from: offset(hider, hidden) },
  ...{ rested: false, hiddenMoved: 0, hiderMoved: 0 },
});

function follow(episode: Episode, hider: Node, hidden: Node, { time, trackOf }: EventContext): void {
  episode.hiderMoved += speedOf(hider);
  episode.hiddenMoved += speedOf(hidden);
  if (time - episode.since < restSeconds - 1e-9) return;
  const [v, w] = [hider, hidden].map(({ id }) => trackOf(id)?.path.meanVelocity(time, restSeconds));
  if (v && w && Math.hypot(v[0] - w[0], v[1] - w[1]) < restPxPerSecond) episode.rested = true;
}

function areTogether({ hider, hidden }: Episode, context: EventContext): boolean {
  const isOf = (a: number, b: number) => (a === hider && b === hidden) || (a === hidden && b === hider);
  const { contacts } = context;
  return [...contacts('in'), ...contacts('holds')].some(({ a, b }) => isOf(a, b)) || wasHeld(hider, hidden, context);
}

/** A turn may loosen a grip for a moment. */
const wasHeld = (a: number, b: number, { time, trackOf }: EventContext): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([one, other]) => {
    const held = trackOf(one!)?.held;
    return held?.by === other && time - held!.time <= gripSeconds;
  });

/** Along the way that the one has gone against the other, it was on one side first and is on the other now. */
function isPast([x, y]: Point, [toX, toY]: Point): boolean {
  const [dx, dy] = [toX - x, toY - y];
  const way = dx * dx + dy * dy;
  return -(x * dx + y * dy) > margin * way && toX * dx + toY * dy > margin * way;
}

const offset = (hider: Node, hidden: Node): Point => {
  const [p, q] = [hider.attr.spa.centroid, hidden.attr.spa.centroid];
  return [q[0] - p[0], q[1] - p[1]];
};

function eventsOf({ hider, hidden, hiderMoved, hiddenMoved }: Episode, t: number): FrameEvent[] {
  const behind: FrameEvent = { t, type: 'passes behind', who: hidden, other: hider };
  const before: FrameEvent = { t, type: 'passes in front of', who: hider, other: hidden };
  return [...(2 * hiddenMoved >= hiderMoved ? [behind] : []), ...(2 * hiderMoved > hiddenMoved ? [before] : [])];
}
