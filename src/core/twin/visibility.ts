import { boxArea, boxIntersection } from '../base/geometry.ts';
import { noteClear } from './at-rest.ts';
import { overlapArea } from './contact.ts';
import { hullOf } from './hull.ts';
import { PlacedShape } from './placed-shape.ts';
import { boxesMeet } from './sighting.ts';
import type { SurfaceMeetings } from './surface-meetings.ts';
import type { TrackState } from './track-state.ts';

/** Share of the missing pixels that must lie under other objects before they count as covered. */
const coveredMissing = 0.5;
/** A sighting this much smaller than the extent may be partly covered. */
const noticeableLoss = 0.02;
/** Share of the extent that must lie under other objects for a track that is not seen to be hidden. */
const coveredWhole = 0.6;
/** Observations before a track can be hidden: what was hardly ever seen was a mistake rather. */
const knownWell = 3;

/**
 * Sets visible share, covers and extent of a track that was seen.
 * @param surfaces tells who is in front, where the depth of each pixel is known
 */
export function judgeSeen(track: TrackState, others: readonly TrackState[], surfaces?: SurfaceMeetings): void {
  const missing = track.extent.area - track.seen.area;
  const covers = missing > noticeableLoss * track.extent.area ? coversOf(track, others, track.seen, surfaces) : [];
  const covered = covers.reduce((sum, cover) => sum + cover.area, 0);
  if (covered < coveredMissing * missing || covers.length === 0) {
    track.extent = track.seen;
    track.visible = 1;
    track.cover = [];
    track.between = undefined;
    noteClear(track);
    return;
  }
  track.visible = Math.min(1, track.seen.area / track.extent.area);
  track.cover = covers.map((cover) => cover.id);
}

/** True if other objects cover the place of a track that was not seen; sets its covers and what carries it. */
export function judgeUnseen(track: TrackState, others: readonly TrackState[]): boolean {
  if (track.observations < knownWell) return false;
  const covers = coversOf(track, others, null);
  const covered = covers.reduce((sum, cover) => sum + cover.area, 0);
  if (covered < coveredWhole * Math.max(1, track.extent.area)) return false;
  if (track.status !== 'occluded') track.home = track.extent.clone();
  track.cover = covers.map((cover) => cover.id);
  const carrier = carrierOf(track, others);
  if (carrier !== undefined) putInto(track, carrier);
  return true;
}

/** True if the place where the track was last seen at rest is covered. */
export function restsCovered(track: TrackState, others: readonly TrackState[]): boolean {
  if (track.clear?.resting !== true) return false;
  const { shape } = track.clear;
  const covers = coversOf({ ...track, extent: shape }, others, null, undefined, track);
  return covers.reduce((sum, cover) => sum + cover.area, 0) >= coveredWhole * shape.area;
}

/**
 * What its cover holds goes along with it; what was between the walls of its cover when it was last seen is in it; what was at rest is once that has come to rest
 * over it, at its depth where both are known; what was moving is behind it.
 */
function carrierOf(track: TrackState, others: readonly TrackState[]): TrackState | undefined {
  const cover = others.find((other) => other.id === track.cover[0]);
  if (cover !== undefined && (track.between === cover.id || track.heldBy === cover.id)) return cover;
  return track.moving || cover === undefined || !isResting(cover) || isApart(cover, track) ? undefined : cover;
}

/** What lies in a thing is as far away as that, within this share. */
const sameDepth = 0.05;

/** Slower than this, px a second, is at rest. */
const restPx = 20;

function isResting({ pace, path, moving }: TrackState): boolean {
  const now = pace.velocity;
  return now === null ? path.velocity !== null && !moving : Math.hypot(now[0], now[1]) < restPx;
}

/** From now on it goes, unseen, where its carrier goes. */
export function putInto(track: TrackState, carrier: TrackState): void {
  const [cx, cy] = carrier.extent.centroid;
  const [x, y] = track.extent.centroid;
  track.carrier = carrier.id;
  track.carriedAt = [x - cx, y - cy];
}

/**
 * True for what lies hidden in something: it stays there until it is seen again, whatever else passes before or
 * covers that. Sets its covers: first what it is in, then what covers that.
 */
export function isCarried(track: TrackState, tracks: readonly TrackState[]): boolean {
  const carrier = track.carrier === undefined ? undefined : tracks.find((other) => other.id === track.carrier);
  if (carrier === undefined || carrier.status === 'away') return false;
  track.cover = [carrier.id, ...(carrier.status === 'occluded' ? carrier.cover : [])];
  return true;
}

/**
 * The cover of a hidden track has moved on, and where the track should come to light there is nothing: then it went
 * along in its cover. Puts it there.
 */
export function wentAlong(track: TrackState, others: readonly TrackState[]): boolean {
  const cover = others.find((other) => other.id === track.cover[0]);
  if (track.status !== 'occluded' || cover === undefined || track.moving) return false;
  if (cover.seen.area < track.extent.area) return false;
  const [cx, cy] = cover.seen.centroid;
  const [x, y] = track.extent.centroid;
  track.extent.move(cx - x, cy - y);
  putInto(track, cover);
  return true;
}

/** Who covers how many pixels of the track's extent, largest first. */
function coversOf(
  track: TrackState,
  others: readonly TrackState[],
  seen: PlacedShape | null,
  surfaces?: SurfaceMeetings,
  self = track,
): { id: number; area: number }[] {
  const covers: { id: number; area: number }[] = [];
  for (const other of others) {
    if (other === self || !canCover(other, track, seen, surfaces)) continue;
    const area = overlapArea(track.extent, other.seen) - (seen === null ? 0 : overlapArea(seen, other.seen));
    if (area > 0) covers.push({ id: other.id, area });
  }
  return covers.sort((a, b) => b.area - a.area || a.id - b.id);
}

function canCover(
  other: TrackState,
  track: TrackState,
  seen: PlacedShape | null,
  surfaces: SurfaceMeetings | undefined,
): boolean {
  if (other === track || other.status !== 'visible' || other.stuff >= 0.5) return false;
  if (other.partOf === track.id || track.partOf === other.id) return false;
  if (!boxesMeet(other.seen, track.extent)) return false;
  const before = coversInDepth(other, track, seen, surfaces);
  if (before === false || (before === null && (track.inFrontOf.has(other.id) || isFarther(other, track)))) return false;
  // Two masks over the same pixels are two readings of one thing, not one before the other.
  return seen === null || overlapArea(seen, other.seen) < 0.2 * seen.area;
}

/** A container is before and behind what goes into it: where it cuts that off, or did last, it covers it. */
function coversInDepth(
  other: TrackState,
  track: TrackState,
  seen: PlacedShape | null,
  surfaces: SurfaceMeetings | undefined,
): boolean | null {
  if (track.between === other.id) return true;
  if (seen === null || surfaces === undefined) return null;
  return surfaces.clips(track, other) || surfaces.isBefore(other, track);
}

/** Known to lie behind: both depths sure and 3 % apart. */
function isFarther(a: TrackState, b: TrackState): boolean {
  return fartherShare(a, b) > 0.03;
}

const isApart = (a: TrackState, b: TrackState): boolean => Math.abs(fartherShare(a, b)) > sameDepth;

/** (depth of a - depth of b) as a share of the larger; 0 where not both are sure. */
function fartherShare({ depth: a }: TrackState, { depth: b }: TrackState): number {
  if (!a || !b || a.unit !== b.unit || a.confidence < 0.5 || b.confidence < 0.5) return 0;
  return (a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value), Number.MIN_VALUE);
}

/**
 * Notes what each fully visible track lies in front of: a larger shape whose hull it fills a part of, unless that is seen
 * to cut it off.
 */
export function noteOrder(tracks: readonly TrackState[], surfaces?: SurfaceMeetings): void {
  for (const track of tracks) {
    if (track.status !== 'visible' || track.visible < 0.5) continue;
    const whole = track.visible >= 0.95;
    if (whole) track.inFrontOf.clear();
    for (const other of tracks) {
      if (other === track || other.status !== 'visible') continue;
      // before the like of a table a thing lies even when something else covers a part of it
      if (!whole && other.extent.area < 4 * track.extent.area) continue;
      if (!liesOn(track, other)) continue;
      if (surfaces?.clips(track, other) === true) track.inFrontOf.delete(other.id);
      else track.inFrontOf.add(other.id);
    }
  }
}

function liesOn(track: TrackState, other: TrackState): boolean {
  if (other.extent.area <= track.seen.area || !boxesMeet(track.seen, other.extent)) return false;
  if (overlapArea(track.seen, other.seen) > 0.2 * track.seen.area) return false;
  return hullOverlap(track.seen, other.extent) > 0.5 * track.seen.area;
}

/** Pixels of `a` inside the convex hull of `b`. */
export function hullOverlap(a: PlacedShape, b: PlacedShape): number {
  const hull = new PlacedShape(hullOf(b.columns));
  hull.move(b.dx, b.dy);
  return overlapArea(a, hull);
}

/** Share of the extent's box that lies in the picture. */
export function shareInPicture(track: TrackState, width: number, height: number): number {
  const box = track.extent.box;
  const inside = boxIntersection(box, [0, 0, width, height]);
  return inside === null ? 0 : boxArea(inside) / boxArea(box);
}
