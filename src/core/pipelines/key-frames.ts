/** What is known when the next frame comes and it must be decided whether the dear specialists look at it. */
export interface KeyFrameEvidence {
  readonly index: number;
  /** Tracks that were looked for and not found, and that nothing covers. */
  readonly unsure: number;
  /** What is asked about has changed since the last frame: new concepts have not been looked for yet. */
  readonly asksAnew?: boolean;
}

/**
 * Chooses key frames: the first, every `interval`-th after it, and the next one as soon as a track has become unsure
 * (but never more often than every second frame), and each at which the questions have changed. Depends on frames and
 * questions only, never on a clock, so that a run can be repeated.
 */
export class KeyFrameClock {
  #last: number | null = null;
  readonly #interval: number;

  constructor(interval: number) {
    this.#interval = Math.max(1, Math.floor(interval));
  }

  /** Call once a frame, in order; frames that a live source dropped count as time passed. */
  isKey({ index, unsure, asksAnew = false }: KeyFrameEvidence): boolean {
    const since = this.#last === null ? Number.POSITIVE_INFINITY : index - this.#last;
    const key = since >= this.#interval || (unsure > 0 && since >= 2) || asksAnew;
    if (key) this.#last = index;
    return key;
  }
}
