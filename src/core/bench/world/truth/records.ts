import type { Box, Point } from '../../../base/geometry.ts';
import type { Color, Shape, Texture } from '../../../specialists/contract.ts';
import type { FrameRelation } from '../../../twin/program-frame.ts';
import type { Affine } from './camera-motion.ts';

/** Visible share up to which a thing is hidden. */
export const hiddenAt = 0.05;

/** A thing at a moment without its pixels: all that questions and events are decided by. */
export interface ThingState {
  readonly id: number;
  readonly noun: string;
  readonly labels: readonly string[];
  readonly colors: readonly Color[];
  readonly shapes: readonly Shape[];
  readonly textures: readonly Texture[];
  /** Whole outline inside the picture, px. */
  readonly box: Box;
  /** Of the whole outline inside the picture. */
  readonly centroid: Point;
  /** Pixels of the whole outline inside the picture. */
  readonly area: number;
  /** Visible share of `area`. */
  readonly visible: number;
  /** Who covers how many pixels of its outline; 0 is scenery. */
  readonly covers: readonly { readonly id: number; readonly area: number }[];
  /** Metres along the line of sight, of its middle. */
  readonly depth: number;
  /** Where its middle is in the picture, beyond the edges too. */
  readonly center: Point;
  /** px/s of its middle, the camera's motion taken out. */
  readonly velocity: Point;
  /** On from 2 % of the diagonal a second, off below 1 %. */
  readonly moving: boolean;
  /** It has moved since it was first in the picture. */
  readonly hasMoved: boolean;
  /** Metres. */
  readonly place: readonly [x: number, y: number, z: number];
}

/** A relation at a moment. */
export interface Relation {
  readonly relation: FrameRelation;
  readonly a: number;
  readonly b: number;
}

/** One joining or parting of two things. */
export interface JoiningEdge {
  readonly type: 'splits' | 'merges';
  readonly whole: number;
  readonly piece: number;
}

/** A frame without its pixels. */
export interface FrameRecord {
  readonly index: number;
  readonly time: number;
  /** Wholes in the picture, hidden ones too, by id. What was never seen yet is not among them. */
  readonly things: readonly ThingState[];
  readonly relations: readonly Relation[];
  readonly joinings: readonly JoiningEdge[];
  /** From the frame before to this one. */
  readonly camera: Affine;
  /** Another camera than in the frame before. */
  readonly cut: boolean;
}

export const thingOf = (record: FrameRecord | undefined, id: number): ThingState | undefined =>
  record?.things.find((thing) => thing.id === id);

export const speedOf = ({ velocity: [x, y] }: ThingState): number => Math.sqrt(x * x + y * y);
