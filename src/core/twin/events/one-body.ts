import { unorderedPairId } from '../pair-id.ts';
import type { EventName, FrameEvent } from '../program-frame.ts';
import { forgetIds, forgetPairs } from './rule.ts';

/** What becomes one, or comes apart, is not put in or covered by the other, and touches nothing anew. */
const begins: ReadonlySet<EventName> = new Set(['touches', 'is put on', 'is put in', 'is covered by']);
const ends: ReadonlySet<EventName> = new Set([
  ...(['lets go', 'is taken from', 'is taken out of', 'is uncovered'] as const),
  ...(['passes behind', 'passes in front of'] as const),
]);

/** What begins so shortly before or after a merge or a split belongs to it, seconds. */
const [beforeSeconds, aboutSeconds] = [0.2, 0.5];

/** What begins or ends with a body when it takes in or loses another one is that of its piece, seconds. */
const sameSeconds = 0.09;

/** Events that only say that two things are told apart no longer, or again. */
export const pairEvents: readonly EventName[] = [...begins, ...ends];

/** Leaves out of events what comes of two things having become one body. */
export class OneBody {
  readonly #joined = new Map<number, number>();
  /** Since when a thing has been a part of another one. */
  readonly #gone = new Map<number, number>();
  /** When a body last took in or lost another one, by id. */
  readonly #changed = new Map<number, number>();

  get size(): number {
    return this.#joined.size + this.#gone.size + this.#changed.size;
  }

  /** @param isWithin went the first into the second, between its walls? Then they are two still. */
  without(all: readonly FrameEvent[], isWithin: (a: number, b: number) => boolean): FrameEvent[] {
    const events = all.filter(
      ({ type, who, other = who }) => type !== 'merges' || !(isWithin(who, other) || isWithin(other, who)),
    );
    for (const event of events) if (event.type === 'merges' || event.type === 'splits') this.#note(event);
    for (const event of events) this.#noteGone(event);
    return events.filter((event) => !this.#isOfJoining(event) && !this.#isOfPiece(event) && !this.#isGone(event));
  }

  #note(event: FrameEvent): void {
    this.#joined.set(keyOf(event), event.t);
    for (const id of [event.who, event.other ?? event.who]) this.#changed.set(id, event.t);
  }

  #isOfPiece({ type, who, other = who, t }: FrameEvent): boolean {
    if (!begins.has(type) && !ends.has(type)) return false;
    return [who, other].some((id) => Math.abs(t - (this.#changed.get(id) ?? Number.NEGATIVE_INFINITY)) <= sameSeconds);
  }

  forget(isKnown: (id: number) => boolean): void {
    forgetIds(this.#gone, isKnown);
    forgetPairs(this.#joined, isKnown);
    forgetIds(this.#changed, isKnown);
  }

  #noteGone({ type, who, other = who, t }: FrameEvent): void {
    if (type === 'merges') this.#gone.set(who, t);
    else if (type === 'splits') this.#gone.delete(other);
    else if (type === 'appears' || type === 'enters') this.#gone.delete(who);
  }

  /** To what is a part of another one nothing happens: that moves, not it, nor has it disappeared. */
  #isGone({ type, who, other = who, t }: FrameEvent): boolean {
    if (type === 'merges' || type === 'splits') return false;
    const isAfter = (id: number) => t > (this.#gone.get(id) ?? Number.POSITIVE_INFINITY) - 1e-9;
    return isAfter(who) || isAfter(other) || (type === 'disappears' && this.#gone.has(who));
  }

  /** Ends are of the joining until something begins anew between the two. */
  #isOfJoining(event: FrameEvent): boolean {
    const joinedAt = this.#joined.get(keyOf(event));
    if (joinedAt === undefined) return false;
    if (ends.has(event.type)) return true;
    if (!begins.has(event.type)) return false;
    const before = event.type === 'is put in' ? aboutSeconds : beforeSeconds;
    if (event.t >= joinedAt - before && event.t <= joinedAt + aboutSeconds) return true;
    this.#joined.delete(keyOf(event));
    return false;
  }
}

const keyOf = ({ who, other = who }: FrameEvent): number => unorderedPairId(who, other);
