import { surelyTouches } from '../contacts.ts';
import { unorderedPairId } from '../pair-id.ts';
import type { FrameEvent } from '../program-frame.ts';
import type { Contact } from '../scene-graph.ts';
import { type EventContext, type EventRule, forgetPairs } from './rule.ts';
import { type FactPair, type PairEdge, SteadyPairs } from './steady-pairs.ts';

/** A contact is judged after this time: whether it was a merge is known then. */
const judgeSeconds = 0.3;
/** A cover this old still explains a contact. */
const coverSeconds = 0.2;
/**
 * Contact between things that have not moved for half a second is seen anew, or seen no more, but does not begin or end;
 * that a thing has stopped is known a tenth of a second late.
 */
const moveSeconds = 0.4;
/** What is gone since it touched may have merged, which is known so much later. */
const goneSeconds = 0.7;
/** What was on, in or held by the other has let go after this time only: what tips over lies there again. */
const firmSeconds = 0.5;
/** Where only masks tell, a shorter gap, or contact of what has just come, may be their noise. */
const unsureSeconds = 0.2;
/** It was when it was so not longer ago. */
const firmMemory = 0.3;
const never = Number.NEGATIVE_INFINITY;

/**
 * touches, lets go (other): contact begins / ends; both hold both ways. A contact of one frame, and a gap shorter than
 * 0.1 s (0.5 s for what is on, in or held by the other), do not count. Certain 0.3 s later: what covers, or was covering,
 * the other only passed it in the picture, and one of them must have moved within 0.5 s. Where only masks tell, gaps
 * shorter than 0.2 s do not count, nor do such contacts of what has just come.
 */
export function touchEvents(): EventRule {
  const pairs = new SteadyPairs(0.03, 0.1);
  const meetings = new Meetings();
  let waiting: PairEdge[] = [];
  return {
    step(context: EventContext) {
      const { now, time, isSettled, hasMoved } = context;
      meetings.step(context);
      waiting.push(...pairs.step(meetings.touching(context), time, isSettled, (id) => now.has(id)));
      const isGone = (id: number) => now.get(id)?.attr.temp.status !== 'visible';
      const isDue = ({ kind, a, b, time: t }: PairEdge) =>
        time - t >= (kind === 'begins' && (isGone(a) || isGone(b)) ? goneSeconds : judgeSeconds) - 1e-9;
      const due = waiting.filter(isDue);
      waiting = waiting.filter((edge) => !due.includes(edge));
      return due.flatMap((edge): FrameEvent[] => {
        const { kind, a, b, time: t } = edge;
        if (meetings.notePassing(edge) || !hasMoved(t, moveSeconds, a, b)) return [];
        return [{ t, type: kind === 'begins' ? 'touches' : 'lets go', who: a, other: b }];
      });
    },
    get size() {
      return pairs.size + meetings.size + waiting.length;
    },
    forget(isKnown) {
      pairs.forget(isKnown);
      meetings.forget(isKnown);
    },
  };
}

/** When pairs covered, touched in space, or held each other. */
class Meetings {
  /** When one hid a part of the other without being seen to touch it. */
  readonly #covered = new Map<number, number>();
  /** When they were last seen to touch in space, and the time before that. */
  readonly #joined = new Map<number, readonly [last: number, before: number]>();
  /** When one was on, in or held by the other. */
  readonly #firm = new Map<number, number>();
  /** Those whose contact only was one passing before the other. */
  readonly #passing = new Set<number>();

  get size(): number {
    return this.#covered.size + this.#joined.size + this.#firm.size + this.#passing.size;
  }

  step({ contacts, time, trackOf }: EventContext): void {
    for (const relation of ['on', 'in', 'holds'] as const)
      for (const { a, b } of contacts(relation)) this.#firm.set(unorderedPairId(a, b), time);
    for (const { a, b, p } of contacts('touches')) {
      const key = unorderedPairId(a, b);
      if (trackOf(a)?.between === b || trackOf(b)?.between === a) this.#firm.set(key, time);
      if (p >= surelyTouches) this.#joined.set(key, [time, this.#joined.get(key)?.[0] ?? never]);
    }
    for (const { a, b } of contacts('hides')) {
      const key = unorderedPairId(a, b);
      if (this.#joined.get(key)?.[0] !== time && this.#firm.get(key) !== time) this.#covered.set(key, time);
    }
  }

  /** What touches; what has touched and goes down between the walls of the other goes on touching it. */
  touching({ contacts, now, time, trackOf }: EventContext): FactPair[] {
    const pairs = contacts('touches').map((pair) => this.#withGap(pair, time));
    const known = new Set(pairs.map(({ a, b }) => unorderedPairId(a, b)));
    for (const a of now.keys()) {
      const b = trackOf(a)?.between;
      if (b === undefined || !now.has(b) || known.has(unorderedPairId(a, b))) continue;
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      if (time - (this.#joined.get(unorderedPairId(a, b))?.[0] ?? never) <= firmMemory) pairs.push({ a: from, b: to });
    }
    return pairs;
  }

  #withGap({ a, b, p }: Contact, time: number): FactPair {
    const firm = this.#firm.get(unorderedPairId(a, b)) ?? never;
    if (time - firm <= firmMemory) return { a, b, endSeconds: firmSeconds };
    const isSeen = p >= surelyTouches || this.#joined.has(unorderedPairId(a, b));
    return isSeen ? { a, b } : { a, b, oldSeconds: unsureSeconds, endSeconds: unsureSeconds };
  }

  /** True where the one only passes the other. An end counts where its begin did, or where they touched from the start. */
  notePassing({ kind, a, b, time }: PairEdge): boolean {
    const key = unorderedPairId(a, b);
    if (kind === 'ends') return this.#passing.delete(key);
    const isSeen =
      (this.#joined.get(key)?.[1] ?? never) >= time - 1e-9 || (this.#firm.get(key) ?? never) >= time - 1e-9;
    const isPassing = !isSeen && time - (this.#covered.get(key) ?? never) <= coverSeconds;
    if (isPassing) this.#passing.add(key);
    return isPassing;
  }

  forget(isKnown: (id: number) => boolean): void {
    for (const known of [this.#covered, this.#joined, this.#firm, this.#passing]) forgetPairs(known, isKnown);
  }
}
