import type { Point } from '../base/geometry.ts';
import { areAlike } from './pace.ts';
import { idsOf } from './pair-id.ts';
import type { TrackState } from './track-state.ts';

/** Seconds of common movement before one holds the other, and of movement without the other that end it. */
const holdSeconds = 0.2;
/** Velocities tell of so many seconds before. */
const knownSeconds = 0.1;
/** A contact that is not seen for so long has begun anew. */
const gapSeconds = 0.3;
/** What is so many times larger is not carried by what is below it, but holds that. */
export const muchLarger = 1.5;
/** What has come by itself holds what never did, unless it is less than this share of its size. */
const leastOfHeld = 0.25;

/** One contact of two tracks, from the moment they met. */
interface Met {
  readonly from: number;
  last: number;
  /** Since when they have moved alike; null where they do not. */
  together: number | null;
  /** Since when the holder moves without the other. */
  apart: number | null;
  /** Who has held the other in this contact: who did does so again. */
  holder: number | null;
  holds: boolean;
  /** Who has moved the other in this contact: it moves by itself, the other never has. */
  handler: number | undefined;
}

/** Who holds whom: pairs in contact that have moved alike for 0.2 s, until they part or the holder goes without the other. */
export class Grips {
  readonly #met = new Map<number, Met>();
  readonly #diagonal: number;

  constructor(diagonal: number) {
    this.#diagonal = diagonal;
  }

  get size(): number {
    return this.#met.size;
  }

  /**
   * The holder's id, or null for nobody. Asked in each frame in which the two are in contact.
   * @param key unique for the pair
   * @param lower which of them is below, where one rests on or in the other
   */
  holder(key: number, a: TrackState, b: TrackState, time: number, lower: TrackState | undefined): number | null {
    const met = this.#noteMet(key, time);
    const together = moveTogether(a, b, time, this.#diagonal);
    if (together === true) met.together ??= time;
    else if (together === false || !met.holds) met.together = null;
    if (met.together !== null && time - met.together >= holdSeconds - knownSeconds - 1e-9) {
      met.holds = true;
      met.holder ??= holderOf(a, b, lower, met.from).id;
    }
    if (isHandled(b, a)) met.handler = a.id;
    if (isHandled(a, b)) met.handler = b.id;
    if (met.holds) this.#judgeApart(met, together, a, b, lower, time);
    return met.holds ? met.holder : null;
  }

  /** What is lifted or lowered by arms moves while its holder stands: only a holder that goes without it lets it go. */
  #judgeApart(
    met: Met,
    together: boolean | null,
    a: TrackState,
    b: TrackState,
    lower: TrackState | undefined,
    time: number,
  ): void {
    const [holder, held] = met.holder === a.id ? [a, b] : [b, a];
    const goes = together === false && (lower === holder || (holder.moving && !held.moving));
    met.apart = goes ? (met.apart ?? time) : null;
    if (met.apart === null || time - met.apart < holdSeconds - 1e-9) return;
    met.holds = false;
    met.together = null;
  }

  /** Who holds the other while their contact is not seen. */
  keep(key: number, holder: number, time: number): void {
    const met = this.#noteMet(key, time);
    met.holder = holder;
    met.holds = true;
  }

  /** Who has moved the other in their contact. */
  handler = (key: number): number | undefined => this.#met.get(key)?.handler;

  /** Who of the pair is held. */
  held(key: number): number | undefined {
    const holder = this.#met.get(key)?.holder ?? undefined;
    const [a, b] = idsOf(key);
    return holder === undefined ? undefined : holder === a ? b : a;
  }

  /** How their contact began. */
  #noteMet(key: number, time: number): Met {
    let met = this.#met.get(key);
    if (met === undefined || time - met.last > gapSeconds) {
      met = { from: time, last: time, together: null, apart: null, holder: null, holds: false, handler: undefined };
      this.#met.set(key, met);
    }
    met.last = time;
    return met;
  }

  /** Forgets pairs that have parted. */
  nextFrame(time: number): void {
    for (const [key, { last }] of this.#met) if (time - last > gapSeconds) this.#met.delete(key);
  }
}

const isHandled = (thing: TrackState, by: TrackState): boolean => thing.moving && !thing.roams && by.roams;

/**
 * The one that roams (it has been seen to move by itself), where the other does not and is not four times its size. Else
 * the one that came to the other: it moved before they met, and 0.2 s before the other. Else what is below, unless the
 * other is 1.5 times its size; else the larger.
 */
function holderOf(a: TrackState, b: TrackState, lower: TrackState | undefined, metAt: number): TrackState {
  const [larger, smaller] = a.extent.area >= b.extent.area ? [a, b] : [b, a];
  if (larger.roams !== smaller.roams) {
    if (larger.roams) return larger;
    if (smaller.extent.area >= leastOfHeld * larger.extent.area) return smaller;
  }
  const [since, sinceOther] = [seenMovingSince(a) ?? metAt, seenMovingSince(b) ?? metAt];
  if (Math.abs(since - sinceOther) >= holdSeconds && Math.min(since, sinceOther) < metAt)
    return since < sinceOther ? a : b;
  return lower !== undefined && larger.extent.area < muchLarger * lower.extent.area ? lower : larger;
}

/** What comes to light, or into the picture, is seen to move from then on. */
const seenMovingSince = ({ movingSince, since }: TrackState): number | null =>
  movingSince === null ? null : Math.max(movingSince, since);

/** After a sudden step the last so many seconds tell better how a thing moves, seconds. */
const lately = 0.12;

/** True: both move alike; false: they move against each other; null: at rest or in between. */
function moveTogether(a: TrackState, b: TrackState, time: number, diagonal: number): boolean | null {
  const [va, vb]: readonly [Point, Point] = [a.path.velocity ?? [0, 0], b.path.velocity ?? [0, 0]];
  if (a.moving && b.moving && (areAlike(va, vb) || wentAlike(a, b, time))) return true;
  const apart = Math.hypot(va[0] - vb[0], va[1] - vb[1]);
  return apart > Math.max(0.02 * diagonal, 0.5 * Math.max(Math.hypot(...va), Math.hypot(...vb))) ? false : null;
}

function wentAlike(a: TrackState, b: TrackState, time: number): boolean {
  const [va, vb] = [a.path.meanVelocity(time, lately), b.path.meanVelocity(time, lately)];
  return va !== null && vb !== null && areAlike(va, vb);
}
