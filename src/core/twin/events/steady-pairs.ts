import { pairId } from '../pair-id.ts';
import { forgetPairs } from './rule.ts';

/** A pair fact that began or ended, dated to the edge. */
export interface PairEdge {
  readonly kind: 'begins' | 'ends';
  readonly a: number;
  readonly b: number;
  readonly time: number;
}

interface PairState {
  readonly a: number;
  readonly b: number;
  /** Reported state. */
  on: boolean;
  /** Since when the raw fact differs from `on`; null where it does not. */
  turning: number | null;
  /** A burst, a gap that is shorter does not count. */
  readonly beginSeconds: number;
  endSeconds: number;
  /** It was so when one of the two came: that it begins is no event. */
  readonly isOld: boolean;
}

/** A pair of which a fact holds. */
export interface FactPair {
  readonly a: number;
  readonly b: number;
  /** A gap after it that is shorter does not count; as for all pairs where left out. */
  readonly endSeconds?: number;
  /** What is so when one of the two comes must last so long to count at all. @default 0 */
  readonly oldSeconds?: number;
}

/** What ended so long before one of the two left has ended. */
const leftSeconds = 0.2;

/**
 * Turns a noisy fact about ordered pairs into edges: what is shorter than `beginSeconds` (or a gap shorter than
 * `endSeconds`) does not count. Facts that hold in the first frame, or as soon as one of the two appears, are no begin.
 */
export class SteadyPairs {
  readonly #pairs = new Map<number, PairState>();
  readonly #beginSeconds: number;
  readonly #endSeconds: number;

  constructor(beginSeconds: number, endSeconds: number) {
    this.#beginSeconds = beginSeconds;
    this.#endSeconds = endSeconds;
  }

  get size(): number {
    return this.#pairs.size;
  }

  /**
   * @param wasListed was this id in the picture before, so that what begins is new?
   * @param isListed is it now? What leaves the picture ends nothing; what had ended before has.
   */
  step(
    pairs: readonly FactPair[],
    time: number,
    wasListed: (id: number) => boolean,
    isListed: (id: number) => boolean,
  ): PairEdge[] {
    const now = new Set<number>();
    for (const { a, b, endSeconds = this.#endSeconds, oldSeconds = 0 } of pairs) {
      const key = pairId(a, b);
      now.add(key);
      const known = this.#pairs.get(key);
      if (known !== undefined) {
        known.endSeconds = endSeconds;
        continue;
      }
      const isNew = wasListed(a) && wasListed(b);
      const on = !isNew && oldSeconds === 0;
      const beginSeconds = isNew ? this.#beginSeconds : oldSeconds;
      this.#pairs.set(key, { a, b, on, turning: on ? null : time, beginSeconds, endSeconds, isOld: !isNew });
    }
    const edges: PairEdge[] = [];
    for (const [key, pair] of this.#pairs) {
      const isGone = !isListed(pair.a) || !isListed(pair.b);
      const edge = isGone ? this.#endOf(pair, time) : this.#turn(pair, now.has(key), time);
      if (edge !== null) edges.push(edge);
      if (isGone || (!pair.on && !now.has(key))) this.#pairs.delete(key);
    }
    return edges;
  }

  #turn(pair: PairState, fact: boolean, time: number): PairEdge | null {
    if (fact === pair.on) {
      pair.turning = null;
      return null;
    }
    pair.turning ??= time;
    const wait = fact ? pair.beginSeconds : pair.endSeconds;
    if (time - pair.turning < wait - 1e-9) return null;
    pair.on = fact;
    const edge: PairEdge = { kind: fact ? 'begins' : 'ends', a: pair.a, b: pair.b, time: pair.turning };
    pair.turning = null;
    return fact && pair.isOld ? null : edge;
  }

  /** Of a pair of which one is gone: what had ended for long enough then. */
  #endOf({ a, b, on, turning }: PairState, time: number): PairEdge | null {
    const isOver = on && turning !== null && time - turning >= leftSeconds - 1e-9;
    return isOver ? { kind: 'ends', a, b, time: turning } : null;
  }

  forget(isKnown: (id: number) => boolean): void {
    forgetPairs(this.#pairs, isKnown);
  }
}
