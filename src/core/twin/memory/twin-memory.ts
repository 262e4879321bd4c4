import type { FrameEvent } from '../program-frame.ts';
import type { SceneGraph } from '../scene-graph.ts';
import { type TrackHistory, TrackMemory } from './track-memory.ts';

/** Of the summaries, so many of the first ones of the stream always stay. */
const firstSummaries = 64;
/** Different names in the totals. */
const mostNames = 64;

/** What stays of a track when it is forgotten: no pixels, no vector. */
export interface ForgottenTrack extends TrackHistory {
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
  /** How many of each name or, without one, colour; the rest as `other`. */
  readonly names: Readonly<Record<string, number>>;
}

/** What is said of a track that is forgotten, beside its history. */
export type LastFacts = Omit<ForgottenTrack, keyof TrackHistory>;

/**
 * What a twin remembers beyond its window, in three steps. A track that is in the picture, or can be found again, has
 * its `TrackMemory`. When it is forgotten, a summary stays, a reduced history without vectors. Of more summaries than
 * `most`, the first 64 of the stream and the newest stay; those between are folded into totals, the oldest first.
 */
export class TwinMemory {
  readonly summaries: ForgottenTrack[] = [];
  totals: ForgottenTotals = { tracks: 0, observations: 0, names: {} };
  readonly #tracks = new Map<number, TrackMemory>();

  /** Memories of the tracks that are known in full. */
  get tracks(): ReadonlyMap<number, TrackMemory> {
    return this.#tracks;
  }

  /** The newest frame. */
  take(graph: SceneGraph): void {
    for (const node of graph.nodes) {
      const known = this.#tracks.get(node.id) ?? this.#begin(node.id, node.attr.temp.firstSeen, graph);
      known.see(node, graph);
    }
    for (const event of graph.events) this.#enter(event);
  }

  /** The track is forgotten: its summary stays. */
  forget(id: number, facts: LastFacts, most: number): void {
    const memory = this.#tracks.get(id);
    if (memory === undefined) return;
    this.#tracks.delete(id);
    this.summaries.push({ ...memory.reducedHistory(), ...facts });
    while (this.summaries.length > most) this.#fold(Math.max(0, Math.min(firstSummaries, most - 1)));
  }

  /** A track that never counted leaves no trace. */
  drop(id: number): void {
    this.#tracks.delete(id);
  }

  #begin(id: number, firstSeen: number, { width, height }: SceneGraph): TrackMemory {
    const memory = new TrackMemory(id, firstSeen, Math.hypot(width, height));
    this.#tracks.set(id, memory);
    return memory;
  }

  #enter(event: FrameEvent): void {
    for (const id of new Set([event.who, event.other, event.by]))
      if (id !== undefined) this.#tracks.get(id)?.events.add(event);
  }

  #fold(at: number): void {
    const [gone] = this.summaries.splice(at, 1) as [ForgottenTrack];
    const { tracks, observations, names } = this.totals;
    const name = gone.label ?? gone.color ?? 'unknown';
    const key = name in names || Object.keys(names).length < mostNames ? name : 'other';
    this.totals = {
      tracks: tracks + 1,
      observations: observations + gone.observations,
      names: { ...names, [key]: (names[key] ?? 0) + 1 },
    };
  }
}
