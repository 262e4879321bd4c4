import { type LastFacts, TwinMemory } from './memory/twin-memory.ts';
import type { TwinOptions } from './options.ts';
import type { TrackState } from './track-state.ts';

/** Events of a track that is gone may become certain up to so much later, seconds. */
const lateSeconds = 2;

/**
 * All tracks by rising id, and what is left of older ones. Tracks that are away longer than `refindSeconds`, or that
 * are the oldest of more than `maxAway`, become summaries of `memory`, at most `maxSummaries`. So memory has a ceiling
 * whatever the length of the stream.
 */
export class TrackStore {
  tracks: TrackState[] = [];
  /** What is known of all tracks since the start of the stream. */
  readonly memory = new TwinMemory();
  /** When tracks that are gone for good went, by id, the first one first. */
  readonly #goneAt = new Map<number, number>();
  #nextId = 1;

  nextId(): number {
    return this.#nextId++;
  }

  add(track: TrackState): void {
    this.tracks.push(track);
  }

  /** Tracks that take part in the frame, `away` ones not counted. */
  get liveCount(): number {
    return this.tracks.reduce((n, track) => n + (track.status === 'away' ? 0 : 1), 0);
  }

  /** Forgets as the rule above says. */
  tidy(time: number, { refindSeconds, maxAway, maxSummaries }: TwinOptions): void {
    const away = this.tracks
      .filter((track) => track.status === 'away')
      .sort((a, b) => a.since - b.since || a.id - b.id);
    const excess = away.length - maxAway;
    const late = away.filter((track, i) => refindSeconds === 0 || time - track.since > refindSeconds || i < excess);
    if (late.length > 0) {
      const gone = new Set(late);
      this.tracks = this.tracks.filter((track) => !gone.has(track));
      for (const track of late) {
        this.memory.forget(track.id, factsOf(track), maxSummaries);
        this.#goneAt.set(track.id, time);
      }
    }
  }

  /** A track that hardly counted leaves no trace, but that events of it may still be told. */
  drop(track: TrackState, time: number): void {
    this.tracks = this.tracks.filter((other) => other !== track);
    this.memory.drop(track.id);
    if (track.status !== 'tentative') this.#goneAt.set(track.id, time);
  }

  /**
   * Forgets the ids of those that have been gone for 2 s, and of the first ones of more than `maxTracks`.
   * @returns all ids still known; null where none was forgotten
   */
  forgetGone(time: number, { maxTracks }: TwinOptions): ReadonlySet<number> | null {
    const excess = this.#goneAt.size - maxTracks;
    const late = [...this.#goneAt].filter(([, at], i) => time - at >= lateSeconds || i < excess);
    if (late.length === 0) return null;
    for (const [id] of late) this.#goneAt.delete(id);
    return new Set([...this.tracks.map(({ id }) => id), ...this.#goneAt.keys()]);
  }
}

function factsOf(track: TrackState): LastFacts {
  const label = track.words.labels?.[0]?.[0];
  const color = track.words.colors?.[0]?.[0];
  return {
    observations: track.observations,
    ...(label === undefined ? {} : { label }),
    ...(color === undefined ? {} : { color }),
    box: [...track.extent.box],
  };
}
