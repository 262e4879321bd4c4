import type { Box } from '../../base/geometry.ts';
import type { Mask } from '../../masks/mask.ts';
import type { SourceInfo } from '../../media/contract.ts';
import type { Frame } from '../../media/frame.ts';
import type { Color } from '../../specialists/contract.ts';
import type { EventName } from '../../twin/program-frame.ts';

/** Size and length of a rendered world. */
export interface WorldOptions {
  /** Pixels. @default 640 */
  readonly width?: number;
  /** Pixels; scenes are laid out for 16:9. @default 360 */
  readonly height?: number;
  /** @default the length of the scene's script, 100 */
  readonly frames?: number;
  /** Frames a second. @default 25 */
  readonly fps?: number;
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
  /** What is really there in a frame. @throws InputError outside 0..frames-1 */
  truth(index: number): FrameTruth;
  readonly queries: readonly WorldQuery[];
}

/** What is really there in one frame. */
export interface FrameTruth {
  readonly index: number;
  /** Seconds. */
  readonly time: number;
  /** Everything whose outline meets the picture, hidden things too, by id. */
  readonly objects: readonly TruthObject[];
  /** Events that became true in this frame. */
  readonly events: readonly TruthEvent[];
}

/** One thing in one frame, as it really is. */
export interface TruthObject {
  /** 1.. in the order of the scene's script; the same in every frame. */
  readonly id: number;
  /** Such as `blue mug`. */
  readonly name: string;
  /** Such as `mug`. */
  readonly noun: string;
  readonly colors: readonly Color[];
  /** The pixels that can be seen: more than half covered by it and by nothing nearer. */
  readonly mask: Mask;
  /** Its whole outline inside the picture, as if nothing stood before it. */
  readonly amodal: Mask;
  /** Box of the whole outline, beyond the picture's edges too, px. */
  readonly box: Box;
  /** Visible share of the outline inside the picture, 0..1. */
  readonly visible: number;
  /** Distance from the camera in metres of the toy world. */
  readonly depth: number;
  /** px/s in the picture, the camera's motion taken out. */
  readonly velocity: readonly [number, number];
}

/** Something that became true in a frame. */
export interface TruthEvent {
  readonly type: EventName;
  readonly who: number;
  /** The thing that covers it or that it passes. */
  readonly other?: number;
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
