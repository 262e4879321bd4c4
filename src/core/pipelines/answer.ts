import type { Box } from '../base/geometry.ts';
import type { Mask } from '../masks/mask.ts';
import type { SourceInfo } from '../media/contract.ts';
import type { Frame } from '../media/frame.ts';
import type { Plan } from '../plan/contract.ts';
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
  readonly query: string;
  readonly objects: readonly AnsweredObject[];
  /** What each operator of the program kept and dropped, and why. */
  readonly explanation: readonly ExplanationRecord[];
  /** The answer holds other ids than in the frame before. */
  readonly changed: boolean;
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
  /** Objects of the first query. */
  readonly objects: readonly AnsweredObject[];
  /** One a query, in the order of the queries. */
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
  /** All warnings of the run, each once, in the order they came up. */
  readonly warnings: readonly string[];
  /** Total time in each node, ms; not part of result.json, since it differs from run to run. */
  readonly nodeMs: Readonly<Record<string, number>>;
}
