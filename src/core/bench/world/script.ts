import type { Box } from '../../base/geometry.ts';
import type { Random } from '../../base/random.ts';
import type { Color } from '../../specialists/contract.ts';
import type { Part } from './canvas.ts';
import type { WorldQueryKind } from './contract.ts';
import type { Path } from './motion.ts';

/** A scene before it is opened: everything that a seed and a size turn into pictures and truth. */
export interface SceneScript {
  readonly name: string;
  /** One line for people. */
  readonly summary: string;
  readonly frames: number;
  /** Standard deviation of the sensor's noise, in grey levels of 255. */
  readonly noise: number;
  build(random: Random): Stage;
}

/** A scene with its seed's choices made. Lengths in scene units (1 px at a height of 360), times in seconds. */
export interface Stage {
  /** Scene x range that the camera sees during the script, beyond 0..640. */
  readonly reach: readonly [left: number, right: number];
  /** Red, green, blue of what stands behind everything. */
  backdrop(x: number, y: number, out: Float32Array): void;
  /** How far the camera has moved to the right. */
  camera(seconds: number): number;
  /** Size of a thing whose foot is at a row, as a factor of its look; its depth is the reciprocal, in metres. */
  scale(ground: number): number;
  readonly props: readonly Prop[];
  readonly queries: readonly ScriptedQuery[];
}

/** A thing of a scene. Its id is its place in the list, from 1. */
export interface Prop {
  readonly noun: string;
  readonly colors: readonly Color[];
  readonly path: Path;
  /** Parts from back to front, for a thing of that scale. */
  draw(x: number, ground: number, scale: number): readonly Part[];
  /** Half length of its shadow at scale 1; absent for none. */
  readonly shadow?: number;
}

/** Where and what a thing is at a time, without its pixels: all that queries and events are decided by. */
export interface PropState {
  readonly id: number;
  readonly noun: string;
  readonly colors: readonly Color[];
  /** Whole outline in pixels of the picture. */
  readonly box: Box;
  readonly depth: number;
  readonly scale: number;
  /** px/s, the camera's motion taken out. */
  readonly velocity: readonly [number, number];
  /** It has moved at some time up to now. */
  readonly hasMoved: boolean;
  /** Some of its outline is inside the picture. */
  readonly inView: boolean;
}

export interface ScriptedQuery {
  readonly text: string;
  readonly kind: WorldQueryKind;
  /** Seconds after which motion can be known. @default 0 */
  readonly from?: number;
  /** The things meant among those in view, now; `past` are the states of all things of this and all earlier frames. */
  choose(inView: readonly PropState[], past: readonly (readonly PropState[])[]): readonly PropState[];
}

export type Backdrop = (x: number, y: number, out: Float32Array) => void;
