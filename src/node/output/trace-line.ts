import type { FrameAnswer, QueryAnswer } from '../../core/pipelines/answer.ts';
import type { NodeReport } from '../../core/plan/executor/events.ts';
import type { ExplanationRecord } from '../../core/reason/contract.ts';

/** One line of trace.jsonl: what ran in the frame and for how long; the reasons, whenever the answer changes. */
export interface TraceLine {
  readonly index: number;
  readonly time: number;
  readonly keyFrame: boolean;
  /** ms */
  readonly ms: number;
  readonly tracks: number;
  readonly nodes: readonly Pick<NodeReport, 'id' | 'status' | 'ms' | 'specialist' | 'tries' | 'error'>[];
  readonly ids: readonly number[];
  readonly explanation?: readonly ExplanationRecord[];
  readonly warnings?: readonly string[];
}

/** The trace of one query in one frame. */
export function traceLine({ index, time, trace, warnings }: FrameAnswer, answer: QueryAnswer): TraceLine {
  return {
    index,
    time,
    keyFrame: trace.keyFrame,
    ms: Math.round(trace.ms * 1000) / 1000,
    tracks: trace.tracks,
    nodes: trace.nodes.map(({ kind: _, cadence: __, ...node }) => ({ ...node, ms: Math.round(node.ms * 1000) / 1000 })),
    ids: answer.objects.map(({ id }) => id),
    ...(answer.changed || index === 0 ? { explanation: answer.explanation } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}
