import { boxGap, type Point } from '../base/geometry.ts';
import type { MotionObservation, RegionMotion } from '../specialists/contract.ts';
import { moveClear } from './at-rest.ts';
import { alikeLooks, cosine } from './likeness.ts';
import type { TwinOptions } from './options.ts';
import { isPresent, type TrackState } from './track-state.ts';

export interface Step {
  /** px, camera included. */
  readonly shift: Point;
  /** px, camera taken out. */
  readonly own: Point;
  readonly scale: number;
  readonly measured: boolean;
}

/**
 * How far a track goes in `dt` seconds: as measured, else at its velocity over the camera's movement.
 * @param crowded something alike is so near that a measurement may have caught the wrong one
 */
export function stepOf(
  track: TrackState,
  region: RegionMotion | null | undefined,
  camera: MotionObservation['camera'] | undefined,
  dt: number,
  options: TwinOptions,
  crowded: boolean,
): Step {
  const doubtful = crowded || track.status === 'missed';
  if (region && region.confidence >= options.motionConfidence && !(doubtful && isLeap(track, region, dt))) {
    return { shift: region.shift, own: region.ownShift, scale: doubtful ? 1 : region.scale, measured: true };
  }
  const [vx, vy] = speedOf(track);
  const [cx, cy] = camera === undefined ? [0, 0] : cameraShift(camera, track.extent.centroid);
  return { shift: [vx * dt + cx, vy * dt + cy], own: [vx * dt, vy * dt], scale: 1, measured: false };
}

/** Far from what its inertia lets a thing do within a frame. */
function isLeap({ pace }: TrackState, { ownShift: [x, y], scale }: RegionMotion, dt: number): boolean {
  const [vx, vy] = pace.velocity ?? [0, 0];
  const allowed = leapPx + leapShare * Math.hypot(vx, vy) * dt;
  return Math.hypot(x - vx * dt, y - vy * dt) > allowed || Math.abs(scale - 1) > mostGrowth;
}

const leapPx = 5;
const leapShare = 0.3;
const mostGrowth = 0.05;

/**
 * Ids of tracks that lie next to, or over, one that looks like them: a measured shift may be that of the other one,
 * and edges between them are not seen.
 */
export function crowdedTracks(tracks: readonly TrackState[]): Set<number> {
  const crowded = new Set<number>();
  const present = tracks.filter(isPresent);
  for (let i = 0; i < present.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [present[i]!, present[j]!];
      if (boxGap(a.extent.box, b.extent.box) > crowdGap || !couldPass(a, b)) continue;
      crowded.add(a.id);
      crowded.add(b.id);
    }
  }
  return crowded;
}

const crowdGap = 16;

function couldPass(a: TrackState, b: TrackState): boolean {
  if (a.carrier !== undefined || b.carrier !== undefined || a.sharing.has(b.id)) return false;
  return a.partOf === undefined && b.partOf === undefined && (cosine(a.vector, b.vector) ?? 0) >= alikeLooks;
}

/**
 * What is fast changes its speed within the time that a steady fit needs: then the last steps tell more. What was at
 * rest when it was last seen stays where it is.
 */
function speedOf({ path, pace, moving, status }: TrackState): Point {
  if (status === 'away') return [0, 0];
  if (!moving && (status === 'missed' || status === 'occluded')) return [0, 0];
  const steady = path.velocity ?? [0, 0];
  const now = pace.velocity;
  return now !== null && Math.hypot(now[0], now[1]) > fastPx ? now : steady;
}

/** Px a second from which on the pace is no noise of the edges. */
const fastPx = 50;

/** Where the camera's movement takes a point, as a displacement in px. */
function cameraShift([a, b, c, d, e, f]: MotionObservation['camera'], [x, y]: Point): Point {
  return [a * x + c * y + e - x, b * x + d * y + f - y];
}

export interface MoveContext {
  readonly time: number;
  readonly dt: number;
  readonly motions: ReadonlyMap<number, RegionMotion | null>;
  readonly camera: MotionObservation['camera'] | undefined;
  readonly options: TwinOptions;
}

/**
 * Moves every track to the new frame; hidden ones that are carried go last, with their carrier.
 * @returns ids of those whose measured shift was believed: their paths have it already
 */
export function moveTracks(tracks: readonly TrackState[], context: MoveContext): Set<number> {
  const crowded = crowdedTracks(tracks);
  const carried = tracks.filter((track) => track.carrier !== undefined);
  const measured = new Set<number>();
  for (const track of tracks)
    if (track.carrier === undefined && moveTrack(track, context, crowded)) measured.add(track.id);
  for (const track of carried) moveWithCarrier(track, tracks);
  return measured;
}

/** @returns whether it went as was measured */
function moveTrack(
  track: TrackState,
  { time, dt, motions, camera, options }: MoveContext,
  crowded: ReadonlySet<number>,
): boolean {
  const step = stepOf(track, motions.get(track.id), camera, dt, options, crowded.has(track.id));
  place(track, step.shift, step.scale);
  moveClear(track, camera === undefined ? [0, 0] : cameraShift(camera, track.extent.centroid));
  const own: Point = [track.pending[0] + step.own[0], track.pending[1] + step.own[1]];
  if (step.measured && track.status !== 'occluded') {
    track.path.moveBy(own[0], own[1], time);
    track.pace.add(step.own[0], step.own[1], dt);
    track.pending = [0, 0];
    return true;
  }
  track.pending = own;
  return false;
}

function moveWithCarrier(track: TrackState, tracks: readonly TrackState[]): void {
  place(track, tracks.find((t) => t.id === track.carrier)?.step ?? [0, 0], 1);
}

function place(track: TrackState, shift: Point, scale: number): void {
  track.step = shift;
  track.correction = [0, 0];
  track.extent.move(shift[0], shift[1], scale);
  if (track.seen !== track.extent) track.seen.move(shift[0], shift[1], scale);
}
