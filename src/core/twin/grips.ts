import type { TrackState } from './track-state.ts';

/** Seconds of common movement before one holds the other. */
const holdSeconds = 0.2;

/** Two tracks in contact, and since when they have moved together. */
interface Grip {
  since: number;
  /** Id, once it is certain. */
  holder: number | null;
  frame: number;
}

/** A contact that is not seen for so long has begun anew. */
const gapSeconds = 0.3;

/** One contact: who has held the other in it does so again, however they paused. */
interface Met {
  readonly from: number;
  last: number;
  holder: number | null;
}

/** Who holds whom: pairs in contact that move alike for 0.2 s, until they part or move against each other. */
export class Grips {
  readonly #grips = new Map<number, Grip>();
  readonly #met = new Map<number, Met>();
  #time = 0;
  readonly #diagonal: number;
  #frame = 0;

  constructor(diagonal: number) {
    this.#diagonal = diagonal;
  }

  get size(): number {
    return this.#grips.size + this.#met.size;
  }

  /**
   * The holder's id, or null for nobody.
   * @param key unique for the pair
   * @param lower which of them is below, where one rests on or in the other
   */
  holder(key: number, a: TrackState, b: TrackState, time: number, lower: TrackState | undefined): number | null {
    const met = this.#noteMet(key, time);
    const together = moveTogether(a, b, this.#diagonal);
    let grip = this.#grips.get(key);
    if (together === false) this.#grips.delete(key);
    if (together === false || (grip === undefined && together === null)) return null;
    if (grip === undefined) {
      grip = { since: time, holder: null, frame: 0 };
      this.#grips.set(key, grip);
    }
    grip.frame = this.#frame;
    if (together === null && grip.holder === null) grip.since = time;
    if (time - grip.since >= holdSeconds - 1e-9) grip.holder ??= met.holder ??= holderOf(a, b, lower, met.from).id;
    return grip.holder;
  }

  /** Who holds the other while their contact is not seen. */
  keep(key: number, holder: number, time: number): void {
    this.#noteMet(key, time).holder = holder;
    this.#grips.set(key, { since: time, holder, frame: this.#frame });
  }

  /** How their contact began. */
  #noteMet(key: number, time: number): Met {
    this.#time = time;
    const known = this.#met.get(key);
    if (known !== undefined && time - known.last <= gapSeconds) {
      known.last = time;
      return known;
    }
    const met = { from: time, last: time, holder: null };
    this.#met.set(key, met);
    return met;
  }

  /** Forgets pairs that were not asked for since the last call. */
  nextFrame(): void {
    for (const [key, grip] of this.#grips) if (grip.frame !== this.#frame) this.#grips.delete(key);
    for (const [key, { last }] of this.#met) if (this.#time - last > gapSeconds) this.#met.delete(key);
    this.#frame++;
  }
}

/**
 * The one that came to the other: it moved before they met, and 0.2 s before the other (what is lifted before its carrier
 * walks off moves first, but in contact). Else what is below, unless the other is 1.5 times its size; else the larger.
 */
function holderOf(a: TrackState, b: TrackState, lower: TrackState | undefined, metAt: number): TrackState {
  const [since, sinceOther] = [a.movingSince ?? metAt, b.movingSince ?? metAt];
  if (Math.abs(since - sinceOther) >= holdSeconds && Math.min(since, sinceOther) < metAt)
    return since < sinceOther ? a : b;
  const larger = a.extent.area >= b.extent.area ? a : b;
  return lower !== undefined && larger.extent.area < 1.5 * lower.extent.area ? lower : larger;
}

/** True: both move alike; false: they move against each other; null: at rest or in between. */
function moveTogether(a: TrackState, b: TrackState, diagonal: number): boolean | null {
  const [ax, ay] = a.path.velocity ?? [0, 0];
  const [bx, by] = b.path.velocity ?? [0, 0];
  const speed = Math.max(Math.hypot(ax, ay), Math.hypot(bx, by));
  const apart = Math.hypot(ax - bx, ay - by);
  if (a.moving && b.moving && apart <= Math.max(3, 0.25 * speed)) return true;
  return apart > Math.max(0.02 * diagonal, 0.5 * speed) ? false : null;
}
