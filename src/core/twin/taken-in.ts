import { overlapArea } from './contact.ts';
import type { PlacedShape } from './placed-shape.ts';
import type { TrackState } from './track-state.ts';

/** Share of its pixels that the other one has now and had not before. */
const takenShare = 0.7;
/** The other one has grown by its area, within this share of it. */
const growthShare = 0.3;

/**
 * Notes for a track that has just been lost from sight that its cover took it in: the mask of that is what both were
 * before. It has not been covered then; they are one (blocks pushed together, a wagon that is coupled on).
 * @param before what was seen of each track before, moved to where it should be now
 */
export function noteTakenIn(
  track: TrackState,
  tracks: readonly TrackState[],
  before: ReadonlyMap<TrackState, PlacedShape>,
): void {
  const cover = tracks.find(({ id }) => id === track.cover[0]);
  if (cover === undefined) return;
  const [was, coverWas] = [before.get(track), before.get(cover)];
  if (was === undefined || coverWas === undefined || was.area < takenShare * track.extent.area) return;
  const taken = overlapArea(was, cover.seen) - overlapArea(was, coverWas);
  const grown = cover.seen.area - coverWas.area;
  if (taken >= takenShare * was.area && Math.abs(grown - was.area) <= growthShare * was.area) track.takenIn = cover.id;
}
