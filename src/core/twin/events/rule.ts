import { idsOf } from '../pair-id.ts';
import { isAtEdge } from '../picture-edge.ts';
import type { EventName, FrameEvent } from '../program-frame.ts';
import type { Contact, Node, SceneGraph } from '../scene-graph.ts';
import type { TrackState } from '../track-state.ts';
import type { Birth } from './births.ts';

/** What an event rule sees of a frame. */
export interface EventContext {
  /** This frame, without its events. */
  readonly graph: SceneGraph;
  /** The frame before; null at the first one. */
  readonly before: SceneGraph | null;
  readonly time: number;
  /** Diagonal of the picture, px. */
  readonly diagonal: number;
  readonly now: ReadonlyMap<number, Node>;
  readonly earlier: ReadonlyMap<number, Node>;
  /** Pixel relations of one sort in this frame. */
  contacts(relation: Contact['relation']): readonly Contact[];
  /** It has been in the picture for 0.3 s: what it touches when it comes in began before. */
  isSettled(id: number): boolean;
  /** In the mask of what a track lay right before it was first seen. */
  birthOf(id: number): Birth | undefined;
  /**
   * The event by which a track became one of its own; undefined: it was no piece of another one; null: not known yet.
   */
  splitOf(id: number): FrameEvent | undefined | null;
  /** Has one of them moved in the `seconds` before a time, or set out then? */
  hasMoved(time: number, seconds: number, ...ids: readonly number[]): boolean;
  /** Where a track has been, with whom it shares one mask, what hides how much of it. */
  trackOf(
    id: number,
  ):
    | Pick<
        TrackState,
        | 'path'
        | 'blob'
        | 'clipped'
        | 'whole'
        | 'between'
        | 'heldBy'
        | 'held'
        | 'cover'
        | 'extent'
        | 'seen'
        | 'status'
        | 'roams'
        | 'lost'
      >
    | undefined;
}

/** One rule of docs/program-api.md, section 3, with the memory it needs. */
export interface EventRule {
  /** Called once a frame, in order; gives the events that became certain. */
  step(context: EventContext): FrameEvent[];
  /** How many records it remembers: one each of an id, a pair, a sample of either. */
  readonly size: number;
  /** Drops what is remembered of ids that are gone for good. */
  forget(isKnown: (id: number) => boolean): void;
}

export interface EventRuleEntry {
  readonly names: readonly EventName[];
  /**
   * Records it remembers at most, samples at 60 frames a second: of each id, and of each pair of ids, while both are in
   * the picture or while both are known. @default 0 each
   */
  readonly most: { readonly id?: number; readonly pair?: number; readonly knownPair?: number };
  readonly create: () => EventRule;
}

/** Removes the entries of a memory by id that belong to nobody any more. */
export function forgetIds(memory: Map<number, unknown> | Set<number>, isKnown: (id: number) => boolean): void {
  for (const id of memory.keys()) if (!isKnown(id)) memory.delete(id);
}

/** Removes the entries of a memory by pair (`pair-id.ts`) of which one belongs to nobody any more. */
export function forgetPairs(memory: Map<number, unknown> | Set<number>, isKnown: (id: number) => boolean): void {
  for (const key of memory.keys()) if (!idsOf(key).every((id) => isKnown(id))) memory.delete(key);
}

/** Boxes within so many px of the frame's edge came in, or went out, over it. */
const edgePx = 2;

/** Its box reaches the edge of the frame. */
export const endsAtEdge = ({ attr }: Node, { width, height }: SceneGraph): boolean =>
  isAtEdge(attr.spa.box, [height, width], edgePx);

export const speedOf = (node: Node | undefined): number => {
  const velocity = node?.attr.temp.velocity;
  return velocity ? Math.hypot(velocity[0], velocity[1]) : 0;
};

/** So much of it is seen that its movement shows: a fifth of its extent, and 16 px. */
export const isWellSeen = ({ mask, attr }: Node): boolean =>
  attr.temp.status === 'visible' && attr.spa.visible >= 0.2 && mask.area >= 16;
