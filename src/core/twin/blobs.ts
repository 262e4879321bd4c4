import { type Box, boxGap, type SizeHw } from '../base/geometry.ts';
import { unionAll } from '../masks/set-algebra.ts';
import { fitBlob, type Placement } from './blob-fit.ts';
import { columnsOf } from './columns.ts';
import { overlapArea } from './contact.ts';
import { alikeLooks, cosine } from './likeness.ts';
import { PlacedShape } from './placed-shape.ts';
import { boxesMeet, iouBound, type Sighting, shapeIou } from './sighting.ts';
import type { TrackState } from './track-state.ts';

/** Sightings that show several tracks at once. */
export interface Blob {
  /** Their indices. */
  readonly sightings: readonly number[];
  readonly placements: readonly Placement[];
}

/** Boxes this near to each other, px, can hide one another before the next look. */
const nearPx = 4;
/** A sighting that fits a track this well is that track alone. */
const ownIou = 0.7;
/** A sighting belongs to a blob if this share of it lies about the members. */
const leastWithin = 0.6;
/** Room about a member's predicted box, share of its size. */
const room = 0.25;
/** The blob's area against that of all its members' extents together. */
const areaRatio = [0.5, 1.5] as const;
/** Observations before a track can be a member. */
const knownWell = 3;

/**
 * Finds where alike tracks have merged: two or more are predicted to touch or to hide one another, and what is seen
 * there is not one sighting for each. All that is seen there is then one blob, and each member is given its own place
 * in it.
 */
export function findBlobs(
  tracks: readonly TrackState[],
  sightings: readonly Sighting[],
  { dt, size }: { readonly dt: number; readonly size: SizeHw },
): Blob[] {
  const solid = withoutSharers(tracks.filter(canMerge));
  return crowdsOf(solid).flatMap((members) => {
    const pieces = piecesOf(members, sightings);
    if (pieces.length === 0 || isClear(members, pieces, sightings)) return [];
    const shape = unionOf(
      pieces.map((s) => sightings[s]!.shape),
      size,
    );
    return explains(shape, members) ? [{ sightings: pieces, placements: fitBlob(shape, members, dt) }] : [];
  });
}

const canMerge = ({ status, carrier, partOf, observations, stuff }: TrackState): boolean =>
  (status === 'visible' || status === 'missed' || status === 'occluded') &&
  carrier === undefined &&
  partOf === undefined &&
  observations >= knownWell &&
  stuff < 0.5;

/** Readings of the same pixels (a whole and a piece of it) are no two things: the better known and surer one stays. */
function withoutSharers(found: readonly TrackState[]): TrackState[] {
  const weight = ({ observations, score }: TrackState) => observations * score;
  const members: TrackState[] = [];
  for (const track of [...found].sort(
    (a, b) => weight(b) - weight(a) || b.extent.area - a.extent.area || a.id - b.id,
  )) {
    if (members.every((m) => !areAlike(m, track) || (!m.sharing.has(track.id) && !track.sharing.has(m.id)))) {
      members.push(track);
    }
  }
  return members.sort((a, b) => a.id - b.id);
}

const areAlike = (a: TrackState, b: TrackState): boolean => (cosine(a.vector, b.vector) ?? 0) >= alikeLooks;

/** Groups of two and more alike tracks whose predicted boxes touch, directly or through others. */
function crowdsOf(tracks: readonly TrackState[]): TrackState[][] {
  const crowds: TrackState[][] = [];
  for (const track of tracks) {
    const met = crowds.filter((crowd) =>
      crowd.some((other) => boxGap(other.extent.box, track.extent.box) <= nearPx && areAlike(other, track)),
    );
    for (const crowd of met) crowds.splice(crowds.indexOf(crowd), 1);
    crowds.push([...met.flat(), track]);
  }
  return crowds.filter((crowd) => crowd.length > 1).map((crowd) => crowd.sort((a, b) => a.id - b.id));
}

/** Indices of the alike sightings that lie about the members. */
function piecesOf(members: readonly TrackState[], sightings: readonly Sighting[]): number[] {
  return sightings.flatMap(({ shape, look, stuff }, s) => {
    if (stuff >= 0.5 || (cosine(members[0]!.vector, look?.vector) ?? 1) < alikeLooks - 0.1) return [];
    return coveredBy(shape.box, members.map(roomOf)) >= leastWithin ? [s] : [];
  });
}

function roomOf({ extent: { box } }: TrackState): Box {
  const [x, y, w, h] = box;
  return [x - room * w, y - room * h, w * (1 + 2 * room), h * (1 + 2 * room)];
}

/** Share of a box that lies in any of the others, counted on a grid. */
function coveredBy([x, y, w, h]: Box, boxes: readonly Box[]): number {
  const n = 8;
  let inside = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [px, py] = [x + ((i + 0.5) * w) / n, y + ((j + 0.5) * h) / n];
      if (boxes.some(([bx, by, bw, bh]) => px >= bx && px <= bx + bw && py >= by && py <= by + bh)) inside++;
    }
  }
  return inside / (n * n);
}

/** True where each member is seen on its own. */
function isClear(members: readonly TrackState[], pieces: readonly number[], sightings: readonly Sighting[]): boolean {
  const taken = new Set<number>();
  return members.every(({ status, seen }) => {
    if (status === 'occluded') return false;
    const own = pieces.find(
      (s) =>
        !taken.has(s) && iouBound(seen, sightings[s]!.shape) >= ownIou && shapeIou(seen, sightings[s]!.shape) >= ownIou,
    );
    if (own !== undefined) taken.add(own);
    return own !== undefined;
  });
}

function unionOf(shapes: readonly PlacedShape[], size: SizeHw): PlacedShape {
  return shapes.length === 1
    ? shapes[0]!
    : new PlacedShape(columnsOf(unionAll(shapes.map((shape) => shape.mask(size)))));
}

/** About as large as its members together, where they are predicted. */
function explains(blob: PlacedShape, members: readonly TrackState[]): boolean {
  let union = 0;
  members.forEach(({ extent }, i) => {
    union += extent.area;
    for (const other of members.slice(0, i)) union -= overlapArea(extent, other.extent);
  });
  const largest = Math.max(...members.map(({ extent }) => extent.area));
  const ratio = blob.area / Math.max(union, largest);
  return ratio >= areaRatio[0] && ratio <= areaRatio[1];
}

/** Notes which tracks cover each other's pixels: two masks over the same pixels are two readings of one thing. */
export function noteSharing(seen: readonly TrackState[]): void {
  for (const track of seen) track.sharing.clear();
  for (let i = 0; i < seen.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [seen[i]!, seen[j]!];
      if (!boxesMeet(a.seen, b.seen)) continue;
      if (overlapArea(a.seen, b.seen) <= 0.1 * Math.min(a.seen.area, b.seen.area)) continue;
      a.sharing.add(b.id);
      b.sharing.add(a.id);
    }
  }
}
