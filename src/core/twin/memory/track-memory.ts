import type { EventName, FrameEvent } from '../program-frame.ts';
import type { Node, SceneGraph } from '../scene-graph.ts';
import { type AttributeChange, AttributeHistory } from './attribute-history.ts';
import { type KeyFrame, KeyFrames } from './key-frames.ts';
import { TrackEvents } from './track-events.ts';
import { type PathSummary, Trajectory } from './trajectory.ts';

/** Share of the diagonal by which a remembered place may be off. */
const pathError = 0.01;
/** Seconds between looks for key frames and words. */
const lookSeconds = 0.5;
/** Seconds without a frame after which a thing has been away. */
const gapSeconds = 1;

/** What is remembered of one track since it was first seen, as plain data. */
export interface TrackHistory {
  readonly id: number;
  /** Seconds. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** How often it came into the picture. */
  readonly visits: number;
  readonly path: PathSummary;
  readonly changes: readonly AttributeChange[];
  readonly keyFrames: readonly (Omit<KeyFrame, 'vector'> & { readonly vector: readonly number[] | null })[];
  readonly events: readonly FrameEvent[];
  readonly foldedEvents: Readonly<Partial<Record<EventName, number>>>;
}

/** How much stays of a track that is forgotten. */
const reduced = { corners: 8, keyFrames: 2, changes: 8, events: 8 };

/** The memory of one track; its size does not depend on how long the track lives. */
export class TrackMemory {
  readonly id: number;
  readonly firstSeen: number;
  lastSeen: number;
  visits = 1;
  readonly path: Trajectory;
  readonly keyFrames: KeyFrames;
  readonly attributes = new AttributeHistory();
  readonly events = new TrackEvents();
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** @param diagonal of the picture, px */
  constructor(id: number, firstSeen: number, diagonal: number) {
    this.id = id;
    this.firstSeen = firstSeen;
    this.lastSeen = firstSeen;
    this.path = new Trajectory(pathError * diagonal);
    this.keyFrames = new KeyFrames(diagonal);
  }

  /** The track in a frame. */
  see(node: Node, { index, time }: SceneGraph): void {
    const gap = time - this.lastSeen > gapSeconds;
    if (gap) this.visits++;
    const [x, y] = node.attr.spa.centroid;
    this.path.add(time, x, y, gap);
    this.lastSeen = time;
    if (time - this.#lookedAt < lookSeconds - 1e-9) return;
    this.#lookedAt = time;
    this.attributes.see(node.attr.vis.words, time);
    if (node.attr.temp.status === 'visible') this.keyFrames.see(node, index, time);
  }

  history(): TrackHistory {
    return this.#tell(
      this.path.summary(),
      this.attributes.list,
      this.keyFrames.list.map((view) => ({ ...view, vector: view.vector === null ? null : [...view.vector] })),
      this.events.list,
    );
  }

  /** What stays when it is forgotten: a rougher path, no vectors, the first and the newest of the rest. */
  reducedHistory(): TrackHistory {
    return this.#tell(
      this.path.reduced(reduced.corners),
      endsOf(this.attributes.list, reduced.changes),
      endsOf(this.keyFrames.list, reduced.keyFrames).map((view) => ({ ...view, vector: null })),
      endsOf(this.events.list, reduced.events),
    );
  }

  #tell(
    path: PathSummary,
    changes: TrackHistory['changes'],
    keyFrames: TrackHistory['keyFrames'],
    events: TrackHistory['events'],
  ): TrackHistory {
    const { id, firstSeen, lastSeen, visits } = this;
    const foldedEvents = { ...this.events.folded };
    for (const { type } of this.events.list) foldedEvents[type] = (foldedEvents[type] ?? 0) + 1;
    for (const { type } of events) {
      if (foldedEvents[type] === 1) delete foldedEvents[type];
      else foldedEvents[type] = foldedEvents[type]! - 1;
    }
    return { id, firstSeen, lastSeen, visits, path, changes, keyFrames, events, foldedEvents };
  }
}

/** The first half and the newest half of so many. */
function endsOf<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  const first = most >> 1;
  return [...list.slice(0, first), ...list.slice(first - most)];
}
