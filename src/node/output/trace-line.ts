import type { AnswerChange, FrameAnswer, PlanRepair, QueryAnswer } from '../../core/pipelines/answer.ts';
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
  /** This query's share of `ms` of the nodes. */
  readonly ownMs: number;
  readonly change?: AnswerChange;
  readonly explanation?: readonly ExplanationRecord[];
  /** What did not hold of the plan, and the plan that answers from here on, where there is a better one. */
  readonly repair?: PlanRepair;
  /** Of this query, and of the specialists. */
  readonly warnings?: readonly string[];
}

/** The trace of one query in one frame. */
export function traceLine({ index, time, trace, warnings: all, answers }: FrameAnswer, answer: QueryAnswer): TraceLine {
  const others = new Set(answers.flatMap((other) => (other === answer ? [] : other.warnings)));
  const warnings = [...new Set([...answer.warnings, ...all.filter((warning) => !others.has(warning))])];
  return {
    index,
    time,
    keyFrame: trace.keyFrame,
    ms: Math.round(trace.ms * 1000) / 1000,
    tracks: trace.tracks,
    nodes: trace.nodes.map(({ kind: _, cadence: __, ...node }) => ({ ...node, ms: Math.round(node.ms * 1000) / 1000 })),
    ids: answer.objects.map(({ id }) => id),
    ownMs: Math.round(answer.cost.ms * 1000) / 1000,
    ...(answer.change === undefined ? {} : { change: answer.change }),
    ...(answer.changed || index === 0 ? { explanation: answer.explanation } : {}),
    ...(answer.repair === undefined ? {} : { repair: answer.repair }),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}
