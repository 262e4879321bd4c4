import type { FrameEvent } from '../program-frame.ts';
import type { Node } from '../scene-graph.ts';
import { type EventRule, speedOf } from './rule.ts';

/** Relative speeds below this are rest, px/s. */
const restPxPerSecond = 3;

interface Episode {
  readonly hider: number;
  readonly hidden: number;
  /** Centre of the hidden one as seen from the hider, px. */
  readonly from: readonly [number, number];
  rested: boolean;
  /** The one that moved more so far. */
  hiddenMoved: number;
  hiderMoved: number;
}

/**
 * passes behind (other: hider), passes in front of (other: hidden): an overlap episode begins on one side and ends on
 * the other, and the pair was never at relative rest (< 3 px/s) in between; `who` is the one that moved; dated at the end.
 */
export function passing(): EventRule {
  const episodes = new Map<string, Episode>();
  return {
    step({ contacts, now, time }) {
      const open = new Set<string>();
      for (const { a, b } of contacts('hides')) {
        const [hider, hidden] = [now.get(a), now.get(b)];
        if (hider === undefined || hidden === undefined) continue;
        const key = `${a} ${b}`;
        open.add(key);
        follow(episodes, key, hider, hidden);
      }
      const events: FrameEvent[] = [];
      for (const [key, episode] of episodes) {
        if (open.has(key)) continue;
        episodes.delete(key);
        const [hider, hidden] = [now.get(episode.hider), now.get(episode.hidden)];
        if (hider && hidden && passed(episode, hider, hidden)) events.push(eventOf(episode, time));
      }
      return events;
    },
    forget(isKnown) {
      for (const [key, { hider, hidden }] of episodes) if (!isKnown(hider) || !isKnown(hidden)) episodes.delete(key);
    },
  };
}

function follow(episodes: Map<string, Episode>, key: string, hider: Node, hidden: Node): void {
  let episode = episodes.get(key);
  if (episode === undefined) {
    const from = offset(hider, hidden);
    episode = { hider: hider.id, hidden: hidden.id, from, rested: false, hiddenMoved: 0, hiderMoved: 0 };
    episodes.set(key, episode);
  }
  const [v, w] = [hider.attr.temp.velocity, hidden.attr.temp.velocity];
  if (v && w && Math.hypot(v[0] - w[0], v[1] - w[1]) < restPxPerSecond) episode.rested = true;
  episode.hiderMoved += speedOf(hider);
  episode.hiddenMoved += speedOf(hidden);
}

/** Between the same two sides: the offset has turned by more than 90 degrees. */
function passed({ from, rested }: Episode, hider: Node, hidden: Node): boolean {
  const to = offset(hider, hidden);
  return !rested && from[0] * to[0] + from[1] * to[1] < 0;
}

const offset = (hider: Node, hidden: Node): [number, number] => {
  const [p, q] = [hider.attr.spa.centroid, hidden.attr.spa.centroid];
  return [q[0] - p[0], q[1] - p[1]];
};

function eventOf({ hider, hidden, hiderMoved, hiddenMoved }: Episode, t: number): FrameEvent {
  return hiddenMoved >= hiderMoved
    ? { t, type: 'passes behind', who: hidden, other: hider }
    : { t, type: 'passes in front of', who: hider, other: hidden };
}
