import type { SurfaceMeetings } from './surface-meetings.ts';
import type { TrackState } from './track-state.ts';
import { coverByCarrier, isSeenThrough, judgeUnseen, wentAlong } from './visibility.ts';

/** True if what was not seen is hidden, behind something or in it, rather than missed. Puts it where it is then. */
export const judgeHidden = (
  track: TrackState,
  others: readonly TrackState[],
  tracks: readonly TrackState[],
  time: number,
  surfaces: SurfaceMeetings | undefined,
): boolean =>
  coverByCarrier(track, tracks) ||
  (!isSeenThrough(track, surfaces) && judgeUnseen(track, others, time, surfaces !== undefined)) ||
  staysBehind(track, others, time, surfaces !== undefined) ||
  wentAlong(track, others);

/** Something hidden that should have come out by now and did not: it has stopped behind its cover. */
function staysBehind(track: TrackState, others: readonly TrackState[], time: number, isExact: boolean): boolean {
  if (track.status !== 'occluded') return false;
  track.extent.move(-track.step[0], -track.step[1]);
  if (judgeUnseen(track, others, time, isExact)) return true;
  track.extent.move(track.step[0], track.step[1]);
  return false;
}
