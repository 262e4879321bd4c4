import type { Point, SizeHw } from '../base/geometry.ts';
import { overlapArea } from './contact.ts';
import type { PlacedShape } from './placed-shape.ts';
import type { TrackState } from './track-state.ts';
import { visibleExtent } from './visible-extent.ts';

/** Share of the new one that lay in the other one right before. */
const insideShare = 0.7;
/** Parts whose areas differ by less than this factor are halves: which of them is the thing, and which the piece? */
const likeFactor = 2;
/** Both together are as large as the thing was, within this share. */
const sumShare = 0.3;
/** It is seen within so many seconds which of them goes. */
const settleSeconds = 0.5;
/** Px that one has gone and the other one has not. */
const goesPx = 2;
const staysPx = 1;

/** A thing that came apart in two halves. */
interface Parting {
  readonly older: TrackState;
  readonly fresh: TrackState;
  readonly since: number;
}

/**
 * Where a thing comes apart in two like halves, the one that stays is the thing and the one that goes is the piece. At
 * first nothing tells them apart; if it turns out that the wrong one was taken for the thing, both change places.
 */
export class Halves {
  #partings: readonly Parting[] = [];

  /** @param before what was seen of each track before, moved to where it should be now */
  note(
    fresh: readonly TrackState[],
    before: ReadonlyMap<TrackState, PlacedShape>,
    { time, size }: { readonly time: number; readonly size: SizeHw },
  ): void {
    for (const piece of fresh) {
      for (const [older, shape] of before) {
        if (!cameOff(older, piece, shape)) continue;
        shareExtent(older, piece, [...before.keys()], size);
        if (areHalves(older, piece)) this.#partings = [...this.#partings, { older, fresh: piece, since: time }];
      }
    }
  }

  /** Call it when paths and covers are up to date. */
  settle(time: number): void {
    const open = this.#partings.filter(
      ({ older, fresh, since }) => time - since <= settleSeconds + 1e-9 && isSeen(older) && isSeen(fresh),
    );
    this.#partings = open.filter(({ older, fresh, since }) => {
      const [went, other] = [older.path.reachWithin(since, time), fresh.path.reachWithin(since, time)];
      if (went >= goesPx && other < staysPx) changePlaces(older, fresh);
      return Math.max(went, other) < goesPx;
    });
  }
}

const isSeen = ({ status }: TrackState): boolean => status === 'visible';

function cameOff(older: TrackState, fresh: TrackState, before: PlacedShape): boolean {
  if (older === fresh || !isSeen(older) || older.partOf !== undefined || fresh.partOf !== undefined) return false;
  const [a, b] = [older.seen.area, fresh.seen.area];
  if (Math.abs(a + b - before.area) > sumShare * before.area) return false;
  return overlapArea(fresh.seen, before) >= insideShare * b && overlapArea(older.seen, before) >= insideShare * a;
}

function areHalves({ seen: a }: TrackState, { seen: b }: TrackState): boolean {
  return Math.max(a.area, b.area) <= likeFactor * Math.min(a.area, b.area);
}

/** What was hidden of the thing is of that half which lies next to it. */
function shareExtent(older: TrackState, fresh: TrackState, tracks: readonly TrackState[], size: SizeHw): void {
  const covers = tracks.filter((track) => track !== older && track.seen !== fresh.seen).map(({ seen }) => seen);
  const known = older.extent;
  const withRest = visibleExtent(known, fresh.seen, covers, size, 0);
  const rest = middleOfRest(withRest, fresh.seen);
  const isOfFresh = rest !== null && distance(rest, fresh.seen.centroid) < distance(rest, older.seen.centroid);
  older.extent = isOfFresh ? older.seen : visibleExtent(known, older.seen, covers, size, 0);
  if (isOfFresh) fresh.extent = withRest;
}

/** Of the pixels of a shape that are not in a part of it; null where there are none. */
function middleOfRest(all: PlacedShape, part: PlacedShape): Point | null {
  const area = all.area - part.area;
  if (area <= 0) return null;
  const of = (i: 0 | 1) => (all.centroid[i] * all.area - part.centroid[i] * part.area) / area;
  return [of(0), of(1)];
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** What belongs to the place in the picture goes over; ids, and what is known of their lives, stay. */
const placeKeys = [
  ...(['seen', 'extent', 'visible', 'soft', 'depth', 'path', 'pace', 'pending'] as const),
  ...(['moving', 'movingSince', 'movedBy'] as const),
  ...(['correction', 'step', 'clipped', 'whole', 'cover', 'clear', 'inFrontOf', 'heldBy', 'held', 'between'] as const),
  ...(['vector', 'words', 'length'] as const),
] as const satisfies readonly (keyof TrackState)[];

function changePlaces(a: TrackState, b: TrackState): void {
  const [ofA, ofB] = [a, b].map((track) => Object.fromEntries(placeKeys.map((key) => [key, track[key]])));
  Object.assign(a, ofB);
  Object.assign(b, ofA);
}
