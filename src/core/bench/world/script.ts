import type { Random } from '../../base/random.ts';
import type { TruthEvent, WorldQueryKind } from './contract.ts';
import type { Stage } from './stage/stage.ts';
import type { FrameRecord, ThingState } from './truth/records.ts';

/** A scene before it is opened: everything that a seed turns into a stage. */
export interface SceneScript {
  readonly name: string;
  /** One line for people. */
  readonly summary: string;
  /** At 25 a second. */
  readonly frames: number;
  /** Standard deviation of the sensor's noise, in grey levels of 255. */
  readonly noise: number;
  build(random: Random): ScriptedScene;
}

/** A scene with its seed's choices made. */
export interface ScriptedScene {
  readonly stage: Stage;
  readonly queries: readonly ScriptedQuery[];
}

export interface ScriptedQuery {
  readonly text: string;
  readonly kind: WorldQueryKind;
  /** Seconds after which motion can be known. @default 0 */
  readonly from?: number;
  /** The things meant at a moment. */
  choose(moment: QueryMoment): readonly ThingState[];
}

/** What a question is answered from: this frame and all before it, exactly. */
export interface QueryMoment {
  /** Wholes in the picture, by id. */
  readonly things: readonly ThingState[];
  readonly record: FrameRecord;
  /** From the first frame to this one. */
  readonly past: readonly FrameRecord[];
  /** All that have become certain up to now, in order. */
  readonly events: readonly TruthEvent[];
}
