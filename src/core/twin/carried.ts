import type { TrackState } from './track-state.ts';

/** What is carried unseen is where its carrier is; also where that is hidden itself. */
export function followCarrier(track: TrackState, tracks: readonly TrackState[]): void {
  const carrier = track.carrier === undefined ? undefined : tracks.find((t) => t.id === track.carrier);
  if (carrier === undefined) return;
  const [cx, cy] = carrier.extent.centroid;
  const [x, y] = track.extent.centroid;
  track.extent.move(cx + track.carriedAt[0] - x, cy + track.carriedAt[1] - y);
}

/** What is hidden in a carrier has gone the carrier's way. */
export function takeAlong(tracks: readonly TrackState[], time: number): void {
  for (const track of tracks) {
    if (track.status !== 'occluded' || track.carrier === undefined) continue;
    const [dx, dy] = tracks.find((t) => t.id === track.carrier)?.path.stepAt(time) ?? [0, 0];
    track.path.moveBy(dx, dy, time);
  }
}
