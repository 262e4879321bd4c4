import type { Box, Point } from '../base/geometry.ts';
import type { Mask } from '../masks/mask.ts';
import type { Frame } from '../media/frame.ts';
import type { Concept } from './concept.ts';

/** What a specialist can say about a picture. The planner picks specialists by these words. */
export const attributes = ['masks', 'boxes', 'labels', 'depth', 'appearance', 'motion', 'captions'] as const;
export type Attribute = (typeof attributes)[number];

/** What planners and people are told of a specialist: data only, so that planning needs no model loaded. */
export interface SpecialistCard {
  /** Stable kebab-case name, such as `regions` or `sam2.1-tiny`. */
  readonly id: string;
  /** One line for people and planners. */
  readonly summary: string;
  readonly provides: readonly Attribute[];
  /** Attributes that must be there before it runs in a frame. */
  readonly needs: readonly Attribute[];
  /** Measured at 640x360 on one CPU core; used for planning and for "what was saved". */
  readonly cost: { readonly msPerFrame: number; readonly msPerRegion: number };
  /** What it cannot do, one clause each, said to users when it matters. */
  readonly cannot: readonly string[];
}

/**
 * A vision model, or classical code that does a model's work. `load()` is the dear, shared step (weights, wasm);
 * `open()` gives one stream its own state; `run()` of that session is called once a frame that asks for it.
 */
export interface Specialist extends SpecialistCard {
  load(signal?: AbortSignal): Promise<void>;
  open(stream: StreamInfo): SpecialistSession;
  dispose(): Promise<void>;
}

/** What is known of a stream when it is opened. */
export interface StreamInfo {
  readonly width: number;
  readonly height: number;
  readonly fps: number | null;
  /** One picture, not a stream: quality before speed. */
  readonly still: boolean;
  readonly seed: number;
}

/** One stream's use of a specialist; keeps that stream's state. */
export interface SpecialistSession {
  run(frame: Frame, request: SpecialistRequest, signal?: AbortSignal): Promise<Observation>;
  close(): void;
}

/** A place in the picture that a specialist is asked about. */
export interface RegionPrompt {
  readonly mask: Mask;
  /** The track it belongs to; absent for a fresh detection. */
  readonly track?: number;
  /** How the track moves, px/s, the camera's movement taken out; absent where it is not known. */
  readonly velocity?: Point;
}

/** What a specialist is asked in one frame. */
export interface SpecialistRequest {
  /** What the plan asked this specialist for; it computes nothing else. */
  readonly attributes: readonly Attribute[];
  readonly concepts: readonly Concept[];
  /**
   * For `appearance`, `depth`, `labels`: the regions of this frame to describe.
   * For `motion`: the tracks' masks of the previous frame (flow runs from there to here).
   * For `masks`: the tracks' masks as predicted for this frame, to re-use and refine.
   */
  readonly regions: readonly RegionPrompt[];
}

/** What one specialist saw in one frame. Lists that describe regions are aligned with `request.regions`. */
export interface Observation {
  readonly detections?: readonly Detection[];
  readonly appearance?: readonly (Appearance | null)[];
  readonly motion?: MotionObservation;
  readonly depth?: readonly (DepthValue | null)[];
  /** Depth of each pixel, from a specialist or a camera that measures it; with it the twin tells touching from overlapping. */
  readonly depthMap?: DepthMap;
  /** Said once per stream to the user. */
  readonly warnings?: readonly string[];
}

/** A region that a specialist takes for one thing (or a part, or background). */
export interface Detection {
  readonly mask: Mask;
  /** How sure the specialist is that this is one thing, 0..1. */
  readonly score: number;
  /**
   * How well it fits a concept, 0..1, by concept id. A specialist that cannot name things stays below 0.5 here
   * unless everything that the concept says could be checked.
   */
  readonly concepts?: Readonly<Record<string, number>>;
  /**
   * Names with probabilities. >= 0.5 is a claim, < 0.3 a denial, between them a guess (unknown to a program).
   * Only specialists that can name things go to 0.5 and above.
   */
  readonly labels?: readonly (readonly [name: string, p: number])[];
  /** Index in the same list of the whole that this is a part of. */
  readonly partOf?: number;
  /** Probability that this is background (sky, wall, floor) and no thing. */
  readonly stuff?: number;
}

/** Depth of each pixel of a frame, row by row, growing away from the camera; Infinity where nothing is. */
export interface DepthMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** The eleven basic colour names. */
export const basicColors = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'brown',
  'black',
  'gray',
  'white',
] as const;
/** One of the eleven basic colour names (Berlin and Kay 1969). */
export type Color = (typeof basicColors)[number];
/** All words for shapes. */
export const shapeWords = ['round', 'elongated', 'rectangular', 'triangular', 'tall', 'wide'] as const;
/** A word for the shape of a region. */
export type Shape = (typeof shapeWords)[number];
/** All words for textures and materials. */
export const textureWords = ['striped', 'spotted', 'plain', 'shiny', 'matte', 'transparent'] as const;
/** A word for the texture or material of a region. */
export type Texture = (typeof textureWords)[number];

/** How a region looks. */
export interface Appearance {
  /** Shares of its pixels, largest first; shares sum to at most 1. */
  readonly colors: readonly (readonly [Color, number])[];
  /** Mean lightness, 0..1. */
  readonly brightness: number;
  readonly shapes: Readonly<Partial<Record<Shape, number>>>;
  readonly textures: Readonly<Partial<Record<Texture, number>>>;
  /** L2-normalised appearance vector (h_vis of the tracker). */
  readonly vector: Float32Array;
  /** Longer side of the rotated box, px. */
  readonly length: number;
}

/** Motion from the previous processed frame to this one. */
export interface MotionObservation {
  /** Movement of the background (camera), as [a, b, c, d, e, f]: x' = a x + c y + e, y' = b x + d y + f, px. */
  readonly camera: readonly [number, number, number, number, number, number];
  /** Aligned with `request.regions`. */
  readonly regions: readonly (RegionMotion | null)[];
  /** Regions that move against the background, with the share of their pixels that does; may be empty. */
  readonly moving?: readonly Box[];
  /**
   * The picture shows something else than the one before (another shot): nothing of what moved can be told.
   * Absent where the specialist cannot tell.
   */
  readonly cut?: boolean;
}

/** How one region moved from the previous processed frame to this one. */
export interface RegionMotion {
  /** Displacement of the region in px, camera included: what to add to its mask. */
  readonly shift: Point;
  /** Displacement with the camera's part taken out, px. */
  readonly ownShift: Point;
  /** Growth factor of its extent, 1 = none. */
  readonly scale: number;
  /** 0..1 */
  readonly confidence: number;
}

/** Depth of a region; grows away from the camera. `cue` is ordinal only: never metres. */
export interface DepthValue {
  readonly value: number;
  readonly confidence: number;
  readonly unit: 'm' | 'cue';
}
