import type { TrackState } from './track-state.ts';

/** Dates the change; nothing happens where there is none. */
export function setStatus(track: TrackState, status: TrackState['status'], time: number): void {
  if (track.status === status) return;
  track.status = status;
  track.since = time;
}

/** Nothing of it is seen: something is in front of it, or it is in something. */
export function hide(track: TrackState, time: number): void {
  setStatus(track, 'occluded', time);
  track.visible = 0;
}
