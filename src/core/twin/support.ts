import type { SizeHw } from '../base/geometry.ts';
import { hullOf } from './hull.ts';
import { contactGap, type PairGeometry } from './pair-geometry.ts';
import { standShare, sunkShare } from './stand-share.ts';
import type { SurfaceMeetings } from './surface-meetings.ts';
import type { TrackState } from './track-state.ts';

/** Share of the lower edge that must rest on the support. */
const rests = 0.5;
/** Share of the area inside the hull of a container. */
const enclosed = 0.8;
/** The wall before what is in it is at least so high, as a share of its height. */
const wallShare = 0.25;
/** A container's own pixels fill less of its hull than this. */
const hollow = 0.6;

/** One rests on the other. */
export interface Support {
  readonly upper: TrackState;
  readonly lower: TrackState;
}

/** One is in the other. */
export interface Containment {
  readonly inner: TrackState;
  readonly outer: TrackState;
}

/**
 * One lies in the outline of the other, which is hollow: its own pixels leave most of that outline free; or, where the
 * depth of pixels is known, it has walls before and behind the one in it, and the one before, a
 * quarter as high as it, hides its foot.
 */
export function containment(
  a: TrackState,
  b: TrackState,
  pair: PairGeometry,
  surfaces: SurfaceMeetings | undefined,
): Containment | null {
  if (pair.inHull >= enclosed * a.seen.area && holdsIn(b, a, surfaces)) return { inner: a, outer: b };
  if (pair.hullHolds >= enclosed * b.seen.area && holdsIn(a, b, surfaces)) return { inner: b, outer: a };
  return null;
}

const holdsIn = (outer: TrackState, inner: TrackState, surfaces: SurfaceMeetings | undefined): boolean =>
  surfaces === undefined
    ? isHollow(outer)
    : surfaces.clips(inner, outer) &&
      surfaces.clips(outer, inner) &&
      sunkShare(inner.seen, outer.seen, { gap: contactGap, wall: wallShare * inner.extent.box[3] }, surfaces.depth) >=
        rests;

const isHollow = ({ seen }: TrackState): boolean => seen.area < hollow * hullOf(seen.columns).area;

/**
 * Half of the lower edge of one has the other beneath, whose centre is lower or in whose outline it stands. Without
 * depth it must not be a cover of the other, nor move up or down along it; with depth the surfaces meet there.
 */
export function support(
  a: TrackState,
  b: TrackState,
  pair: PairGeometry,
  surfaces: SurfaceMeetings | undefined,
  size: SizeHw,
): Support | null {
  const depth = surfaces?.depth;
  const [up, down] =
    depth === undefined
      ? [pair.rests, pair.carries]
      : [standShare(a.seen, b.seen, contactGap, depth), standShare(b.seen, a.seen, contactGap, depth)];
  const upper = up >= down ? a : b;
  const lower = upper === a ? b : a;
  if (Math.max(up, down) < rests) return surfaces === undefined ? null : behindEdge(a, b, pair, surfaces);
  const within = (upper === a ? pair.inHull : pair.hullHolds) >= 0.5 * upper.seen.area;
  if (!within && upper.seen.centroid[1] >= lower.seen.centroid[1]) return null;
  if (leadsOut(upper, lower, size)) return null;
  if (depth === undefined && (coversOther(a, b) || fallsPast(upper, lower))) return null;
  return { upper, lower };
}

/** The edge of what it stands on may hide its foot: as in a container, but without a wall. */
function behindEdge(a: TrackState, b: TrackState, pair: PairGeometry, surfaces: SurfaceMeetings): Support | null {
  const stands = (upper: TrackState, lower: TrackState) =>
    surfaces.clips(upper, lower) &&
    surfaces.clips(lower, upper) &&
    sunkShare(upper.seen, lower.seen, { gap: contactGap, wall: 0 }, surfaces.depth) >= rests;
  if (pair.inHull >= enclosed * a.seen.area && stands(a, b)) return { upper: a, lower: b };
  return pair.hullHolds >= enclosed * b.seen.area && stands(b, a) ? { upper: b, lower: a } : null;
}

export const coversOther = (a: TrackState, b: TrackState): boolean => a.cover.includes(b.id) || b.cover.includes(a.id);

/** It goes on beyond an edge of the picture that the other does not reach: what is out there may hold it, as an arm a hand. */
function leadsOut(upper: TrackState, lower: TrackState, [height, width]: SizeHw): boolean {
  const [ux, uy, uw, uh] = upper.seen.box;
  const [lx, ly, lw, lh] = lower.seen.box;
  return (
    (ux <= 0 && lx > 0) ||
    (uy <= 0 && ly > 0) ||
    (ux + uw >= width && lx + lw < width) ||
    (uy + uh >= height && ly + lh < height)
  );
}

/** Moves up or down along the other: then it passes in front of it and does not rest on it. */
function fallsPast(upper: TrackState, lower: TrackState): boolean {
  const [ux, uy] = upper.path.velocity ?? [0, 0];
  const [lx, ly] = lower.path.velocity ?? [0, 0];
  return upper.moving && Math.abs(uy - ly) > Math.max(3, 0.5 * Math.abs(ux - lx));
}
