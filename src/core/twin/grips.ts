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

/** Who holds whom: pairs in contact that move alike for 0.2 s, until they part or move against each other. */
export class Grips {
  readonly #grips = new Map<number, Grip>();
  readonly #diagonal: number;
  #frame = 0;

  constructor(diagonal: number) {
    this.#diagonal = diagonal;
  }

  get size(): number {
    return this.#grips.size;
  }

  /**
   * The holder's id, or null for nobody.
   * @param key unique for the pair
   * @param lower which of them is below, where one rests on or in the other
   */
  holder(key: number, a: TrackState, b: TrackState, time: number, lower: TrackState | undefined): number | null {
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
    if (time - grip.since >= holdSeconds - 1e-9) grip.holder ??= holderOf(a, b, lower).id;
    return grip.holder;
  }

  /** Forgets pairs that were not asked for since the last call. */
  nextFrame(): void {
    for (const [key, grip] of this.#grips) if (grip.frame !== this.#frame) this.#grips.delete(key);
    this.#frame++;
  }
}

/** The one that moved first; else what is below, unless the other is 1.5 times its size; else the larger. */
function holderOf(a: TrackState, b: TrackState, lower: TrackState | undefined): TrackState {
  const lead = (b.movingSince ?? 0) - (a.movingSince ?? 0);
  if (Math.abs(lead) >= holdSeconds) return lead > 0 ? a : b;
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
