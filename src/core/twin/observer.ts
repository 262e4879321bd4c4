import type { SizeHw } from '../base/geometry.ts';
import type { StreamInfo } from '../specialists/contract.ts';
import { associate } from './associate.ts';
import { putToRest } from './at-rest.ts';
import { findBlobs, noteSharing } from './blobs.ts';
import { followCarrier } from './carried.ts';
import { looksCut } from './cut.ts';
import { Halves } from './halves.ts';
import { judgeHidden } from './hiding.ts';
import { leastSeen, observeInBlob, observeTrack, startTrack } from './observe-track.ts';
import type { TwinOptions } from './options.ts';
import { certaintyOf, sameness } from './refind.ts';
import type { SeenFrame } from './seen-frame.ts';
import { type Sighting, sightingsOf } from './sighting.ts';
import type { SurfaceMeetings } from './surface-meetings.ts';
import { noteTakenIn } from './taken-in.ts';
import type { TrackState } from './track-state.ts';
import { hide, setStatus } from './track-status.ts';
import type { TrackStore } from './track-store.ts';
import { coverByCarrier, judgeSeen, noteOrder, restsCovered } from './visibility.ts';

/** A sliver of fewer pixels than this, or than this share of the picture, is no new thing yet. */
const leastPixels = 16;
const leastShare = 7e-5;

/** What else is known of the frame whose detections are taken in. */
export interface ObservedMoment {
  readonly first: boolean;
  /** Ids of tracks whose measured shift was believed. */
  readonly measured: ReadonlySet<number>;
  readonly options: Readonly<TwinOptions>;
  readonly surfaces: SurfaceMeetings | undefined;
  /** Called when what is seen shows that this is another shot. */
  readonly cut: () => void;
}

/** Matches what is seen in a frame with the tracks: goes on with them, finds them again, starts new ones, tells who is hidden. */
export class Observer {
  readonly #store: TrackStore;
  readonly #still: boolean;
  readonly #size: SizeHw;
  readonly #diagonal: number;
  /** Px² from which on something new is a thing. */
  readonly #leastArea: number;
  readonly #halves = new Halves();
  /** Time of the last frame with detections. */
  #lookedAt = 0;

  constructor(store: TrackStore, { width, height, still }: StreamInfo) {
    this.#store = store;
    this.#still = still;
    this.#size = [height, width];
    this.#diagonal = Math.hypot(width, height);
    this.#leastArea = Math.min(leastPixels, leastShare * width * height);
  }

  /** Takes in the detections of a frame. */
  observe(seen: SeenFrame, moment: ObservedMoment): void {
    const { first, measured, options, surfaces } = moment;
    const all = sightingsOf(seen, options.duplicateIou, options.maxTracks);
    const dt = seen.time - this.#lookedAt;
    this.#lookedAt = seen.time;
    if (seen.motion?.cut === undefined && looksCut(this.#store.tracks, all, dt)) moment.cut();
    const merged = this.#observeBlobs(all, seen.time, dt);
    const tracks = this.#store.tracks.filter((track) => !merged.tracks.has(track));
    const sightings = all.filter((sighting) => !merged.sightings.has(sighting));
    const trackOf = associate(tracks, sightings, {
      time: seen.time,
      diagonal: this.#diagonal,
      size: this.#size,
      options,
    });
    const context = { time: seen.time, size: this.#size, options, measured };
    const lost = tracks.filter(({ status }) => status === 'away');
    const found = new Set(tracks.filter((_, t) => trackOf.includes(t)));
    const shapes = all.map(({ shape }) => shape);
    const before = new Map(tracks.filter(({ status }) => status === 'visible').map((track) => [track, track.seen]));
    const fresh: TrackState[] = [];
    const owners = sightings.map((sighting, s) => {
      const track = tracks[trackOf[s]!];
      if (track !== undefined) {
        if (lost.includes(track)) this.#refind(track, sighting, lost, found, { time: seen.time, options });
        observeTrack(track, sighting, context, shapes);
        confirm(track, sighting, seen.time, options);
        return track;
      }
      if (this.#store.liveCount >= options.maxTracks || sighting.shape.area < this.#leastArea) return undefined;
      const sure = first || this.#still || options.confirmations === 1 || sighting.score >= options.sureScore;
      const started = startTrack(this.#store.nextId(), sighting, sure, context);
      this.#store.add(started);
      fresh.push(started);
      return started;
    });
    this.#halves.note(fresh, before, { time: seen.time, size: this.#size });
    linkParts(owners, sightings, all);
    this.#judgeVisibility(new Set(owners), merged.tracks, { time: seen.time, options, surfaces });
    for (const track of before.keys()) if (track.status === 'occluded') noteTakenIn(track, this.#store.tracks, before);
  }

  /** Several tracks that have become one sighting each take their place in it. */
  #observeBlobs(sightings: readonly Sighting[], time: number, dt: number) {
    const merged = { tracks: new Set<TrackState>(), sightings: new Set<Sighting>() };
    for (const blob of findBlobs(this.#store.tracks, sightings, { dt, size: this.#size })) {
      for (const s of blob.sightings) merged.sightings.add(sightings[s]!);
      const ids = blob.placements.map(({ track }) => track.id);
      for (const placement of blob.placements) {
        const { track, visible } = placement;
        observeInBlob(
          track,
          placement,
          ids.filter((id) => id !== track.id),
          time,
        );
        if (visible < leastSeen) hide(track, time);
        else setStatus(track, 'visible', time);
        merged.tracks.add(track);
      }
    }
    return merged;
  }

  /** How sure it is that this is the lost track, and not one of those that are still lost. */
  #refind(
    track: TrackState,
    sighting: Sighting,
    lost: readonly TrackState[],
    found: ReadonlySet<TrackState>,
    { time, options }: { readonly time: number; readonly options: Readonly<TwinOptions> },
  ): void {
    const context = { time, diagonal: this.#diagonal, size: this.#size, options };
    const rivals = lost.filter((other) => other !== track && !found.has(other));
    const of = (one: TrackState) => sameness(one, sighting, this.#store.tracks, context);
    track.identity *= certaintyOf(of(track), rivals.map(of));
  }

  #judgeVisibility(
    owners: ReadonlySet<TrackState | undefined>,
    merged: ReadonlySet<TrackState>,
    { time, options, surfaces }: Pick<ObservedMoment, 'options' | 'surfaces'> & { readonly time: number },
  ): void {
    const tracks = this.#store.tracks;
    const alone = tracks.filter((track) => owners.has(track) && track.status === 'visible');
    const others = tracks.filter((track) => alone.includes(track) || (merged.has(track) && track.status === 'visible'));
    for (const track of alone) judgeSeen(track, others, this.#size, surfaces);
    for (const track of tracks) {
      if (owners.has(track) || merged.has(track)) continue;
      if (track.status === 'away') {
        if (coverByCarrier(track, tracks)) hide(track, time);
        continue;
      }
      if (track.status === 'visible' && restsCovered(track, others)) putToRest(track, time, options);
      if (track.status === 'tentative') this.#store.drop(track, time);
      else if (judgeHidden(track, others, tracks, time, surfaces)) hide(track, time);
      else setStatus(track, 'missed', time);
    }
    for (const track of tracks) followCarrier(track, tracks);
    noteOrder(
      tracks.filter((track) => !merged.has(track)),
      surfaces,
    );
    noteSharing(tracks.filter((track) => alone.includes(track) || (owners.has(track) && track.status === 'tentative')));
  }

  /** Settles which half of a thing is which; call it when paths and covers are up to date. */
  settle(time: number): void {
    this.#halves.settle(time);
  }
}

function confirm(
  track: TrackState,
  sighting: Sighting,
  time: number,
  { confirmations, sureScore }: Readonly<TwinOptions>,
): void {
  if (track.status === 'tentative' && track.observations < confirmations && sighting.score < sureScore) return;
  setStatus(track, 'visible', time);
}

/** Parts point to the track of the sighting (of `all`) that is their whole. */
function linkParts(
  owners: readonly (TrackState | undefined)[],
  sightings: readonly Sighting[],
  all: readonly Sighting[],
): void {
  sightings.forEach(({ partOf }, s) => {
    const track = owners[s];
    const whole = partOf === undefined ? -1 : sightings.indexOf(all[partOf]!);
    if (track !== undefined) track.partOf = owners[whole]?.id;
  });
}
