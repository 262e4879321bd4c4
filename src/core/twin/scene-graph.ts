import type { Box, Point } from '../base/geometry.ts';
import type { Mask } from '../masks/mask.ts';
import type { DepthValue } from '../specialists/contract.ts';
import type { FrameEvent, FrameRelation, Words } from './program-frame.ts';

/** The twin at one frame: what is in the picture and how it relates. Plain data, never changed once made. */
export interface SceneGraph {
  readonly index: number;
  /** Seconds from the start of the stream. */
  readonly time: number;
  readonly width: number;
  readonly height: number;
  /** False where no specialist gave masks and all nodes were predicted. */
  readonly observed: boolean;
  /** The picture comes from another shot than the one before: places and motion start anew. */
  readonly cut?: boolean;
  /** Objects and parts in the picture, hidden ones too, by rising id. */
  readonly nodes: readonly Node[];
  /** The relations that need pixels. */
  readonly contacts: readonly Contact[];
  /** Events that became certain in this frame. */
  readonly events: readonly FrameEvent[];
}

/** A relation that needs pixels: `a` touches / is on / is in / holds / hides `b`. */
export interface Contact {
  readonly relation: FrameRelation;
  readonly a: number;
  readonly b: number;
  /** Probability, 0..1. */
  readonly p: number;
}

/**
 * - `tentative`: seen, but not often enough to count (not in the scene graph)
 * - `visible`: seen, or predicted since it was last seen
 * - `missed`: looked for and not found, nothing covers its place; still listed for a short time
 * - `occluded`: something in front covers its place
 * - `away`: not in the picture, can be found again (not in the scene graph)
 */
export type TrackStatus = 'tentative' | 'visible' | 'missed' | 'occluded' | 'away';

/** An object at a frame. `id` is that of its track. */
export interface Node {
  readonly id: number;
  /** What is seen of it; empty while it is hidden. */
  readonly mask: Mask;
  /** How sure it is one thing, 0..1. */
  readonly score: number;
  /** Probability that it is background. */
  readonly stuff: number;
  /** Fit to each concept, smoothed over time, 0..1. */
  readonly concepts: Readonly<Record<string, number>>;
  /** Id of the whole that it is a part of. */
  readonly partOf?: number;
  readonly attr: Attributes;
}

/** [h_vis, h_spa, h_temp] of a node. */
export interface Attributes {
  readonly vis: VisualAttributes;
  readonly spa: SpatialAttributes;
  readonly temp: TemporalAttributes;
}

/** h_vis: how an object looks. */
export interface VisualAttributes {
  /** L2-normalised appearance vector, smoothed; null where no specialist described it. */
  readonly vector: Float32Array | null;
  /** Names, colours, shapes, textures with probabilities. */
  readonly words: Words;
}

/** Extent is amodal (as if nothing covered it) where the object is partly or fully hidden. */
export interface SpatialAttributes {
  /** [x, y, w, h] px. */
  readonly box: Box;
  readonly centroid: Point;
  readonly area: number;
  /** Longer side of the rotated box, px. */
  readonly length?: number;
  readonly depth: DepthValue | null;
  /** Visible share of its extent, 0..1. */
  readonly visible: number;
}

/** h_temp: what is known of an object over time. */
export interface TemporalAttributes {
  readonly status: TrackStatus;
  /** px/s with the camera's movement taken out; null while not known. */
  readonly velocity: Point | null;
  /** Switches on at 2 % and off at 1 % of the diagonal per second. */
  readonly moving: boolean;
  /** Seconds. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly age: number;
  /** Probability that it is the thing it was before it was last lost and found again; absent while never lost. */
  readonly identity?: number;
}

/** Id -> node. */
export function nodeOf(graph: SceneGraph, id: number): Node | undefined {
  return graph.nodes.find((node) => node.id === id);
}
