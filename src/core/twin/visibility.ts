import { boxArea, boxIntersection, type SizeHw } from '../base/geometry.ts';
import { noteClear } from './at-rest.ts';
import { overlapArea } from './contact.ts';
import { shareBeyond } from './depth-map.ts';
import { depthDifference, isFarther } from './depths.ts';
import { hullOverlap } from './hull.ts';
import type { PlacedShape } from './placed-shape.ts';
import { boxesMeet } from './sighting.ts';
import type { SurfaceMeetings } from './surface-meetings.ts';
import type { TrackState } from './track-state.ts';
import { visibleExtent } from './visible-extent.ts';

/** Share of the missing pixels that must lie under other objects before they count as covered; where depth tells who is in front. */
const coveredMissing = 0.5;
const surelyCovered = 0.1;
/** Share of an extent that may be wrong before it is put right. */
const wornShare = 0.01;
/** A sighting this much smaller than the extent may be partly covered; where depth tells who is in front, this much. */
const noticeableLoss = 0.02;
const surelyLost = 0.003;
/** Share of the extent that must lie under other objects for a track that is not seen to be hidden. */
const coveredWhole = 0.6;
/** Observations before a track can be hidden: what was hardly ever seen was a mistake rather. */
const knownWell = 3;

/**
 * Sets visible share, covers and extent of a track that was seen.
 * @param surfaces tells who is in front, where the depth of each pixel is known
 */
export function judgeSeen(
  track: TrackState,
  others: readonly TrackState[],
  size: SizeHw,
  surfaces?: SurfaceMeetings,
): void {
  const covers = coversOf(
    track,
    others.filter((other) => !comesOutOf(other, track)),
    track.seen,
    surfaces,
  );
  const covered = covers.reduce((sum, cover) => sum + cover.area, 0);
  const missing = covered === 0 ? 0 : areaInside(track.extent, size) - overlapArea(track.extent, track.seen);
  const isOtherShape = covered < (surfaces === undefined ? coveredMissing : surelyCovered) * missing;
  if (isOtherShape || covered <= leastLoss(surfaces) * track.extent.area) {
    track.extent = track.seen;
    track.visible = 1;
    track.cover = [];
    track.between = undefined;
    noteClear(track);
    return;
  }
  track.cover = covers.map((cover) => cover.id);
  correctExtent(track, missing - covered, others, size);
  track.visible = Math.min(1, track.seen.area / track.extent.area);
}

/** It was a piece of it, or hidden in it, until now: what it leaves is not covered by it. */
const comesOutOf = (other: TrackState, track: TrackState): boolean =>
  other.firstSeen === track.lastSeen || (other.since === track.lastSeen && other.cover.includes(track.id));

const leastLoss = (surfaces: SurfaceMeetings | undefined): number =>
  surfaces === undefined ? noticeableLoss : surelyLost;

/** @param lost pixels of the extent that are neither seen nor covered */
function correctExtent(track: TrackState, lost: number, others: readonly TrackState[], size: SizeHw): void {
  const { extent, seen, cover } = track;
  const outside = extent.area - areaInside(extent, size);
  const fresh = seen.area - overlapArea(extent, seen);
  if (Math.max(lost, fresh, outside) <= wornShare * extent.area) return;
  const covers = others.filter(({ id }) => cover.includes(id)).map((other) => other.seen);
  track.extent = visibleExtent(extent, seen, covers, size);
}

function areaInside(shape: PlacedShape, size: SizeHw): number {
  const [x, y, w, h] = shape.box;
  const [height, width] = size;
  return x >= 0 && y >= 0 && x + w <= width && y + h <= height ? shape.area : shape.mask(size).area;
}

/** True if other objects cover the place of a track that was not seen; sets its covers and what carries it. */
export function judgeUnseen(track: TrackState, others: readonly TrackState[], time: number, isExact: boolean): boolean {
  if (track.observations < knownWell) return false;
  const covers = coversOf(track, others, null);
  const covered = covers.reduce((sum, cover) => sum + cover.area, 0);
  if (covered < coveredWhole * Math.max(1, track.extent.area)) return false;
  if (track.status !== 'occluded') track.home = track.extent.clone();
  track.cover = covers.map((cover) => cover.id);
  const carrier = carrierOf(track, others, time, isExact);
  if (carrier !== undefined) putInto(track, carrier);
  return true;
}

/** Where it should be, what lies beyond it is seen: it is not there any more. */
export function isSeenThrough(
  { extent, depth, moving, status }: TrackState,
  surfaces: SurfaceMeetings | undefined,
): boolean {
  if (surfaces === undefined || depth?.unit !== 'm' || depth.confidence < 0.5) return false;
  return !moving && status !== 'occluded' && shareBeyond(surfaces.depth, extent, depth.value) > seenThrough;
}

const seenThrough = 0.5;

/** True if the place where the track was last seen at rest is covered. */
export function restsCovered(track: TrackState, others: readonly TrackState[]): boolean {
  if (track.clear?.resting !== true) return false;
  const { shape } = track.clear;
  const covers = coversOf({ ...track, extent: shape }, others, null, undefined, track);
  return covers.reduce((sum, cover) => sum + cover.area, 0) >= coveredWhole * shape.area;
}

/**
 * What its cover holds, or has just held, goes along with it; what was between the walls of something when it was last
 * seen is in it; what was at rest is in its cover once that has come to rest over it, at its depth where both are known;
 * what was moving is behind it.
 */
function carrierOf(
  track: TrackState,
  others: readonly TrackState[],
  time: number,
  isExact: boolean,
): TrackState | undefined {
  const container = others.find((other) => other.id === track.between);
  if (container !== undefined) return container;
  const holder = holderOf(track, others, time);
  if (holder !== undefined) return holder;
  const cover = others.find((other) => other.id === track.cover[0]);
  if (cover === undefined || track.moving) return undefined;
  // Masks without depth shake: what is half covered seems to leap, and when its cover came to rest is not known so well.
  if (isExact ? hasLeapt(track) || !hasSettled(cover, time) : !isResting(cover)) return undefined;
  return isApart(cover, track) ? undefined : cover;
}

/** It has just begun to move, or gone a leap. */
const hasLeapt = ({ pace: { velocity } }: TrackState): boolean =>
  velocity !== null && Math.hypot(velocity[0], velocity[1]) >= restPx;

/** It has come where it is just now, and is at rest there. */
const hasSettled = (cover: TrackState, time: number): boolean =>
  isResting(cover) && cover.path.reachWithin(time - settleSeconds, time) >= settlePx;

const settleSeconds = 0.6;
const settlePx = 3;

/** What hides in a hand that held it right before is still held. */
function holderOf(track: TrackState, others: readonly TrackState[], time: number): TrackState | undefined {
  const { held } = track;
  if (held === undefined || time - held.time > letGoSeconds || track.cover[0] !== held.by) return undefined;
  track.heldBy = held.by;
  return others.find((other) => other.id === held.by);
}

/** A grip that was last seen so long ago may have been lost in a turn only. */
const letGoSeconds = 0.3;

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
export function coverByCarrier(track: TrackState, tracks: readonly TrackState[]): boolean {
  const carrier = track.carrier === undefined ? undefined : tracks.find((other) => other.id === track.carrier);
  if (carrier === undefined || carrier.status === 'away') return false;
  track.cover = [carrier.id, ...(carrier.status === 'occluded' ? carrier.cover : [])];
  return true;
}

/**
 * The cover of a hidden track has moved on, and where the track should come to light there is nothing: then it went
 * along with its cover. Puts it there.
 */
export function wentAlong(track: TrackState, others: readonly TrackState[]): boolean {
  const cover = others.find((other) => other.id === track.cover[0]);
  if (track.status !== 'occluded' || cover === undefined || track.moving) return false;
  if (cover.seen.area < track.extent.area) return false;
  const [cx, cy] = cover.seen.centroid;
  const [x, y] = track.extent.centroid;
  track.extent.move(cx - x, cy - y);
  putInto(track, cover);
  if (track.between !== cover.id) track.heldBy = cover.id;
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
  if (other.status !== 'visible' || other.stuff >= 0.5) return false;
  if (other.partOf === track.id || track.partOf === other.id) return false;
  if (!boxesMeet(other.seen, track.extent)) return false;
  const before = coversInDepth(other, track, seen, surfaces);
  if (before === false || (before === null && (track.inFrontOf.has(other.id) || isFarther(other, track) === true)))
    return false;
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
  if (surfaces.clips(track, other) || surfaces.isBefore(other, track)) return true;
  // at like depth, as a hand and what it holds, nothing tells who is in front
  return surfaces.isBefore(track, other) === true ? false : null;
}

const isApart = (a: TrackState, b: TrackState): boolean => Math.abs(depthDifference(a, b) ?? 0) > sameDepth;

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

/** Share of the extent's box that lies in the picture. */
export function shareInPicture(track: TrackState, width: number, height: number): number {
  const box = track.extent.box;
  const inside = boxIntersection(box, [0, 0, width, height]);
  return inside === null ? 0 : boxArea(inside) / boxArea(box);
}
