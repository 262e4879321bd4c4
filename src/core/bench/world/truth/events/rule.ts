import type { FrameRelation } from '../../../../twin/program-frame.ts';
import type { TruthEvent } from '../../contract.ts';
import { type FrameRecord, hiddenAt, type Relation, type ThingState } from '../records.ts';

/** A frame as the rules of events see it. */
export interface Step {
  readonly record: FrameRecord;
  /** The frame before; undefined in the first one. */
  readonly before: FrameRecord | undefined;
  readonly now: ReadonlyMap<number, ThingState>;
  readonly earlier: ReadonlyMap<number, ThingState>;
  /** Since when each thing has been in the picture, seconds; -Infinity for what was there in the first frame. */
  readonly since: ReadonlyMap<number, number>;
  /** When each thing that ever moved did so last, seconds. */
  readonly lastMoved: ReadonlyMap<number, number>;
  /** What has become one or come apart so far, oldest first. */
  readonly joinings: readonly PastJoining[];
  readonly width: number;
  readonly height: number;
}

export interface PastJoining {
  readonly whole: number;
  readonly piece: number;
  readonly time: number;
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

/** What it is on or touches so soon after it has come into the picture began outside, seconds. */
const settledSeconds = 0.3;

/** It has been in the picture for 0.3 s. */
export const isSettled = ({ record, earlier, since }: Step, id: number): boolean =>
  earlier.has(id) && record.time - since.get(id)! >= settledSeconds - instant;

/** It is all but hidden: what begins or ends with it now cannot be seen yet. */
export const isHidden = ({ now }: Step, id: number): boolean => (now.get(id)?.visible ?? 1) <= hiddenAt;

export const isInside = ({ record }: Step, id: number): boolean => relationsOf(record, 'in').some(({ a }) => a === id);

/** When it last moved, seconds; -Infinity for what never did. */
export const lastMoveOf = ({ lastMoved }: Step, id: number): number => lastMoved.get(id) ?? Number.NEGATIVE_INFINITY;

/** What is out of the picture begins anew when it comes back. */
export function forgetAbsent(memory: Map<number, unknown>, { now }: Step): void {
  for (const id of memory.keys()) if (!now.has(id)) memory.delete(id);
}

export const diagonal = ({ width, height }: Step): number => Math.sqrt(width * width + height * height);

/** Comparisons of times leave room for rounding. */
export const instant = 1e-6;

/** So much of it is to be seen that its movement shows: a fifth of its outline, and 16 px. */
export const isWellSeen = ({ visible, area }: ThingState): boolean => visible >= 0.2 && visible * area >= 16;
