import { boxCenter, boxGap, type SizeHw } from '../base/geometry.ts';
import { cosine } from './likeness.ts';
import type { TwinOptions } from './options.ts';
import { isAtEdge } from './picture-edge.ts';
import type { Sighting } from './sighting.ts';
import type { TrackState } from './track-state.ts';

export interface RefindContext {
  readonly time: number;
  /** Of the picture, px. */
  readonly diagonal: number;
  readonly size: SizeHw;
  readonly options: TwinOptions;
}

/** A sighting is the lost track again from this probability on; below, it is a new thing. */
export const leastSame = 0.4;
/** Cosine of looks that is as good as equal. */
const equalLooks = 0.95;
/** After a cut places mean little. */
const placeAfterCut = 0.85;
/** Standard deviation of the logarithm of the area's ratio. */
const sizeSpread = 0.7;
/** What is left of certainty when a track has been away for as long as it is kept. */
const leastTime = 0.7;

/**
 * Probability that a sighting is a track that was lost: looks x place x time x size x neighbours. Place: how far the
 * sighting lies from where the track left, against how far it can have come since (what left through an edge is
 * expected back there). Neighbours: whether the things that stood beside it are where they should be from here.
 * 0 where the looks are another's.
 */
export function sameness(
  track: TrackState,
  sighting: Sighting,
  tracks: readonly TrackState[],
  c: RefindContext,
): number {
  const alike = cosine(track.vector, sighting.look?.vector);
  if (alike === null || alike < c.options.refindCosine) return 0;
  const looks = 0.5 + 0.5 * Math.min(1, (alike - c.options.refindCosine) / (equalLooks - c.options.refindCosine));
  const away = Math.max(0, c.time - track.lastSeen);
  const time = 1 - (1 - leastTime) * Math.min(1, away / c.options.refindSeconds);
  const place = track.lost === 'cut' ? placeAfterCut * nearer(track, sighting, c) : placeOf(track, sighting, away, c);
  return Math.min(1, looks * time * sizeOf(track, sighting, c) * Math.max(place, besideOf(track, sighting, tracks, c)));
}

function placeOf(track: TrackState, sighting: Sighting, away: number, { diagonal }: RefindContext): number {
  const gap = boxGap(track.extent.box, sighting.shape.box);
  return Math.exp(-0.5 * (gap / lostReach(track, away, diagonal)) ** 2);
}

/** How far a lost track can have come, px between boxes. */
function lostReach({ extent: { box }, path }: TrackState, away: number, diagonal: number): number {
  const [vx, vy] = path.velocity ?? [0, 0];
  const own = 0.3 * Math.sqrt(box[2] * box[3]) + 0.5 * Math.hypot(vx, vy) * Math.min(away, 1);
  return own + Math.min(0.5 * diagonal, 0.15 * diagonal * away);
}

/** Decides between equals: cuts mostly keep left and right. */
function nearer(track: TrackState, sighting: Sighting, { diagonal }: RefindContext): number {
  const [ax, ay] = boxCenter(track.extent.box);
  const [bx, by] = boxCenter(sighting.shape.box);
  return 1 - 0.2 * Math.min(1, Math.hypot(ax - bx, ay - by) / diagonal);
}

function sizeOf({ extent, largest }: TrackState, { shape }: Sighting, { size }: RefindContext): number {
  const area = Math.max(1, shape.area);
  // what went out over an edge was not all there at last, what comes in over one is not all there yet
  const most = isAtEdge(extent.box, size) ? Math.max(extent.area, largest) : extent.area;
  const above = Math.log(area / Math.max(1, most));
  if (above > 0) return Math.exp(-0.5 * (above / sizeSpread) ** 2);
  const below = Math.log(area / Math.max(1, extent.area));
  if (below >= 0 || isAtEdge(shape.box, size)) return 1;
  return Math.exp(-0.5 * ((0.5 * below) / sizeSpread) ** 2);
}

/** Where its neighbours of then are seen again, how well they stand to the sighting; 0 without them. */
function besideOf(track: TrackState, sighting: Sighting, tracks: readonly TrackState[], c: RefindContext): number {
  const [x, y] = boxCenter(sighting.shape.box);
  let sum = 0;
  let count = 0;
  for (const { id, offset } of track.beside) {
    const other = tracks.find((one) => one.id === id);
    if (other === undefined || other.status !== 'visible') continue;
    const [ox, oy] = boxCenter(other.extent.box);
    const off = Math.hypot(x - ox - offset[0], y - oy - offset[1]);
    sum += Math.exp(-0.5 * (off / (0.08 * c.diagonal)) ** 2);
    count++;
  }
  return count < 2 ? 0 : sum / count;
}

/** Notes the nearest things beside a track that is being lost. */
export function noteBeside(track: TrackState, tracks: readonly TrackState[]): void {
  const [x, y] = boxCenter(track.extent.box);
  track.beside = tracks
    .filter((other) => other !== track && other.status === 'visible' && other.partOf === undefined)
    .map((other) => {
      const [ox, oy] = boxCenter(other.extent.box);
      return { id: other.id, offset: [x - ox, y - oy] as const };
    })
    .sort((a, b) => Math.hypot(...a.offset) - Math.hypot(...b.offset) || a.id - b.id)
    .slice(0, 3);
}

/**
 * How sure it is that a track that was found again is the one it is taken for, 0..1: its own probability, less where
 * another lost track could as well be the one.
 */
export function certaintyOf(own: number, rivals: readonly number[]): number {
  const rival = Math.max(0, ...rivals);
  return own === 0 ? 0 : (own * own) / (own + rival);
}
