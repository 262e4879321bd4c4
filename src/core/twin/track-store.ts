import type { TwinOptions } from './options.ts';
import type { TrackState } from './track-state.ts';

/** What stays of a track when it is forgotten: no pixels, no vector. */
export interface ForgottenTrack {
  readonly id: number;
  /** Seconds. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly observations: number;
  /** Most likely name and colour, where known. */
  readonly label?: string;
  readonly color?: string;
  /** Last box, px. */
  readonly box: readonly number[];
}

/** Totals of what was forgotten even as a summary. */
export interface ForgottenTotals {
  readonly tracks: number;
  readonly observations: number;
}

/**
 * All tracks by rising id, and what is left of older ones. Tracks that are away longer than `refindSeconds`, or that
 * are the oldest of more than `maxAway`, become summaries; of these the newest `maxSummaries` stay, older ones are
 * folded into totals. So memory has a ceiling whatever the length of the stream.
 */
export class TrackStore {
  tracks: TrackState[] = [];
  summaries: ForgottenTrack[] = [];
  totals: ForgottenTotals = { tracks: 0, observations: 0 };
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
    const late = away.filter((track, i) => time - track.since > refindSeconds || i < away.length - maxAway);
    if (late.length > 0) {
      const gone = new Set(late);
      this.tracks = this.tracks.filter((track) => !gone.has(track));
      for (const track of late) this.summaries.push(summaryOf(track));
    }
    while (this.summaries.length > maxSummaries) this.#fold(this.summaries.shift()!);
  }

  #fold(summary: ForgottenTrack): void {
    const { tracks, observations } = this.totals;
    this.totals = { tracks: tracks + 1, observations: observations + summary.observations };
  }

  /** A track that never counted leaves no trace. */
  drop(track: TrackState): void {
    this.tracks = this.tracks.filter((other) => other !== track);
  }
}

function summaryOf(track: TrackState): ForgottenTrack {
  const label = track.words.labels?.[0]?.[0];
  const color = track.words.colors?.[0]?.[0];
  return {
    id: track.id,
    firstSeen: track.firstSeen,
    lastSeen: track.lastSeen,
    observations: track.observations,
    ...(label === undefined ? {} : { label }),
    ...(color === undefined ? {} : { color }),
    box: [...track.extent.box],
  };
}
