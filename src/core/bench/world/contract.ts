import type { Box, Point } from '../../base/geometry.ts';
import type { Mask } from '../../masks/mask.ts';
import type { SourceInfo } from '../../media/contract.ts';
import type { Frame } from '../../media/frame.ts';
import type { Color, Shape, Texture } from '../../specialists/contract.ts';
import type { EventName, FrameRelation, TwinFrame } from '../../twin/program-frame.ts';
import type { SceneGraph } from '../../twin/scene-graph.ts';

/** Size and length of a rendered world. */
export interface WorldOptions {
  /** Pixels. @default 640 */
  readonly width?: number;
  /** Pixels; scenes are laid out for 16:9. @default 360 */
  readonly height?: number;
  /** @default the length of the scene's script */
  readonly frames?: number;
  /** Frames a second. @default 25 */
  readonly fps?: number;
  /** False: frames are black, nothing is drawn; for those who look at the truth alone. @default true */
  readonly picture?: boolean;
}

/** A scripted scene that can be looked at and whose truth is known exactly. */
export interface World {
  readonly scene: string;
  readonly seed: number;
  /** Kind `world`, path `world:SCENE:SEED`. */
  readonly info: SourceInfo;
  /** Draws one frame; any order, always the same bytes. The caller owns it. @throws InputError outside 0..frames-1 */
  frame(index: number): Frame;
  /** Draws frame after frame, each only when it is asked for. */
  frames(): IterableIterator<Frame>;
  /** What is really there in a frame; nothing is drawn for it. @throws InputError outside 0..frames-1 */
  truth(index: number): FrameTruth;
  /**
   * Metres along the line of sight for every pixel, row by row; Infinity where nothing is. Valid until the next call of
   * any method. @throws InputError outside 0..frames-1
   */
  depth(index: number): Float32Array;
  /** The true twin as a scene graph. @throws InputError outside 0..frames-1 */
  graph(index: number): SceneGraph;
  /** The true twin as a program sees it, words in every frame. @throws InputError outside 0..frames-1 */
  twinFrame(index: number): TwinFrame;
  readonly queries: readonly WorldQuery[];
}

/** What is really there in one frame. */
export interface FrameTruth {
  readonly index: number;
  /** Seconds. */
  readonly time: number;
  /**
   * Wholes in the picture, hidden ones too, by id; then their visible parts. What has never been seen yet is not among
   * them.
   */
  readonly objects: readonly TruthObject[];
  /** Events that became certain in this frame. */
  readonly events: readonly TruthEvent[];
  /** Relations between wholes; touches holds both ways and has the lower id first. */
  readonly relations: readonly TruthRelation[];
  /** Movement of the background since the frame before: x' = a x + c y + e, y' = b x + d y + f, px. */
  readonly camera: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
  /** The picture comes from another camera than the frame before. */
  readonly cut: boolean;
}

/** `a` touches, is on, is in, holds, hides `b`. */
export interface TruthRelation {
  readonly relation: FrameRelation;
  readonly a: number;
  readonly b: number;
}

/** One thing, or a part of one, in one frame, as it really is. */
export interface TruthObject {
  /** 1.. in the order of the scene's script, parts after the wholes; the same in every frame. */
  readonly id: number;
  /** Id of the whole that it is a part of. */
  readonly partOf?: number;
  /** Such as `blue mug`. */
  readonly name: string;
  /** Such as `mug`. */
  readonly noun: string;
  /** Its noun and wider names, nearest first. */
  readonly labels: readonly string[];
  /** As people would name the whole by, main one first. */
  readonly colors: readonly Color[];
  readonly shapes: readonly Shape[];
  readonly textures: readonly Texture[];
  /** The pixels that can be seen: it is the nearest surface at their centres. */
  readonly mask: Mask;
  /** Its whole outline inside the picture, as if nothing stood before it. */
  readonly amodal: Mask;
  /** Box of `amodal`, px. */
  readonly box: Box;
  /** Visible share of the outline inside the picture, 0..1. */
  readonly visible: number;
  /** Metres from the camera along its line of sight, of the middle of the thing. */
  readonly depth: number;
  /** Where its middle is in the picture, beyond the edges too, px. */
  readonly center: Point;
  /** px/s in the picture, the camera's motion taken out. */
  readonly velocity: readonly [number, number];
}

/** Something that became true in a frame. */
export interface TruthEvent {
  readonly type: EventName;
  readonly who: number;
  /** Roles as in docs/program-api.md, section 3. */
  readonly other?: number;
  /** The hand. */
  readonly by?: number;
  /** Seconds: when it happened, which can be before it became certain. */
  readonly time: number;
}

/** What a question is about; `absent`: a thing that is not there. */
export type WorldQueryKind = 'attribute' | 'spatial' | 'temporal' | 'absent';

/** A question about a scene with its true answer in each frame. */
export interface WorldQuery {
  readonly text: string;
  readonly kind: WorldQueryKind;
  /** First frame to score: motion cannot be known in the first ones by anybody who sees frame after frame. */
  readonly from: number;
  /** Ids of the things meant in this frame; [] when nothing fits. */
  answer(index: number): readonly number[];
}
