import { containedShare } from '../../masks/overlap.ts';
import type { FrameEvent } from '../program-frame.ts';
import { areJoined } from './joined.ts';
import { RecentMasks } from './recent-masks.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

/** What lasts shorter does not count. */
const steadySeconds = 0.2;

/**
 * merges (other; holds both ways): two tracks that were apart touch, and for 0.2 s their masks are one connected
 * component; or one is no longer seen because the other one's mask has taken in its place and half of its area or
 * more. What passes in front of the other in the picture, and what touched from the start, does not merge.
 */
export function merging(): EventRule {
  const touching = new TouchingPairs();
  const taken = new TakenIn();
  return {
    step: (context) => [
      ...touching.step(context),
      ...taken.step(context, (a, b) => touching.has(Math.min(a, b), Math.max(a, b))),
    ],
    forget(isKnown) {
      touching.forget(isKnown);
      taken.forget(isKnown);
    },
  };
}

interface Touch {
  readonly a: number;
  readonly b: number;
  /** Since when they are one component; null while they are not. */
  since: number | null;
  last: number;
  /** Judged: reported, or not an event for as long as they touch. */
  done: boolean;
}

/** Pairs in contact; the pixels of a pair are looked at only until it has been judged. */
class TouchingPairs {
  readonly #pairs = new Map<string, Touch>();

  has(a: number, b: number): boolean {
    return this.#pairs.has(`${a} ${b}`);
  }

  step(context: EventContext): FrameEvent[] {
    const { time, contacts, earlier } = context;
    for (const { a, b } of contacts('touches')) {
      const key = `${a} ${b}`;
      const pair = this.#pairs.get(key);
      if (pair !== undefined) pair.last = time;
      else this.#pairs.set(key, { a, b, since: null, last: time, done: !earlier.has(a) || !earlier.has(b) });
    }
    for (const { a, b } of contacts('hides')) {
      const pair = this.#pairs.get(`${Math.min(a, b)} ${Math.max(a, b)}`);
      if (pair !== undefined) pair.done = true;
    }
    return [...this.#pairs].flatMap(([key, pair]) => this.#judge(key, pair, context));
  }

  #judge(key: string, pair: Touch, { now, time }: EventContext): FrameEvent[] {
    if (time - pair.last >= steadySeconds - 1e-9) this.#pairs.delete(key);
    if (pair.done || pair.last !== time) return [];
    const [p, q] = [now.get(pair.a), now.get(pair.b)];
    if (p === undefined || q === undefined || !areJoined(p.mask, q.mask)) {
      pair.since = null;
      return [];
    }
    pair.since ??= time;
    if (time - pair.since < steadySeconds - 1e-9) return [];
    pair.done = true;
    return [{ t: pair.since, type: 'merges', who: pair.a, other: pair.b }];
  }

  forget(isKnown: (id: number) => boolean): void {
    for (const [key, { a, b }] of this.#pairs) if (!isKnown(a) || !isKnown(b)) this.#pairs.delete(key);
  }
}

/** Tracks that are no longer seen because another one's mask has grown over their place. */
class TakenIn {
  readonly #recent = new RecentMasks();
  readonly #candidates = new Map<number, { into: number; area: number; since: number }>();

  step(context: EventContext, isTouching: (a: number, b: number) => boolean): FrameEvent[] {
    const { now, time, earlier } = context;
    for (const [id, node] of earlier) {
      const isGone = now.get(id)?.mask.isEmpty !== false || now.get(id)?.attr.temp.status === 'missed';
      if (!isGone || node.mask.isEmpty || this.#candidates.has(id)) continue;
      const into = this.#takerOf(id, context);
      if (into !== undefined && !isTouching(id, into.id)) {
        this.#candidates.set(id, { into: into.id, area: into.area, since: time });
      }
    }
    this.#recent.push(context);
    return [...this.#candidates].flatMap(([id, { into, area, since }]): FrameEvent[] => {
      const [lost, taker] = [now.get(id), now.get(into)];
      const seenAgain = lost !== undefined && lost.attr.temp.status === 'visible';
      if (seenAgain || taker === undefined || taker.mask.area < area) this.#candidates.delete(id);
      else if (time - since >= steadySeconds - 1e-9) {
        this.#candidates.delete(id);
        return [{ t: since, type: 'merges', who: id, other: into }];
      }
      return [];
    });
  }

  /** Who grew by half of the lost one's area over its place, and the least area it must keep. */
  #takerOf(id: number, { now, time }: EventContext): { id: number; area: number } | undefined {
    const before = this.#recent.before(time);
    const lost = before.get(id);
    if (lost === undefined) return undefined;
    for (const [other, { mask }] of now) {
      const old = before.get(other);
      if (other === id || old === undefined) continue;
      const area = old.area + lost.area / 2;
      if (mask.area >= area && containedShare(lost, mask) >= 0.7) return { id: other, area };
    }
    return undefined;
  }

  forget(isKnown: (id: number) => boolean): void {
    forgetIds(this.#candidates, isKnown);
  }
}
