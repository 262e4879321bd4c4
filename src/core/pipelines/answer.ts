import type { Box } from '../base/geometry.ts';
import type { Mask } from '../masks/mask.ts';
import type { SourceInfo } from '../media/contract.ts';
import type { Frame } from '../media/frame.ts';
import type { AssumptionFailure, Plan } from '../plan/contract.ts';
import type { NodeReport } from '../plan/executor/events.ts';
import type { ExplanationRecord } from '../reason/contract.ts';

/** One object of an answer. */
export interface AnsweredObject {
  /** Track id: the same thing keeps it over the whole stream. */
  readonly id: number;
  /** Visible part, at the size of the frame. */
  readonly mask: Mask;
  /** [x, y, w, h] px of the mask. */
  readonly bbox: Box;
  /** 0..1: the object's own score times the least confidence on its way through the program. */
  readonly score: number;
  /** Name, where a specialist claims one. */
  readonly label?: string;
}

/** What one query gets in one frame. Empty `objects` is an answer too: nothing matches. */
export interface QueryAnswer {
  /** Number of the query among all that were ever asked of this stream, from 0; never used again. */
  readonly id: number;
  readonly query: string;
  readonly objects: readonly AnsweredObject[];
  /** What each operator of the program kept and dropped, and why. */
  readonly explanation: readonly ExplanationRecord[];
  /** The answer holds other ids than in the frame before. */
  readonly changed: boolean;
  /** Which ids came in and went out in this frame, and why; absent where none did. */
  readonly change?: AnswerChange;
  /** Warnings of this query that came up in this frame. */
  readonly warnings: readonly string[];
  /** An attempt at a better plan that ended with this frame. */
  readonly repair?: PlanRepair;
  /** Its share of this frame's work. */
  readonly cost: QueryCost;
}

/**
 * How an answer changed. It comes through when the program has said so for the stated delay (0.2 s by default, at once in
 * the first frame), so that a near-tie does not flicker; `since` dates it.
 */
export interface AnswerChange {
  readonly frame: number;
  /** Seconds. */
  readonly time: number;
  readonly added: readonly ChangedObject[];
  readonly removed: readonly ChangedObject[];
}

/** An id that came into an answer or went out of it. */
export interface ChangedObject {
  readonly id: number;
  /** What the first record of the explanation that differs says of it. */
  readonly because: string;
  /** Since when the program has said so without a break, s. */
  readonly since: number;
}

/** What became of a plan whose assumptions did not hold. */
export interface PlanRepair {
  readonly failures: readonly AssumptionFailure[];
  readonly from: Plan;
  /** The plan that answers from this frame on; absent where the planner had none and the old one goes on. */
  readonly to?: Plan;
  /** Frame and time (s) at which the new plan took over, or the old one was found to be the best. */
  readonly frame: number;
  readonly time: number;
}

/** Work done for one query: what it needs alone counts whole, what others need too is split among them evenly. */
export interface QueryCost {
  /** Calls by specialist id; a call made for two queries is half a call of each. */
  readonly calls: Readonly<Record<string, number>>;
  readonly ms: number;
}

/** What ran in a frame, for how long. */
export interface FrameTrace {
  readonly keyFrame: boolean;
  readonly nodes: readonly NodeReport[];
  /** Wall time of the whole frame, ms. */
  readonly ms: number;
  /** Objects and parts in the scene graph of this frame. */
  readonly tracks: number;
}

/** Answers of one frame, out before the next frame is asked for. */
export interface FrameAnswer {
  /** Lent until the next answer is asked for; `clone()` to keep it. */
  readonly frame: Frame;
  readonly index: number;
  /** Seconds from the start of the source. */
  readonly time: number;
  /** Objects of the first query that is being asked. */
  readonly objects: readonly AnsweredObject[];
  /** One a query that is being asked, in the order in which they were asked. */
  readonly answers: readonly QueryAnswer[];
  /** Warnings that came up in this frame; each is said once a stream. */
  readonly warnings: readonly string[];
  readonly trace: FrameTrace;
}

/** Answer to one picture. It owns its frame: `frame.close()` when done. */
export interface ImageAnswer extends FrameAnswer {
  readonly source: SourceInfo;
  readonly plans: readonly Plan[];
  readonly summary: RunSummary;
}

/** Work done for a stream so far. */
export interface Usage {
  readonly frames: number;
  readonly keyFrames: number;
  /** Frames that a live source threw away because the reader fell behind. */
  readonly dropped: number;
  /** Calls made, by specialist id. */
  readonly specialistCalls: Readonly<Record<string, number>>;
  /** Calls that running every registered specialist on every frame would have made. */
  readonly alwaysOnCalls: number;
  readonly llm: {
    readonly calls: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly cost: number;
  };
}

/** How often a track was in an answer, and when. */
export interface TrackSummary {
  readonly id: number;
  /** `id` of the query. */
  readonly query: number;
  readonly label?: string;
  readonly frames: number;
  readonly first: number;
  readonly last: number;
  readonly meanScore: number;
}

/** What a run did, as far as it has come. */
export interface RunSummary {
  readonly usage: Usage;
  readonly tracks: readonly TrackSummary[];
  /** One a query that was ever asked, by rising id. */
  readonly queries: readonly QuerySummary[];
  /** All warnings of the run, each once, in the order they came up. */
  readonly warnings: readonly string[];
  /** Total time in each node, ms; not part of result.json, since it differs from run to run. */
  readonly nodeMs: Readonly<Record<string, number>>;
}

/** What became of one query. */
export interface QuerySummary {
  readonly id: number;
  readonly query: string;
  /** The plan it began with; later ones are in `repairs`. */
  readonly plan: Plan;
  /** Frames answered: how many, the first and the last; null before the first. */
  readonly frames: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly cost: QueryCost;
  readonly changes: readonly AnswerChange[];
  readonly repairs: readonly PlanRepair[];
  /** Its own; those about specialists stand in the run's list only. */
  readonly warnings: readonly string[];
}
