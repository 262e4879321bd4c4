import { boxCenter, boxGap } from '../base/geometry.ts';
import { hungarian } from './hungarian.ts';
import { cosine } from './likeness.ts';
import type { PlacedShape } from './placed-shape.ts';
import { leastSame, type RefindContext, sameness } from './refind.ts';
import { boxesMeet, iouBound, type Sighting, shapeIou } from './sighting.ts';
import type { TrackState } from './track-state.ts';

/** A possible match and its tracking score. */
export interface Candidate {
  readonly track: number;
  readonly sighting: number;
  readonly score: number;
}

/** A part seen as a whole, or the reverse, counts this much. */
const otherLevel = 0.6;
/** A track that does not count yet gives way to one that does (an object may come in two pieces for a frame). */
const tentativeWeight = 0.7;
/** What has begun over the pixels of another track is a second reading of that, and gives way sooner. */
const secondReadingWeight = 0.5;
/** Weight of the distance where masks do not meet: decides between equals, never the match itself. */
const placeWeight = 0.05;

/**
 * Which track each sighting belongs to: s = lambda IoU(seen, predicted) + (1 - lambda) cos(appearance), one-to-one
 * with the greatest sum of s² (Hungarian method), only above the gate. Pairs that are far apart are not compared, and
 * the assignment is solved for each connected group of candidates on its own, so its cost follows the crowding and
 * not the number of objects.
 *
 * @returns for each sighting the index of its track, or -1
 */
export function associate(
  tracks: readonly TrackState[],
  sightings: readonly Sighting[],
  context: RefindContext,
): Int32Array {
  const candidates: Candidate[] = [];
  tracks.forEach((track, t) => {
    sightings.forEach((sighting, s) => {
      const score = isLost(track)
        ? refindScore(track, sighting, tracks, context)
        : trackingScore(track, sighting, tracks, context);
      if (score !== null) candidates.push({ track: t, sighting: s, score });
    });
  });
  const trackOf = new Int32Array(sightings.length).fill(-1);
  for (const group of connectedGroups(candidates)) assignGroup(group, trackOf);
  return trackOf;
}

/** A lost track gives way to one that is in the picture. */
const lostWeight = 0.6;

function refindScore(
  track: TrackState,
  sighting: Sighting,
  tracks: readonly TrackState[],
  context: RefindContext,
): number | null {
  const alike = cosine(track.vector, sighting.look?.vector);
  if (alike === null)
    return track.lost !== 'cut' && shapeIou(track.extent, sighting.shape) >= 0.5 ? lostWeight * 0.5 : null;
  const same = sameness(track, sighting, tracks, context);
  return same < leastSame ? null : lostWeight * same * level(track, sighting);
}

/** s of a pair, or null where it cannot be a match. */
function trackingScore(
  track: TrackState,
  sighting: Sighting,
  tracks: readonly TrackState[],
  { time, diagonal, options }: RefindContext,
): number | null {
  const shape = track.status === 'occluded' ? track.extent : track.seen;
  const meet = boxesMeet(shape, sighting.shape);
  const distance = centreDistance(track, sighting);
  const reach = reachOf(track, time, diagonal);
  const far = !meet && boxGap(track.extent.box, sighting.shape.box) > reach;
  if (far && !nearCover(track, sighting, tracks) && !isHome(track, sighting)) return null;
  const alike = cosine(track.vector, sighting.look?.vector);
  const { lambda, gate } = options;
  if (
    alike !== null &&
    lambda * mostIou(track, shape, sighting) + (1 - lambda) * alike < gate &&
    !isHome(track, sighting)
  ) {
    return null;
  }
  const iou = Math.max(
    meet ? Math.max(shapeIou(shape, sighting.shape), extentIou(track, sighting)) : 0,
    track.home === null ? 0 : shapeIou(track.home, sighting.shape),
  );
  if (track.status === 'tentative' && iou === 0) return null;
  const weight = level(track, sighting) * standing(track);
  if (alike === null) return iou < options.gateIou ? null : iou * weight;
  const score = lambda * iou + (1 - lambda) * alike;
  if (score < gate) return null;
  return weight * (iou > 0 ? score : Math.max(1e-3, score - placeWeight * (distance / Math.max(reach, distance))));
}

function standing({ status, sharing }: TrackState): number {
  if (status !== 'tentative') return 1;
  return sharing.size > 0 ? secondReadingWeight : tentativeWeight;
}

/** It comes to light where it was covered: its cover went without it. */
const isHome = ({ home }: TrackState, { shape }: Sighting): boolean => home !== null && boxesMeet(home, shape);

const level = (track: TrackState, sighting: Sighting): number =>
  (track.partOf === undefined) === (sighting.partOf === undefined) ? 1 : otherLevel;

const isLost = (track: TrackState): boolean => track.status === 'away';

/** A partly covered track may show more again than it did: then its full extent fits better than what was seen. */
function extentIou(track: TrackState, sighting: Sighting): number {
  return track.extent.version === track.seen.version ? 0 : shapeIou(track.extent, sighting.shape);
}

/** What the IoU could be at most: tells hopeless pairs apart before any pixel is looked at. */
function mostIou({ seen, extent }: TrackState, shape: PlacedShape, sighting: Sighting): number {
  const bound = iouBound(shape, sighting.shape);
  return extent.version === seen.version ? bound : Math.max(bound, iouBound(extent, sighting.shape));
}

const centreDistance = (track: TrackState, sighting: Sighting): number => {
  const [ax, ay] = boxCenter(track.extent.box);
  const [bx, by] = boxCenter(sighting.shape.box);
  return Math.hypot(ax - bx, ay - by);
};

/** How far from its predicted extent a track is looked for, px between boxes: more the longer it has not been seen. */
function reachOf(track: TrackState, time: number, diagonal: number): number {
  const [, , w, h] = track.extent.box;
  const [vx, vy] = track.path.velocity ?? [0, 0];
  const unseen = Math.max(0, time - track.lastSeen);
  const spread = track.status === 'visible' || track.status === 'tentative' ? 0 : 0.15 * diagonal * unseen;
  const own = 0.3 * Math.sqrt(w * h) + stepShare * Math.hypot(...track.step);
  return own + 0.5 * Math.hypot(vx, vy) * Math.min(unseen, 1) + Math.min(0.5 * diagonal, spread);
}

/** Share of its last step by which a prediction may be wrong. */
const stepShare = 0.25;

/** Something covered can come out anywhere along the edge of its cover. */
function nearCover(track: TrackState, sighting: Sighting, tracks: readonly TrackState[]): boolean {
  if (track.status !== 'occluded') return false;
  const size = Math.sqrt(track.extent.box[2] * track.extent.box[3]);
  return track.cover.some((id) => {
    const cover = tracks.find((t) => t.id === id);
    return cover !== undefined && boxGap(cover.seen.box, sighting.shape.box) <= 0.5 * size;
  });
}

/** Candidates that share a track or a sighting, directly or through others (union-find). */
function connectedGroups(candidates: readonly Candidate[]): Candidate[][] {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    while (parent.has(root) && parent.get(root) !== root) root = parent.get(root)!;
    parent.set(key, root);
    return root;
  };
  for (const { track, sighting } of candidates) {
    const a = rootOf(`t${track}`);
    const b = rootOf(`s${sighting}`);
    parent.set(a, a);
    parent.set(b, a);
  }
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const root = rootOf(`t${candidate.track}`);
    const group = groups.get(root);
    if (group) group.push(candidate);
    else groups.set(root, [candidate]);
  }
  return [...groups.values()];
}

function assignGroup(group: readonly Candidate[], trackOf: Int32Array): void {
  const tracks = [...new Set(group.map((c) => c.track))];
  const sightings = [...new Set(group.map((c) => c.sighting))];
  // Staying alone costs 0, so a pair is only formed where that raises the sum.
  const cost = new Float64Array(tracks.length * sightings.length);
  for (const { track, sighting, score } of group) {
    // squares: one sure match counts more than two doubtful ones
    cost[tracks.indexOf(track) * sightings.length + sightings.indexOf(sighting)] = -score * score;
  }
  const columnOf = hungarian(cost, tracks.length, sightings.length);
  columnOf.forEach((column, row) => {
    if (column >= 0 && cost[row * sightings.length + column]! < 0) trackOf[sightings[column]!] = tracks[row]!;
  });
}
