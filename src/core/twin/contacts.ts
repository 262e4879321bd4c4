import { isNear } from './contact.ts';
import { Grips } from './grips.ts';
import { hullOf } from './hull.ts';
import { contactGap, PairGeometries, type PairGeometry } from './pair-geometry.ts';
import { PlacedShape } from './placed-shape.ts';
import type { Contact } from './scene-graph.ts';
import { type Containment, containment, coversOther, type Support, support } from './support.ts';
import type { SurfaceMeetings } from './surface-meetings.ts';
import { isPresent, type TrackState } from './track-state.ts';

/** Probability of a contact that was seen in the depth of pixels: no mere overlap in the picture. */
export const surelyTouches = 0.95;

/** Limits of the relations that need pixels. */
const limits = {
  /** Masks that share more of the smaller one than this are two readings of the same pixels. */
  samePixels: 0.5,
  /** Depths that differ by more than this share of the larger are apart. */
  likeDepth: 0.1,
  /** Share of an object's extent that must be covered for "hides". */
  hides: 0.1,
  /** What is seen to a lesser share may touch another thing where it cannot be seen. */
  whole: 0.98,
};

/** What is known of a pair while its contact is hidden. */
interface Touch {
  readonly upper: number | null;
  readonly inner: number | null;
  frame: number;
}

/**
 * The five relations that need pixels, each frame anew from masks and, where there is one, the depth of each pixel
 * (docs/twin.md has the rules): touches, on, in, holds, hides. Only pairs whose boxes meet are looked at.
 */
export class ContactFinder {
  readonly #geometries = new PairGeometries();
  readonly #grips: Grips;
  readonly #touches = new Map<number, Touch>();
  /** Ids of what something held in the frame before, and in this one. */
  #held = new Set<number>();
  #holding = new Set<number>();
  #frame = 0;
  #surfaces: SurfaceMeetings | undefined;

  constructor(diagonal: number) {
    this.#grips = new Grips(diagonal);
  }

  /** Number of pairs remembered. */
  get pairs(): number {
    return this.#geometries.size + this.#grips.size + this.#touches.size;
  }

  /**
   * @param tracks by rising id
   * @param surfaces how they lie where masks meet, where a specialist gives the depth of each pixel
   */
  find(tracks: readonly TrackState[], time: number, surfaces?: SurfaceMeetings): Contact[] {
    this.#frame++;
    this.#surfaces = surfaces;
    const contacts: Contact[] = [];
    const present = tracks.filter(isPresent);
    for (const track of present) {
      track.clipped = isSeen(track) && this.#surfaces?.isCutOff(track) === true;
      if (track.status === 'occluded') pushHidden(track, contacts);
    }
    const boxes = present.map((track) => track.extent.box);
    for (let i = 0; i < present.length; i++) {
      const [ax, ay, aw, ah] = boxes[i]!;
      for (let j = i + 1; j < present.length; j++) {
        const [bx, by, bw, bh] = boxes[j]!;
        if (ax > bx + bw + contactGap || bx > ax + aw + contactGap) continue;
        if (ay > by + bh + contactGap || by > ay + ah + contactGap) continue;
        this.#judgePair(present[i]!, present[j]!, time, contacts);
      }
    }
    for (const track of present) track.whole ||= !track.clipped && track.status === 'visible' && track.visible === 1;
    this.#forget();
    return contacts;
  }

  #judgePair(a: TrackState, b: TrackState, time: number, contacts: Contact[]): void {
    if (a.partOf === b.id || b.partOf === a.id) return;
    const key = a.id * 2 ** 26 + b.id;
    if (isUnseen(a) || isUnseen(b)) {
      this.#pushKept(key, a, b, time, contacts);
      return;
    }
    const pair = this.#geometries.of(key, a.seen, b.seen);
    if (pair.overlap > limits.samePixels * Math.min(a.seen.area, b.seen.area)) return;
    if (this.#surfaces?.clips(a, b)) a.clipped = true;
    if (this.#surfaces?.clips(b, a)) b.clipped = true;
    this.#pushHides(a, b, pair.inHull, pair.hullHolds, contacts);
    this.#pushHides(b, a, pair.hullHolds, pair.inHull, contacts);
    if (!this.#meet(a, b, pair)) {
      this.#pushKept(key, a, b, time, contacts);
      return;
    }
    this.#pushContact(key, a, b, pair, time, contacts);
  }

  #meet(a: TrackState, b: TrackState, pair: PairGeometry): boolean {
    if (!pair.near) return false;
    return this.#surfaces?.touch(a, b) ?? atLikeDepth(a, b);
  }

  #pushContact(key: number, a: TrackState, b: TrackState, pair: PairGeometry, time: number, contacts: Contact[]): void {
    const p = this.#surfaces !== undefined ? surelyTouches : depthsKnown(a, b) ? 0.9 : 0.7;
    const inside = containment(a, b, pair, this.#surfaces) ?? this.#keptInside(key, a, b);
    const rest = inside === null ? (support(a, b, pair, this.#surfaces?.depth) ?? this.#keptRest(key, a, b)) : null;
    if (inside !== null) contacts.push({ relation: 'in', a: inside.inner.id, b: inside.outer.id, p });
    if (rest !== null) contacts.push({ relation: 'on', a: rest.upper.id, b: rest.lower.id, p });
    const grip = this.#grips.holder(key, a, b, time, rest?.lower ?? inside?.outer);
    if (grip !== null) this.#pushHeld(grip, a, b, p, contacts);
    const seenToTouch = this.#surfaces !== undefined || !coversOther(a, b);
    if (inside === null && rest === null && grip === null && !seenToTouch) return;
    contacts.push({ relation: 'touches', a: a.id, b: b.id, p });
    this.#touches.set(key, { upper: rest?.upper.id ?? null, inner: inside?.inner.id ?? null, frame: this.#frame });
  }

  /** What touched goes on touching while the place is hidden, as long as their extents stay near. */
  #pushKept(key: number, a: TrackState, b: TrackState, time: number, contacts: Contact[]): void {
    if (a.carrier === b.id || b.carrier === a.id) return;
    const touch = this.#touches.get(key);
    const covered = smaller(a, b);
    if (touch === undefined || !this.#isKept(covered) || !mayTouch(a, b)) return;
    touch.frame = this.#frame;
    const [inside, rest] = [this.#keptInside(key, a, b), this.#keptRest(key, a, b)];
    if (inside !== null) contacts.push({ relation: 'in', a: inside.inner.id, b: inside.outer.id, p: 0.7 });
    if (rest !== null) contacts.push({ relation: 'on', a: rest.upper.id, b: rest.lower.id, p: 0.7 });
    const grip = this.#grips.holder(key, a, b, time, rest?.lower ?? inside?.outer);
    if (grip !== null) this.#pushHeld(grip, a, b, 0.7, contacts);
    contacts.push({ relation: 'touches', a: a.id, b: b.id, p: 0.7 });
  }

  /**
   * `a` hides `b`: known from before (b was seen whole), or a fills at least 10 % of what b's outline spans while b
   * fills nothing of a's, and no depth says otherwise.
   */
  #pushHides(a: TrackState, b: TrackState, aInHullOfB: number, bInHullOfA: number, contacts: Contact[]): void {
    if (b.cover.includes(a.id)) {
      if (b.visible <= 1 - limits.hides) contacts.push({ relation: 'hides', a: a.id, b: b.id, p: 0.8 });
      return;
    }
    const spanned = hullOf(b.seen.columns).area;
    if (this.#surfaces !== undefined && b.whole) return;
    if (aInHullOfB < limits.hides * spanned || bInHullOfA > 0.02 * b.seen.area) return;
    const before = this.#surfaces === undefined ? isNearer(a, b) : this.#surfaces.isBefore(a, b);
    if (before !== false) contacts.push({ relation: 'hides', a: a.id, b: b.id, p: before === null ? 0.6 : 0.8 });
  }

  #pushHeld(holder: number, a: TrackState, b: TrackState, p: number, contacts: Contact[]): void {
    const held = holder === a.id ? b.id : a.id;
    contacts.push({ relation: 'holds', a: holder, b: held, p });
    this.#holding.add(held);
  }

  #keptRest(key: number, a: TrackState, b: TrackState): Support | null {
    const upper = this.#touches.get(key)?.upper;
    if (upper === a.id && this.#isKept(a)) return { upper: a, lower: b };
    return upper === b.id && this.#isKept(b) ? { upper: b, lower: a } : null;
  }

  #keptInside(key: number, a: TrackState, b: TrackState): Containment | null {
    const inner = this.#touches.get(key)?.inner;
    if (inner === a.id && isCovered(a)) return { inner: a, outer: b };
    return inner === b.id && isCovered(b) ? { inner: b, outer: a } : null;
  }

  /** Its contacts are hidden, and nothing carries it away. */
  #isKept = (track: TrackState): boolean => isCovered(track) && !(track.moving && this.#held.has(track.id));

  #forget(): void {
    [this.#held, this.#holding] = [this.#holding, new Set()];
    this.#geometries.nextFrame();
    this.#grips.nextFrame();
    for (const [key, touch] of this.#touches) if (touch.frame !== this.#frame) this.#touches.delete(key);
  }
}

const isSeen = ({ status }: TrackState): boolean => status === 'visible';

const isUnseen = (track: TrackState): boolean => !isSeen(track);

const isCovered = (track: TrackState): boolean => isUnseen(track) || track.visible < limits.whole;

const smaller = (a: TrackState, b: TrackState): TrackState => (a.extent.area <= b.extent.area ? a : b);

/** Where something else has always covered a part of an extent, its hull stands for it. */
const mayTouch = (a: TrackState, b: TrackState): boolean => isNear(hullShape(a), hullShape(b), contactGap);

function hullShape({ extent }: TrackState): PlacedShape {
  const hull = new PlacedShape(hullOf(extent.columns));
  hull.move(extent.dx, extent.dy);
  return hull;
}

function pushHidden(track: TrackState, contacts: Contact[]): void {
  const { id, carrier } = track;
  if (carrier !== undefined) {
    contacts.push({ relation: 'in', a: id, b: carrier, p: 0.7 });
    contacts.push({ relation: 'touches', a: Math.min(id, carrier), b: Math.max(id, carrier), p: 0.7 });
  }
  for (const cover of track.cover) contacts.push({ relation: 'hides', a: cover, b: track.id, p: 0.8 });
}

/** (depth of a - depth of b) as a share of the larger; null where not both are known. */
export function depthDifference(a: TrackState, b: TrackState): number | null {
  if (!depthsKnown(a, b)) return null;
  const larger = Math.max(Math.abs(a.depth!.value), Math.abs(b.depth!.value));
  return larger === 0 ? 0 : (a.depth!.value - b.depth!.value) / larger;
}

/** By more than 3 %; null where not both depths are known. */
function isNearer(a: TrackState, b: TrackState): boolean | null {
  const farther = depthDifference(b, a);
  return farther === null ? null : farther > 0.03;
}

const depthsKnown = (a: TrackState, b: TrackState): boolean =>
  a.depth !== null &&
  b.depth !== null &&
  a.depth.unit === b.depth.unit &&
  a.depth.confidence >= 0.5 &&
  b.depth.confidence >= 0.5;

const atLikeDepth = (a: TrackState, b: TrackState): boolean => Math.abs(depthDifference(a, b) ?? 0) <= limits.likeDepth;
