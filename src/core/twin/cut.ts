import { cosine } from './likeness.ts';
import type { TwinOptions } from './options.ts';
import { Pace } from './pace.ts';
import { Path } from './path.ts';
import { boxesMeet, type Sighting, shapeIou } from './sighting.ts';
import type { TrackState } from './track-state.ts';

/** Tracks that must have been in the picture before one can tell a cut by what is seen. */
const leastTracks = 3;
/** Share of them that goes on in any way; less is a cut. */
const mostGoOn = 0.2;
/** Longer without looking, and all of them may have moved, seconds. */
const longestStep = 0.25;

/**
 * True when hardly any of the tracks in the picture goes on where it should be: the picture comes from elsewhere.
 * For streams whose specialists do not tell of cuts.
 */
export function looksCut(tracks: readonly TrackState[], sightings: readonly Sighting[], dt: number): boolean {
  if (dt > longestStep || sightings.length === 0) return false;
  const shown = tracks.filter(
    ({ status, partOf, observations }) => status === 'visible' && partOf === undefined && observations >= 3,
  );
  if (shown.length < leastTracks) return false;
  const goOn = shown.filter((track) => sightings.some((sighting) => goesOn(track, sighting)));
  return goOn.length < mostGoOn * shown.length;
}

function goesOn({ seen, extent, vector }: TrackState, { shape, look }: Sighting): boolean {
  if (!boxesMeet(extent, shape) || (cosine(vector, look?.vector) ?? 1) < 0.6) return false;
  return Math.max(shapeIou(seen, shape), shapeIou(extent, shape)) > 0.1;
}

/** Nothing is known any more of where it is and how it moves. */
export function forgetPlace(track: TrackState, time: number, { velocitySeconds }: TwinOptions): void {
  track.lost = 'cut';
  track.path = new Path(velocitySeconds, time);
  track.pace = new Pace();
  track.pending = [0, 0];
  track.moving = false;
  track.movingSince = null;
  track.blob = [];
  track.sharing.clear();
  track.inFrontOf.clear();
}
