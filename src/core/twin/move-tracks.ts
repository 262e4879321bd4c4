import type { Point } from '../base/geometry.ts';
import type { MotionObservation, RegionMotion } from '../specialists/contract.ts';
import type { TwinOptions } from './options.ts';
import type { TrackState } from './track-state.ts';

export interface Step {
  /** px, camera included. */
  readonly shift: Point;
  /** px, camera taken out. */
  readonly own: Point;
  readonly scale: number;
  readonly measured: boolean;
}

/** How far a track goes in `dt` seconds: as measured, else at its velocity over the camera's movement. */
export function stepOf(
  track: TrackState,
  region: RegionMotion | null | undefined,
  camera: MotionObservation['camera'] | undefined,
  dt: number,
  options: TwinOptions,
): Step {
  if (region && region.confidence >= options.motionConfidence) {
    return { shift: region.shift, own: region.ownShift, scale: region.scale, measured: true };
  }
  const [vx, vy] = speedOf(track);
  const [cx, cy] = camera === undefined ? [0, 0] : cameraShift(camera, track.extent.centroid);
  return { shift: [vx * dt + cx, vy * dt + cy], own: [vx * dt, vy * dt], scale: 1, measured: false };
}

/** What is fast changes its speed within the time that a steady fit needs: then the last steps tell more. */
function speedOf({ path, pace }: TrackState): Point {
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

/** Moves every track to the new frame; hidden ones that are carried go last, with their carrier. */
export function moveTracks(tracks: readonly TrackState[], context: MoveContext): void {
  const carried = tracks.filter((track) => track.carrier !== undefined);
  for (const track of tracks) if (track.carrier === undefined) moveTrack(track, context);
  for (const track of carried) moveWithCarrier(track, tracks);
}

function moveTrack(track: TrackState, { time, dt, motions, camera, options }: MoveContext): void {
  const step = stepOf(track, motions.get(track.id), camera, dt, options);
  place(track, step.shift, step.scale);
  const own: Point = [track.pending[0] + step.own[0], track.pending[1] + step.own[1]];
  if (step.measured && track.status !== 'occluded') {
    track.path.moveBy(own[0], own[1], time);
    track.pace.add(step.own[0], step.own[1], dt);
    track.pending = [0, 0];
  } else {
    track.pending = own;
  }
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
