import type { Box, Point, SizeHw } from '../base/geometry.ts';
import { overlapArea } from './contact.ts';
import { isAtEdge } from './picture-edge.ts';
import type { PlacedShape } from './placed-shape.ts';
import type { TrackState } from './track-state.ts';

/** Something of it is missing where less than this share of its extent is seen. */
const seenShare = 0.98;
/** Share of what is seen that lies where it should be: where its movement was measured, and where it was guessed. */
const insideShare = 0.97;
const surelyInside = 0.995;
/** Share of what is missing that something lies over. */
const coveredShare = 0.8;
/** What comes to light with less than this share of its extent is laid in by its edges. */
const partShare = 0.9;

/** How a track is seen again. */
interface Seeing {
  readonly wasAway: boolean;
  readonly isMeasured: boolean;
  /** All that may lie over it. */
  readonly covers: readonly PlacedShape[];
  readonly size: SizeHw;
}

/**
 * How far a sighting lies from where its track was predicted, px. Where something covers a part of it, and all that is
 * seen lies where it should be, the prediction was right; what comes to light is laid into its known extent.
 */
export function correctionOf(
  track: TrackState,
  seen: PlacedShape,
  { wasAway, isMeasured, covers, size }: Seeing,
): Point {
  const { extent } = track;
  const isPartly = !wasAway && seen.area < seenShare * extent.area;
  const isInside = isPartly && overlapArea(extent, seen) >= (isMeasured ? insideShare : surelyInside) * seen.area;
  if (isInside && (isMeasured || isRestCovered(extent, seen, covers, size))) return [0, 0];
  if (wasAway && seen.area < partShare * extent.area) return layIn(extent, seen, covers);
  return alignShift(wasAway ? extent : track.seen, seen, size, track.visible < 1);
}

/** What is missing of it is hidden; else it has moved on: a hand that is drawn back over the picture's edge. */
function isRestCovered(extent: PlacedShape, seen: PlacedShape, covers: readonly PlacedShape[], size: SizeHw): boolean {
  const missing = extent.mask(size).area - seen.area;
  const covered = covers.reduce((sum, cover) => sum + (cover === seen ? 0 : overlapArea(extent, cover)), 0);
  return covered >= coveredShare * missing;
}

/**
 * Of the places at which edges or middles meet, the one at which the extent holds most of what is seen and its rest is
 * covered best; of equal ones the nearest.
 */
function layIn(extent: PlacedShape, seen: PlacedShape, covers: readonly PlacedShape[]): Point {
  const [x, y, w, h] = exactBox(extent);
  const [sx, sy, sw, sh] = seen.box;
  const near = covers.filter((cover) => cover !== seen);
  let best: Point = [0, 0];
  let most = Number.NEGATIVE_INFINITY;
  for (const dx of [sx - x, sx + sw - x - w, sx + sw / 2 - x - w / 2]) {
    for (const dy of [sy - y, sy + sh - y - h, sy + sh / 2 - y - h / 2]) {
      const worth = worthOf(extent, seen, near, [dx, dy]);
      if (worth <= most) continue;
      most = worth;
      best = [dx, dy];
    }
  }
  return best;
}

function worthOf(extent: PlacedShape, seen: PlacedShape, covers: readonly PlacedShape[], [dx, dy]: Point): number {
  const laid = extent.clone();
  laid.move(dx, dy);
  const covered = covers.reduce((sum, cover) => sum + overlapArea(laid, cover), 0);
  return 2 * overlapArea(laid, seen) + covered - 0.001 * extent.area * Math.hypot(dx, dy);
}

/**
 * How far the sighting lies from the predicted shape. Where its area differs (something covers a side of it, or it is
 * half out of the picture) the edge that moved least from its prediction is the one to trust. The picture's edge stays
 * where it is: what it cuts is told by its other side.
 * @param covered a part of it is known to be covered: then its centroid moves though it does not
 */
function alignShift(predicted: PlacedShape, seen: PlacedShape, size: SizeHw, covered = false): Point {
  const [px, py] = predicted.centroid;
  const [sx, sy] = seen.centroid;
  const ratio = seen.area / Math.max(1, predicted.area);
  const [sl, st, sw, sh] = seen.box;
  if (!covered && !isAtEdge(seen.box, size) && ratio > 0.95 && ratio < 1.05) return [sx - px, sy - py];
  const [pl, pt, pw, ph] = exactBox(predicted);
  const [height, width] = size;
  const [x, y] = [
    { first: sl <= 0, last: sl + sw >= width },
    { first: st <= 0, last: st + sh >= height },
  ];
  return [trusted(x, sx - px, sl - pl, sl + sw - pl - pw), trusted(y, sy - py, st - pt, st + sh - pt - ph)];
}

/** Cut at one side, it is the other side that tells; cut at both, or at none, what moved least. */
function trusted(cut: { first: boolean; last: boolean }, middle: number, first: number, last: number): number {
  return cut.first === cut.last ? least(middle, first, last) : cut.first ? last : first;
}

/** A box in whole pixels would let a prediction drift by half of one. */
function exactBox({ columns, centroid: [x, y], dx, dy, box }: PlacedShape): Box {
  const [left, top, w, h] = box;
  return [left - dx + x - columns.centroid[0], top - dy + y - columns.centroid[1], w, h];
}

const least = (...values: number[]): number => values.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));
