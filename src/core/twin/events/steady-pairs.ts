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
}

/**
 * Turns a noisy fact about ordered pairs into edges: what is shorter than `beginSeconds` (or a gap shorter than
 * `endSeconds`) does not count. Facts that hold in the first frame, or as soon as one of the two appears, are no begin.
 */
export class SteadyPairs {
  readonly #pairs = new Map<string, PairState>();
  readonly #beginSeconds: number;
  readonly #endSeconds: number;

  constructor(beginSeconds: number, endSeconds: number) {
    this.#beginSeconds = beginSeconds;
    this.#endSeconds = endSeconds;
  }

  /**
   * @param wasListed was this id in the picture before, so that what begins is new?
   * @param isListed is it now? What leaves the picture ends nothing.
   */
  step(
    pairs: readonly { a: number; b: number }[],
    time: number,
    wasListed: (id: number) => boolean,
    isListed: (id: number) => boolean,
  ): PairEdge[] {
    const now = new Set<string>();
    for (const { a, b } of pairs) {
      const key = `${a} ${b}`;
      now.add(key);
      if (this.#pairs.has(key)) continue;
      const isNew = wasListed(a) && wasListed(b);
      this.#pairs.set(key, { a, b, on: !isNew, turning: isNew ? time : null });
    }
    const edges: PairEdge[] = [];
    for (const [key, pair] of this.#pairs) {
      if (!isListed(pair.a) || !isListed(pair.b)) {
        this.#pairs.delete(key);
        continue;
      }
      const edge = this.#turn(pair, now.has(key), time);
      if (edge !== null) edges.push(edge);
      if (!pair.on && !now.has(key)) this.#pairs.delete(key);
    }
    return edges;
  }

  #turn(pair: PairState, fact: boolean, time: number): PairEdge | null {
    if (fact === pair.on) {
      pair.turning = null;
      return null;
    }
    pair.turning ??= time;
    const wait = fact ? this.#beginSeconds : this.#endSeconds;
    if (time - pair.turning < wait - 1e-9) return null;
    pair.on = fact;
    const edge: PairEdge = { kind: fact ? 'begins' : 'ends', a: pair.a, b: pair.b, time: pair.turning };
    pair.turning = null;
    return edge;
  }

  forget(isKnown: (id: number) => boolean): void {
    for (const [key, { a, b }] of this.#pairs) if (!isKnown(a) || !isKnown(b)) this.#pairs.delete(key);
  }
}
