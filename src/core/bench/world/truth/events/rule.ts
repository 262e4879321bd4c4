import type { FrameRelation } from '../../../../twin/program-frame.ts';
import type { TruthEvent } from '../../contract.ts';
import type { FrameRecord, Relation, ThingState } from '../records.ts';

/** A frame as the rules of events see it. */
export interface Step {
  readonly record: FrameRecord;
  /** The frame before; undefined in the first one. */
  readonly before: FrameRecord | undefined;
  readonly now: ReadonlyMap<number, ThingState>;
  readonly earlier: ReadonlyMap<number, ThingState>;
  readonly width: number;
  readonly height: number;
}

/** One group of rules of docs/program-api.md, section 3. Steps come in order, one a frame. */
export interface EventRule {
  /** Events that became certain in this frame, dated to when they happened. */
  step(step: Step): readonly TruthEvent[];
}

export const relationsOf = (record: FrameRecord | undefined, relation: FrameRelation): readonly Relation[] =>
  record?.relations.filter((one) => one.relation === relation) ?? [];

export const hasRelation = (record: FrameRecord | undefined, relation: FrameRelation, a: number, b: number): boolean =>
  record?.relations.some((one) => one.relation === relation && one.a === a && one.b === b) ?? false;

/** Both were in the picture in the frame before, too. */
export const wereListed = ({ earlier }: Step, ...ids: number[]): boolean => ids.every((id) => earlier.has(id));

export const diagonal = ({ width, height }: Step): number => Math.sqrt(width * width + height * height);

/** Comparisons of times leave room for rounding. */
export const instant = 1e-6;
