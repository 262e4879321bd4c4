import type { SizeHw } from '../base/geometry.ts';
import { depthDifference, depthsKnown, isFarther } from './depths.ts';
import { Grips, muchLarger } from './grips.ts';
import { hullOf } from './hull.ts';
import { isPartlyHidden, KeptContacts } from './kept-contacts.ts';
import { contactGap, PairGeometries, type PairGeometry } from './pair-geometry.ts';
import { pairId } from './pair-id.ts';
import type { Contact } from './scene-graph.ts';
import { boxesMeet } from './sighting.ts';
import { type Containment, containment, coversOther, type Support, support } from './support.ts';
import type { SurfaceMeetings } from './surface-meetings.ts';
import { isPresent, type TrackState } from './track-state.ts';
import { putInto } from './visibility.ts';

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
  /** What is seen to this share only is hidden. */
  hidden: 0.05,
};

/** What was found of a pair in contact. */
interface Found {
  readonly inside: Containment | null;
  readonly rest: Support | null;
  readonly grip: number | null;
  readonly p: number;
}

/**
 * The five relations that need pixels, each frame anew from masks and, where there is one, the depth of each pixel
 * (docs/twin.md has the rules): touches, on, in, holds, hides. Only pairs whose boxes meet are looked at.
 */
export class ContactFinder {
  readonly #geometries = new PairGeometries();
  readonly #size: SizeHw;
  readonly #grips: Grips;
  readonly #kept = new KeptContacts();
  /** Ids of those that have something beside them that may move them. */
  readonly #beside = new Set<number>();
  #time = 0;
  /** Ids of what rested on or in something, neither moving, in the frame before, and in this one. */
  #resting = new Set<number>();
  #rests = new Set<number>();
  /** Ids of what something held in the frame before, and in this one. */
  #held = new Set<number>();
  #holding = new Set<number>();
  #surfaces: SurfaceMeetings | undefined;
  #present: readonly TrackState[] = [];

  constructor(size: SizeHw) {
    this.#size = size;
    this.#grips = new Grips(Math.hypot(...size));
  }

  /** Number of pairs remembered. */
  get pairs(): number {
    return this.#geometries.size + this.#grips.size + this.#kept.size;
  }

  /**
   * @param tracks by rising id
   * @param surfaces how they lie where masks meet, where a specialist gives the depth of each pixel
   */
  find(tracks: readonly TrackState[], time: number, surfaces?: SurfaceMeetings): Contact[] {
    this.#surfaces = surfaces;
    this.#time = time;
    this.#beside.clear();
    const contacts: Contact[] = [];
    const present = tracks.filter(isPresent);
    this.#present = present;
    for (const track of present) {
      if (track.status !== 'occluded' && !this.#held.has(track.id)) track.heldBy = undefined;
      track.clipped = isSeen(track) && this.#surfaces?.isCutOff(track) === true;
      if (track.status === 'occluded') this.#pushHidden(track, contacts);
    }
    const boxes = present.map((track) => track.extent.box);
    for (let i = 0; i < present.length; i++) {
      const [ax, ay, aw, ah] = boxes[i]!;
      for (let j = i + 1; j < present.length; j++) {
        const [bx, by, bw, bh] = boxes[j]!;
        if (ax > bx + bw + contactGap || bx > ax + aw + contactGap) continue;
        if (ay > by + bh + contactGap || by > ay + ah + contactGap) continue;
        this.#judgePair(present[i]!, present[j]!, contacts);
      }
    }
    for (const track of present) {
      track.whole ||= !track.clipped && track.status === 'visible' && track.visible === 1;
      track.roams ||= track.moving && isSeen(track) && !this.#beside.has(track.id);
    }
    for (const track of tracks) if (track.heldBy !== undefined) track.held = { by: track.heldBy, time };
    this.#forget();
    return contacts;
  }

  #pushHidden(track: TrackState, contacts: Contact[]): void {
    const { id, carrier } = track;
    if (carrier !== undefined) this.#pushCarried(track, carrier, contacts);
    for (const cover of track.cover) contacts.push({ relation: 'hides', a: cover, b: id, p: 0.8 });
  }

  /** What is hidden in something, or held behind it. */
  #pushCarried(track: TrackState, carrier: number, contacts: Contact[]): void {
    const { id } = track;
    const [a, b] = [Math.min(id, carrier), Math.max(id, carrier)];
    const key = pairId(a, b);
    const isInside = track.between === carrier || this.#kept.last(key)?.inner === id;
    if (!isInside) track.heldBy ??= this.#grips.handler(key);
    if (track.heldBy === carrier) {
      contacts.push({ relation: 'holds', a: carrier, b: id, p: 0.7 });
      this.#holding.add(id);
      this.#grips.keep(key, carrier, this.#time);
    }
    if (isInside || track.heldBy !== carrier) contacts.push({ relation: 'in', a: id, b: carrier, p: 0.7 });
    contacts.push({ relation: 'touches', a, b, p: 0.7 });
    this.#kept.stay(key);
  }

  #judgePair(a: TrackState, b: TrackState, contacts: Contact[]): void {
    if (a.partOf === b.id || b.partOf === a.id || (a.partOf !== undefined && a.partOf === b.partOf)) return;
    const key = pairId(a.id, b.id);
    if (isUnseen(a) || isUnseen(b) || a.blob.includes(b.id)) {
      this.#pushKept(key, a, b, contacts);
      return;
    }
    const pair = this.#geometries.of(key, a.seen, b.seen);
    if (pair.overlap > limits.samePixels * Math.min(a.seen.area, b.seen.area)) return;
    if (this.#surfaces?.clips(a, b)) a.clipped = true;
    if (this.#surfaces?.clips(b, a)) b.clipped = true;
    this.#pushHides(a, b, pair.inHull, pair.hullHolds, contacts);
    this.#pushHides(b, a, pair.hullHolds, pair.inHull, contacts);
    const isInside = this.#noteBetween(a, b, pair);
    if (!isInside && !this.#meet(a, b, pair)) {
      if (pair.near && atLikeDepth(a, b) && this.#keptRest(key, a, b) === null) this.#noteBeside(a, b);
      this.#pushKept(key, a, b, contacts);
      return;
    }
    this.#pushContact(key, a, b, pair, contacts);
  }

  /** In the air above the floor of a container it is not in it yet; at rest or hidden there it is. */
  #noteBetween(a: TrackState, b: TrackState, pair: PairGeometry): boolean {
    const found = this.#surfaces === undefined ? null : containment(a, b, pair, this.#surfaces);
    if (found !== null) found.inner.between = found.outer.id;
    return found === null ? hiddenInside(a, b) !== null : !found.inner.moving;
  }

  #meet(a: TrackState, b: TrackState, pair: PairGeometry): boolean {
    if (!pair.near) return false;
    const surfaces = this.#surfaces;
    if (surfaces === undefined) return atLikeDepth(a, b);
    return surfaces.touch(a, b) || this.#noteMover(a, b, surfaces) || this.#noteMover(b, a, surfaces);
  }

  /** What has never moved by itself, and set out behind what does, is moved by that. True where that is so. */
  #noteMover(thing: TrackState, mover: TrackState, surfaces: SurfaceMeetings): boolean {
    if (!thing.moving || thing.roams || thing.between !== undefined || !mover.roams) return false;
    if (thing.movingSince === this.#time && surfaces.clips(thing, mover) && atLikeDepth(thing, mover))
      thing.movedBy = mover.id;
    return thing.movedBy === mover.id;
  }

  #pushContact(key: number, a: TrackState, b: TrackState, pair: PairGeometry, contacts: Contact[]): void {
    const p = this.#surfaces !== undefined ? surelyTouches : depthsKnown(a, b) ? 0.9 : 0.7;
    const inside = containment(a, b, pair, this.#surfaces) ?? hiddenInside(a, b) ?? this.#keptInside(key, a, b);
    const found =
      inside === null
        ? (support(a, b, pair, this.#surfaces, this.#size) ?? this.#keptRest(key, a, b) ?? this.#restsAgain(key, a, b))
        : null;
    const grip = this.#grips.holder(key, a, b, this.#time, found?.lower ?? inside?.outer);
    const rest = found === null || isLifted(found, grip) ? null : found;
    const seenToTouch = this.#surfaces !== undefined || !coversOther(a, b);
    if (inside === null && rest === null && grip === null && !seenToTouch) return;
    this.#pushFound(a, b, { inside, rest, grip, p }, contacts);
    this.#kept.note(
      key,
      {
        ...{
          upper: rest?.upper.id ?? null,
          inner: inside?.inner.id ?? null,
          held: grip !== null || this.#grips.handler(key) !== undefined,
        },
        place: this.#surfaces?.placeOf(a, b) ?? null,
      },
      this.#time,
    );
  }

  /** What touched goes on touching while the place is hidden, as long as their extents stay near. */
  #pushKept(key: number, a: TrackState, b: TrackState, contacts: Contact[]): void {
    if (a.carrier === b.id || b.carrier === a.id) return;
    const [covered, other] = a.extent.area <= b.extent.area ? [a, b] : [b, a];
    const held = this.#grips.held(key) === a.id ? a : b;
    const how = {
      ...{ time: this.#time, isCovered: this.#mayBeHidden(covered, other), surfaces: this.#surfaces },
      isSetDown: !held.moving && this.#resting.has(held.id),
    };
    if (this.#kept.keep(key, a, b, how) === undefined) return;
    const [inside, rest] = [this.#keptInside(key, a, b), this.#keptRest(key, a, b)];
    const grip = this.#grips.holder(key, a, b, this.#time, rest?.lower ?? inside?.outer);
    if (inside?.inner.status === 'occluded' && inside.inner.carrier === undefined) putInto(inside.inner, inside.outer);
    this.#pushFound(a, b, { inside, rest, grip, p: 0.7 }, contacts);
  }

  #pushFound(a: TrackState, b: TrackState, { inside, rest, grip, p }: Found, contacts: Contact[]): void {
    if (inside !== null) contacts.push({ relation: 'in', a: inside.inner.id, b: inside.outer.id, p });
    if (rest !== null) contacts.push({ relation: 'on', a: rest.upper.id, b: rest.lower.id, p });
    this.#noteRest(rest?.upper ?? inside?.inner, rest?.lower ?? inside?.outer);
    if (grip !== null) this.#pushHeld(grip, a, b, p, contacts);
    if (inside !== null) this.#noteBeside(inside.inner);
    else if (grip !== null) this.#noteBeside(grip === a.id ? b : a);
    else if (rest === null) this.#noteBeside(a, b);
    else if (rest.upper.extent.area >= muchLarger * rest.lower.extent.area) this.#noteBeside(a, b);
    else if (rest.lower.moving) this.#noteBeside(rest.upper);
    contacts.push({ relation: 'touches', a: a.id, b: b.id, p });
  }

  #noteRest(thing: TrackState | undefined, base: TrackState | undefined): void {
    if (thing !== undefined && base !== undefined && !thing.moving && !base.moving) this.#rests.add(thing.id);
  }

  /** Something beside them may move them. */
  #noteBeside(...tracks: readonly TrackState[]): void {
    for (const { id } of tracks) this.#beside.add(id);
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
    const before = this.#surfaces === undefined ? isFarther(b, a) : this.#surfaces.isBefore(a, b);
    if (before !== false) contacts.push({ relation: 'hides', a: a.id, b: b.id, p: before === null ? 0.6 : 0.8 });
  }

  #pushHeld(holder: number, a: TrackState, b: TrackState, p: number, contacts: Contact[]): void {
    const held = holder === a.id ? b.id : a.id;
    contacts.push({ relation: 'holds', a: holder, b: held, p });
    this.#holding.add(held);
    (holder === a.id ? b : a).heldBy = holder;
  }

  #keptRest(key: number, a: TrackState, b: TrackState): Support | null {
    const upper = this.#kept.last(key)?.upper;
    if (upper === a.id && this.#mayBeHidden(a, b)) return { upper: a, lower: b };
    return upper === b.id && this.#mayBeHidden(b, a) ? { upper: b, lower: a } : null;
  }

  /** What has tipped over, or hangs over an edge, still lies on what it stood on. */
  #restsAgain(key: number, a: TrackState, b: TrackState): Support | null {
    const upper = this.#kept.rested(key);
    if (upper === a.id && !a.moving) return { upper: a, lower: b };
    return upper === b.id && !b.moving ? { upper: b, lower: a } : null;
  }

  #keptInside(key: number, a: TrackState, b: TrackState): Containment | null {
    const inner = this.#kept.last(key)?.inner;
    if (inner === a.id && isPartlyHidden(a)) return { inner: a, outer: b };
    return inner === b.id && isPartlyHidden(b) ? { inner: b, outer: a } : null;
  }

  /** Its contact with the other may be hidden, and nothing else carries it away. */
  #mayBeHidden(track: TrackState, other: TrackState): boolean {
    const isTaken = track.moving && this.#held.has(track.id) && track.heldBy !== other.id;
    return !isTaken && (isPartlyHidden(track) || this.#isBehindScenery(track));
  }

  /** Something nearer that is no track cuts off a side of it. */
  #isBehindScenery(track: TrackState): boolean {
    const surfaces = this.#surfaces;
    if (surfaces?.isCutOff(track) !== true) return false;
    return !this.#present.some(
      (other) => other !== track && isSeen(other) && boxesMeet(other.seen, track.seen) && surfaces.clips(track, other),
    );
  }

  #forget(): void {
    [this.#held, this.#holding] = [this.#holding, new Set()];
    [this.#resting, this.#rests] = [this.#rests, new Set()];
    this.#geometries.nextFrame();
    this.#grips.nextFrame(this.#time);
    this.#kept.nextFrame(this.#time);
  }
}

const isSeen = ({ status }: TrackState): boolean => status === 'visible';

const isUnseen = (track: TrackState): boolean => !isSeen(track);

/** What its holder stands on, so to speak: a hand on the thing that it lifts does not rest on it. */
function isLifted({ upper, lower }: Support, holder: number | null): boolean {
  if (holder !== null) return holder === upper.id;
  return upper.moving && lower.moving && upper.roams && !lower.roams;
}

/** All but hidden by what had walls before and behind it. */
function hiddenInside(a: TrackState, b: TrackState): Containment | null {
  if (a.between === b.id && a.visible <= limits.hidden) return { inner: a, outer: b };
  return b.between === a.id && b.visible <= limits.hidden ? { inner: b, outer: a } : null;
}

const atLikeDepth = (a: TrackState, b: TrackState): boolean => Math.abs(depthDifference(a, b) ?? 0) <= limits.likeDepth;
