import type { Point } from '../base/geometry.ts';
import type { TwinOptions } from './options.ts';
import { Path } from './path.ts';
import type { TrackState } from './track-state.ts';

/** Notes where a track that is seen whole lies, and whether it is at rest there. */
export function noteClear(track: TrackState): void {
  track.clear = { shape: track.seen.clone(), resting: !track.moving };
}

/** The place noted goes with the camera. */
export function moveClear({ clear, home }: TrackState, [dx, dy]: Point): void {
  clear?.shape.move(dx, dy);
  home?.move(dx, dy);
}

/**
 * A track that was at rest when it was last seen whole, and is not found now, is still there: what was measured
 * since, while something moved over it, was the motion of that.
 */
export function putToRest(track: TrackState, time: number, { velocitySeconds }: TwinOptions): void {
  if (track.clear === null) return;
  track.extent = track.clear.shape.clone();
  track.seen = track.extent;
  track.path = new Path(velocitySeconds, time);
  track.pace.reset();
  track.pending = [0, 0];
  track.moving = false;
  track.movingSince = null;
}
