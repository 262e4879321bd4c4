import type { SizeHw } from '../base/geometry.ts';
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
  /** Indices of the sightings, the one that holds most of the members first. */
  readonly sightings: readonly number[];
  readonly placements: readonly Placement[];
}

/** Share of a track's predicted extent that lies in the blob. */
const leastShare = 0.5;
/** A track with a sighting of its own that fits it this well needs no blob. */
const ownIou = 0.6;
/** The blob's area against that of all its members' extents together. */
const areaRatio = [0.6, 1.4] as const;
/** Observations before a track can be a member. */
const knownWell = 3;

/**
 * Finds sightings in which alike tracks have merged: the predicted extents of two or more, which are seen nowhere
 * else, lie in one sighting that is about as large as they are together. Each member is given its own place in it.
 */
export function findBlobs(
  tracks: readonly TrackState[],
  sightings: readonly Sighting[],
  { dt, size }: { readonly dt: number; readonly size: SizeHw },
): Blob[] {
  const able = tracks.filter(canMerge);
  if (able.length < 2) return [];
  const membersOf = new Map<number, TrackState[]>();
  for (const track of able) {
    const home = homeOf(track, sightings);
    if (home < 0) continue;
    const members = membersOf.get(home) ?? [];
    members.push(track);
    membersOf.set(home, members);
  }
  const blobs: Blob[] = [];
  for (const [home, found] of membersOf) {
    const members = withoutSharers(found);
    if (members.length < 2) continue;
    const pieces = [home, ...piecesOf(members, home, sightings, membersOf)];
    const shape = unionOf(
      pieces.map((s) => sightings[s]!.shape),
      size,
    );
    if (explains(shape, members)) blobs.push({ sightings: pieces, placements: fitBlob(shape, members, dt) });
  }
  return blobs;
}

/** Alike sightings that nobody has for its own and that lie where the members should be: more of the same blob. */
function piecesOf(
  members: readonly TrackState[],
  home: number,
  sightings: readonly Sighting[],
  owners: ReadonlyMap<number, unknown>,
): number[] {
  return sightings.flatMap(({ shape, look, partOf }, s) => {
    if (s === home || owners.has(s) || partOf !== undefined) return [];
    if ((cosine(members[0]!.vector, look?.vector) ?? 1) < alikeLooks - 0.1) return [];
    const under = Math.max(...members.map(({ extent }) => (boxesMeet(extent, shape) ? overlapArea(extent, shape) : 0)));
    return under >= 0.5 * shape.area ? [s] : [];
  });
}

function unionOf(shapes: readonly PlacedShape[], size: SizeHw): PlacedShape {
  return shapes.length === 1
    ? shapes[0]!
    : new PlacedShape(columnsOf(unionAll(shapes.map((shape) => shape.mask(size)))));
}

const canMerge = ({ status, carrier, partOf, observations, stuff }: TrackState): boolean =>
  (status === 'visible' || status === 'missed' || status === 'occluded') &&
  carrier === undefined &&
  partOf === undefined &&
  observations >= knownWell &&
  stuff < 0.5;

/** The sighting that fits the track well, else the one in which most of it must lie; -1 for none. */
function homeOf(track: TrackState, sightings: readonly Sighting[]): number {
  const own = track.status === 'occluded' ? -1 : ownSighting(track, sightings);
  if (own >= 0) return own;
  let home = -1;
  let most = leastShare;
  for (let s = 0; s < sightings.length; s++) {
    const { shape, look, partOf, stuff } = sightings[s]!;
    if (partOf !== undefined || stuff >= 0.5 || !boxesMeet(track.extent, shape)) continue;
    if ((cosine(track.vector, look?.vector) ?? 1) < alikeLooks - 0.1) continue;
    const share = overlapArea(track.extent, shape) / track.extent.area;
    if (share <= most) continue;
    most = share;
    home = s;
  }
  return home;
}

function ownSighting({ seen, vector }: TrackState, sightings: readonly Sighting[]): number {
  let own = -1;
  let most = ownIou;
  for (let s = 0; s < sightings.length; s++) {
    const { shape, look, partOf } = sightings[s]!;
    if (partOf !== undefined || iouBound(seen, shape) < most) continue;
    if ((cosine(vector, look?.vector) ?? 1) < alikeLooks - 0.1) continue;
    const iou = shapeIou(seen, shape);
    if (iou < most) continue;
    most = iou;
    own = s;
  }
  return own;
}

/** Readings of the same pixels (a whole and a piece of it) are no two things: the better known one stays. */
function withoutSharers(found: readonly TrackState[]): TrackState[] {
  const members: TrackState[] = [];
  for (const track of [...found].sort((a, b) => b.observations - a.observations || a.id - b.id)) {
    if (
      members.every(
        (member) => !member.sharing.has(track.id) && !track.sharing.has(member.id) && areAlike(member, track),
      )
    ) {
      members.push(track);
    }
  }
  return members.sort((a, b) => a.id - b.id);
}

const areAlike = (a: TrackState, b: TrackState): boolean => (cosine(a.vector, b.vector) ?? 0) >= alikeLooks;

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
