import { hullOf } from './hull.ts';
import { contactGap, PairGeometries, type PairGeometry } from './pair-geometry.ts';
import type { Contact } from './scene-graph.ts';
import { isPresent, type TrackState } from './track-state.ts';

/** Limits of the five relations that need pixels. */
const limits = {
  /** Masks that share more of the smaller one than this are two readings of the same pixels. */
  samePixels: 0.5,
  /** Depths that differ by more than this share of the larger are apart. */
  likeDepth: 0.1,
  /** Share of the lower edge that must rest on the support. */
  rests: 0.5,
  /** Share of the area inside the hull of a container. */
  enclosed: 0.8,
  /** A container's own pixels fill less of its hull than this. */
  hollow: 0.6,
  /** Share of an object's extent that must be covered for "hides". */
  hides: 0.1,
  /** Seconds of common movement before one holds the other. */
  holdSeconds: 0.2,
};

/** Two tracks in contact, and since when they have moved together. */
interface Grip {
  since: number;
  /** Id, once it is certain. */
  holder: number | null;
  frame: number;
}

/**
 * The five relations that need pixels, each frame anew from masks (docs/twin.md has the rules):
 * touches, on, in, holds, hides. Only pairs whose boxes meet are looked at.
 */
export class ContactFinder {
  readonly #geometries = new PairGeometries();
  readonly #grips = new Map<number, Grip>();
  readonly #diagonal: number;
  #frame = 0;

  constructor(diagonal: number) {
    this.#diagonal = diagonal;
  }

  /** Number of pairs remembered. */
  get pairs(): number {
    return this.#geometries.size + this.#grips.size;
  }

  /** @param tracks by rising id */
  find(tracks: readonly TrackState[], time: number): Contact[] {
    this.#frame++;
    const contacts: Contact[] = [];
    const present = tracks.filter(isPresent);
    for (const track of present) if (track.status === 'occluded') pushHidden(track, contacts);
    const seen = present.filter((track) => track.status !== 'occluded');
    const boxes = seen.map((track) => track.seen.box);
    for (let i = 0; i < seen.length; i++) {
      const [ax, ay, aw, ah] = boxes[i]!;
      for (let j = i + 1; j < seen.length; j++) {
        const [bx, by, bw, bh] = boxes[j]!;
        if (ax > bx + bw + contactGap || bx > ax + aw + contactGap) continue;
        if (ay > by + bh + contactGap || by > ay + ah + contactGap) continue;
        this.#judgePair(seen[i]!, seen[j]!, time, contacts);
      }
    }
    this.#forget();
    return contacts;
  }

  #judgePair(a: TrackState, b: TrackState, time: number, contacts: Contact[]): void {
    if (a.partOf === b.id || b.partOf === a.id) return;
    const key = a.id * 2 ** 26 + b.id;
    const pair = this.#geometries.of(key, a.seen, b.seen);
    if (pair.overlap > limits.samePixels * Math.min(a.seen.area, b.seen.area)) return;
    pushHides(a, b, pair.inHull, pair.hullHolds, contacts);
    pushHides(b, a, pair.hullHolds, pair.inHull, contacts);
    if (!pair.near || !atLikeDepth(a, b)) return;
    const sure = depthsKnown(a, b) ? 0.9 : 0.7;
    const inside = containment(a, b, pair);
    const rest = inside === null ? support(a, b, pair) : null;
    if (inside !== null) contacts.push({ relation: 'in', a: inside.inner.id, b: inside.outer.id, p: sure });
    if (rest !== null) contacts.push({ relation: 'on', a: rest.upper.id, b: rest.lower.id, p: sure });
    const grip = this.#grip(key, a, b, time, rest?.lower ?? inside?.outer);
    if (grip !== null) contacts.push({ relation: 'holds', a: grip, b: grip === a.id ? b.id : a.id, p: sure });
    if (inside !== null || rest !== null || grip !== null || !coversOther(a, b)) {
      contacts.push({ relation: 'touches', a: a.id, b: b.id, p: sure });
    }
  }

  /**
   * Who holds the other: from 0.2 s of common movement until they part or move against each other; null for nobody.
   */
  #grip(key: number, a: TrackState, b: TrackState, time: number, lower: TrackState | undefined): number | null {
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
    if (time - grip.since >= limits.holdSeconds - 1e-9) grip.holder ??= holderOf(a, b, lower).id;
    return grip.holder;
  }

  #forget(): void {
    this.#geometries.nextFrame();
    for (const [key, grip] of this.#grips) if (grip.frame !== this.#frame) this.#grips.delete(key);
  }
}

function pushHidden(track: TrackState, contacts: Contact[]): void {
  if (track.carrier !== undefined) contacts.push({ relation: 'in', a: track.id, b: track.carrier, p: 0.7 });
  for (const cover of track.cover) contacts.push({ relation: 'hides', a: cover, b: track.id, p: 0.8 });
}

/**
 * `a` hides `b`: known from before (b was seen whole), or a fills at least 10 % of what b's outline spans while b
 * fills nothing of a's, and no depth says otherwise.
 */
function pushHides(a: TrackState, b: TrackState, aInHullOfB: number, bInHullOfA: number, contacts: Contact[]): void {
  if (b.cover.includes(a.id)) {
    if (b.visible <= 1 - limits.hides) contacts.push({ relation: 'hides', a: a.id, b: b.id, p: 0.8 });
    return;
  }
  const spanned = hullOf(b.seen.columns).area;
  if (aInHullOfB < limits.hides * spanned || bInHullOfA > 0.02 * b.seen.area) return;
  const farther = depthDifference(b, a);
  if (farther !== null && farther <= 0.03) return;
  contacts.push({ relation: 'hides', a: a.id, b: b.id, p: farther === null ? 0.6 : 0.8 });
}

/** (depth of a - depth of b) as a share of the larger; null where not both are known. */
export function depthDifference(a: TrackState, b: TrackState): number | null {
  if (!depthsKnown(a, b)) return null;
  const larger = Math.max(Math.abs(a.depth!.value), Math.abs(b.depth!.value));
  return larger === 0 ? 0 : (a.depth!.value - b.depth!.value) / larger;
}

const depthsKnown = (a: TrackState, b: TrackState): boolean =>
  a.depth !== null &&
  b.depth !== null &&
  a.depth.unit === b.depth.unit &&
  a.depth.confidence >= 0.5 &&
  b.depth.confidence >= 0.5;

const atLikeDepth = (a: TrackState, b: TrackState): boolean => Math.abs(depthDifference(a, b) ?? 0) <= limits.likeDepth;

const coversOther = (a: TrackState, b: TrackState): boolean => a.cover.includes(b.id) || b.cover.includes(a.id);

/** One lies in the outline of the other, which is hollow: its own pixels leave most of that outline free. */
function containment(a: TrackState, b: TrackState, pair: PairGeometry) {
  if (pair.inHull >= limits.enclosed * a.seen.area && isHollow(b)) return { inner: a, outer: b };
  if (pair.hullHolds >= limits.enclosed * b.seen.area && isHollow(a)) return { inner: b, outer: a };
  return null;
}

const isHollow = ({ seen }: TrackState): boolean => seen.area < limits.hollow * hullOf(seen.columns).area;

/** The lower edge of one rests on the other, whose centre is lower or in whose outline it stands. */
function support(a: TrackState, b: TrackState, pair: PairGeometry) {
  const upper = pair.rests >= pair.carries ? a : b;
  const lower = upper === a ? b : a;
  if (Math.max(pair.rests, pair.carries) < limits.rests || coversOther(a, b)) return null;
  const within = (upper === a ? pair.inHull : pair.hullHolds) >= 0.5 * upper.seen.area;
  if (!within && upper.seen.centroid[1] >= lower.seen.centroid[1]) return null;
  return fallsPast(upper, lower) ? null : { upper, lower };
}

/** Moves up or down along the other: then it passes in front of it and does not rest on it. */
function fallsPast(upper: TrackState, lower: TrackState): boolean {
  const [ux, uy] = upper.path.velocity ?? [0, 0];
  const [lx, ly] = lower.path.velocity ?? [0, 0];
  return upper.moving && Math.abs(uy - ly) > Math.max(3, 0.5 * Math.abs(ux - lx));
}

/** The one that moved first; else what is below, unless the other is 1.5 times its size; else the larger. */
function holderOf(a: TrackState, b: TrackState, lower: TrackState | undefined): TrackState {
  const lead = (b.movingSince ?? 0) - (a.movingSince ?? 0);
  if (Math.abs(lead) >= limits.holdSeconds) return lead > 0 ? a : b;
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
