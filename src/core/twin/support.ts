import type { DepthMap } from './depth-map.ts';
import { hullOf } from './hull.ts';
import { contactGap, type PairGeometry } from './pair-geometry.ts';
import { standShare } from './stand-share.ts';
import type { SurfaceMeetings } from './surface-meetings.ts';
import type { TrackState } from './track-state.ts';

/** Share of the lower edge that must rest on the support. */
const rests = 0.5;
/** Share of the area inside the hull of a container. */
const enclosed = 0.8;
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
 * depth of pixels is known, it has walls before and behind the one in it.
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
  surfaces === undefined ? isHollow(outer) : surfaces.clips(inner, outer) && surfaces.clips(outer, inner);

const isHollow = ({ seen }: TrackState): boolean => seen.area < hollow * hullOf(seen.columns).area;

/**
 * Half of the lower edge of one has the other beneath, whose centre is lower or in whose outline it stands. Without
 * depth it must not be a cover of the other, nor move up or down along it; with depth the surfaces meet there.
 */
export function support(a: TrackState, b: TrackState, pair: PairGeometry, depth: DepthMap | undefined): Support | null {
  const [up, down] =
    depth === undefined
      ? [pair.rests, pair.carries]
      : [standShare(a.seen, b.seen, contactGap, depth), standShare(b.seen, a.seen, contactGap, depth)];
  const upper = up >= down ? a : b;
  const lower = upper === a ? b : a;
  if (Math.max(up, down) < rests) return null;
  const within = (upper === a ? pair.inHull : pair.hullHolds) >= 0.5 * upper.seen.area;
  if (!within && upper.seen.centroid[1] >= lower.seen.centroid[1]) return null;
  if (depth === undefined && (coversOther(a, b) || fallsPast(upper, lower))) return null;
  return { upper, lower };
}

export const coversOther = (a: TrackState, b: TrackState): boolean => a.cover.includes(b.id) || b.cover.includes(a.id);

/** Moves up or down along the other: then it passes in front of it and does not rest on it. */
function fallsPast(upper: TrackState, lower: TrackState): boolean {
  const [ux, uy] = upper.path.velocity ?? [0, 0];
  const [lx, ly] = lower.path.velocity ?? [0, 0];
  return upper.moving && Math.abs(uy - ly) > Math.max(3, 0.5 * Math.abs(ux - lx));
}
