import type { Point } from '../base/geometry.ts';
import { isNear, reaches } from './contact.ts';
import { hullShape } from './hull.ts';
import { contactGap } from './pair-geometry.ts';
import type { Place, SurfaceMeetings } from './surface-meetings.ts';
import type { TrackState } from './track-state.ts';

/** What is seen to a lesser share may touch another thing where it cannot be seen. */
const whole = 0.98;
/** Two that have come apart by more px, or by more than this share of their way, do not touch any more. */
const [driftPx, driftShare] = [4, 0.12];

/** How a thing moves is not known at its first sightings. */
const leastObservations = 3;
/** Pixels so near where two touched are that place. */
const placePx = 4;

/** How two were in contact when that was last seen. */
interface SeenContact {
  /** Who was on the other. */
  readonly upper: number | null;
  /** Who was in the other. */
  readonly inner: number | null;
  readonly held: boolean;
  /** Where they touched; null where only masks tell. */
  readonly place: Place | null;
}

interface Memory {
  readonly contact: SeenContact;
  frame: number;
  /** How far the first one has gone since, and the second one from it, px; and the way of the one that went farther. */
  gone: Point;
  drift: Point;
  way: number;
}

/** What rested on another thing not longer ago, seconds, rests there again when it touches it at rest. */
const restSeconds = 1;

/** What is known of a pair that is not seen to touch. */
interface Hiding {
  readonly time: number;
  /** The smaller one may touch the other where it is not seen. */
  readonly isCovered: boolean;
  /** What was held rests on or in another thing. */
  readonly isSetDown: boolean;
  readonly surfaces: SurfaceMeetings | undefined;
}

/** Remembers contacts while their place cannot be seen. */
export class KeptContacts {
  readonly #known = new Map<number, Memory>();
  /** Who rested on the other, and when it last did. */
  readonly #rested = new Map<number, { upper: number; time: number }>();
  #frame = 0;

  get size(): number {
    return this.#known.size + this.#rested.size;
  }

  /** The contact of a pair as it is seen now. */
  note(key: number, contact: SeenContact, time: number): void {
    if (contact.upper !== null) this.#rested.set(key, { upper: contact.upper, time });
    this.#known.set(key, { contact, frame: this.#frame, gone: [0, 0], drift: [0, 0], way: 0 });
  }

  /** It is as it was. */
  stay(key: number): void {
    const memory = this.#known.get(key);
    if (memory !== undefined) memory.frame = this.#frame;
  }

  last(key: number): SeenContact | undefined {
    return this.#known.get(key)?.contact;
  }

  /**
   * The contact of a pair that is not seen to touch now. It goes on while they stay near and its place may be hidden: one
   * holds the other, rests on it or is in it and is partly hidden, both move alike and one is cut off by something, or
   * something else is before it.
   */
  keep(key: number, a: TrackState, b: TrackState, how: Hiding): SeenContact | undefined {
    const memory = this.#known.get(key);
    if (memory === undefined) return undefined;
    noteDrift(memory, a, b, how.time);
    if (!mayGoOn(memory, a, b, how) || !mayTouch(a, b)) return undefined;
    memory.frame = this.#frame;
    return memory.contact;
  }

  /** Who rested on the other up to a second ago. */
  rested(key: number): number | undefined {
    return this.#rested.get(key)?.upper;
  }

  /** Forgets pairs that were not asked for since the last call. */
  nextFrame(now: number): void {
    for (const [key, { time }] of this.#rested) if (now - time > restSeconds) this.#rested.delete(key);
    for (const [key, { frame }] of this.#known) if (frame !== this.#frame) this.#known.delete(key);
    this.#frame++;
  }
}

/** It may touch something where it is not seen. */
export const isPartlyHidden = (track: TrackState): boolean => track.status !== 'visible' || track.visible < whole;

function noteDrift(memory: Memory, a: TrackState, b: TrackState, time: number): void {
  if (Math.min(a.observations, b.observations) < leastObservations) return;
  const [ax, ay] = a.path.stepAt(time);
  const [bx, by] = b.path.stepAt(time);
  memory.gone = [memory.gone[0] + ax, memory.gone[1] + ay];
  memory.drift = [memory.drift[0] + bx - ax, memory.drift[1] + by - ay];
  memory.way += Math.max(Math.hypot(ax, ay), Math.hypot(bx, by));
}

function mayGoOn(memory: Memory, a: TrackState, b: TrackState, { isCovered, isSetDown, surfaces }: Hiding): boolean {
  const { held, upper, inner } = memory.contact;
  const isCut = a.clipped || b.clipped;
  if (held && (isSetDown || !(isCut || isCovered))) return false;
  if (!held && isCut && mayMove(a) && mayMove(b) && isTogether(memory)) return true;
  if (!held && !isCovered) return false;
  if (surfaces === undefined || a.status !== 'visible' || b.status !== 'visible') return true;
  return !haveParted(memory, a, b, surfaces, held || upper !== null || inner !== null);
}

/**
 * Nothing hides where they touched, whichever of the two that place goes with, and the other one is not there.
 * @param isFirm the one that rests on the other may hide the place itself
 */
function haveParted(
  { contact: { place }, gone, drift }: Memory,
  a: TrackState,
  b: TrackState,
  surfaces: SurfaceMeetings,
  isFirm: boolean,
): boolean {
  if (place === null) return false;
  const withA = { ...place, x: place.x + gone[0], y: place.y + gone[1] };
  const withB = { ...withA, x: withA.x + drift[0], y: withA.y + drift[1] };
  const isHidden = (at: Place) =>
    surfaces.isHidden(at) && (isFirm || !(reaches(a.seen, at.x, at.y, 0) || reaches(b.seen, at.x, at.y, 0)));
  if (isHidden(withA) || isHidden(withB)) return false;
  return !isFirm || !reaches(b.seen, withA.x, withA.y, placePx) || !reaches(a.seen, withB.x, withB.y, placePx);
}

/** It moves, or has come into the picture just now. */
const mayMove = ({ moving, path }: TrackState): boolean => moving || path.velocity === null;

const isTogether = ({ drift, way }: Memory): boolean =>
  Math.hypot(drift[0], drift[1]) <= Math.max(driftPx, driftShare * way);

/** Where something else has always covered a part of an extent, its hull stands for it. */
const mayTouch = (a: TrackState, b: TrackState): boolean =>
  isNear(hullShape(a.extent), hullShape(b.extent), contactGap);
