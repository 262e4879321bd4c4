import { isNear } from './contact.ts';
import { hullOf } from './hull.ts';
import { contactGap } from './pair-geometry.ts';
import { PlacedShape } from './placed-shape.ts';
import type { TrackState } from './track-state.ts';

/** What is seen to a lesser share may touch another thing where it cannot be seen. */
const whole = 0.98;
/** Two that have come apart by more px, or by more than this share of their way, do not touch any more. */
const [driftPx, driftShare] = [4, 0.12];

/** How two were in contact when that was last seen. */
export interface SeenContact {
  /** Who was on the other. */
  readonly upper: number | null;
  /** Who was in the other. */
  readonly inner: number | null;
  readonly held: boolean;
}

interface Memory {
  readonly contact: SeenContact;
  frame: number;
  /** How far they have come apart since, px, and how far both have gone. */
  drift: [x: number, y: number];
  way: number;
}

/** Remembers contacts while their place cannot be seen. */
export class KeptContacts {
  readonly #known = new Map<number, Memory>();
  #frame = 0;

  get size(): number {
    return this.#known.size;
  }

  /** The contact of a pair as it is seen now. */
  note(key: number, contact: SeenContact): void {
    this.#known.set(key, { contact, frame: this.#frame, drift: [0, 0], way: 0 });
  }

  last(key: number): SeenContact | undefined {
    return this.#known.get(key)?.contact;
  }

  /**
   * The contact of a pair that is not seen to touch now: it goes on while they stay near and its place may be hidden. What
   * neither rests on nor holds the other must keep its place to it besides.
   * @param isCovered may its contacts be hidden by other things?
   */
  keep(key: number, a: TrackState, b: TrackState, time: number, isCovered: boolean): SeenContact | undefined {
    const memory = this.#known.get(key);
    if (memory === undefined) return undefined;
    noteDrift(memory, a, b, time);
    const { contact } = memory;
    const isFirm = contact.upper !== null || contact.inner !== null || contact.held;
    const cut = a.clipped || b.clipped;
    if (!(isCovered || (cut && (isFirm || isTogether(memory)))) || !mayTouch(a, b)) return undefined;
    memory.frame = this.#frame;
    return contact;
  }

  /** Forgets pairs that were not asked for since the last call. */
  nextFrame(): void {
    for (const [key, { frame }] of this.#known) if (frame !== this.#frame) this.#known.delete(key);
    this.#frame++;
  }
}

/** It may touch something where it is not seen. */
export const isPartlyHidden = (track: TrackState): boolean => track.status !== 'visible' || track.visible < whole;

function noteDrift(memory: Memory, a: TrackState, b: TrackState, time: number): void {
  const [ax, ay] = a.path.stepAt(time);
  const [bx, by] = b.path.stepAt(time);
  memory.drift = [memory.drift[0] + bx - ax, memory.drift[1] + by - ay];
  memory.way += Math.max(Math.hypot(ax, ay), Math.hypot(bx, by));
}

const isTogether = ({ drift, way }: Memory): boolean =>
  Math.hypot(drift[0], drift[1]) <= Math.max(driftPx, driftShare * way);

/** Where something else has always covered a part of an extent, its hull stands for it. */
const mayTouch = (a: TrackState, b: TrackState): boolean => isNear(hullShape(a), hullShape(b), contactGap);

function hullShape({ extent }: TrackState): PlacedShape {
  const hull = new PlacedShape(hullOf(extent.columns));
  hull.move(extent.dx, extent.dy);
  return hull;
}
