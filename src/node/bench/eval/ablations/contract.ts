import type { PictureChange, PictureStream } from '../../../../core/bench/disturb/index.ts';
import type { SegmentOptions } from '../../../../core/pipelines/index.ts';
import type { Plan, PlanRequest } from '../../../../core/plan/index.ts';

/** Something that is switched off, set otherwise or made harder, to see what it is worth. */
export interface Ablation {
  /** As on the command line: kebab case. */
  readonly name: string;
  /** One line for people. */
  readonly summary: string;
  /** What may stand behind `=`; absent where nothing does. */
  readonly values?: AblationValues;
  /** It changes pictures: nothing to whom looks at none. */
  readonly needsPictures?: boolean;
  /** @param value what stands behind `=`; 0 where nothing does */
  readonly changes: (value: number) => AblationChanges;
}

/** Numbers that an ablation takes. */
export interface AblationValues {
  /** What it is called in help: `N`, `SHARE`, `PX`. */
  readonly name: string;
  /** Both ends included. */
  readonly from: number;
  readonly to: number;
  readonly whole?: boolean;
  /** A word for a number beyond all others. */
  readonly infinite?: string;
  /** Values that a sweep tries. */
  readonly sweep: readonly number[];
}

/** What an ablation changes; what is absent stays as it is. */
export interface AblationChanges {
  /** How streams are answered. */
  readonly stream?: StreamChanges;
  /** Another plan in place of each that the planner makes, or puts in its place while the stream runs. */
  readonly plan?: (plan: Plan, request: Omit<PlanRequest, 'previous'>) => Plan;
  /** What happens to each picture before anybody sees it. */
  readonly picture?: (stream: PictureStream) => PictureChange;
  /** The picture, and the truth with it, is shifted by up to so many px along each axis. */
  readonly shakePx?: number;
  /** Of the media's frames only each so-many-th exists. */
  readonly every?: number;
  /** Share of the frames that are missing: the answer before them is scored for them. */
  readonly dropped?: number;
  /** So many frames are looked at; the last answer is scored for all others. */
  readonly mostFrames?: number;
}

/** The part of the options that ablations set. */
export type StreamChanges = Pick<SegmentOptions, 'keyFrameInterval' | 'hysteresisSeconds' | 'twin'>;

/** An ablation with its value. */
export interface ChosenAblation {
  readonly ablation: Ablation;
  readonly value: number;
  /** How it stands in the settings: `window=12`. */
  readonly text: string;
}
