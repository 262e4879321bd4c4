import type { FrameAnswer } from '../answer.ts';
import type { ReportFrame } from './contract.ts';

/** What a page needs of one query's answer in a frame; holds neither pixels nor masks, so it can be kept. */
export function reportFrame(answer: Omit<FrameAnswer, 'frame'>, query = 0): ReportFrame {
  const { objects, explanation, change } = answer.answers[query]!;
  return {
    index: answer.index,
    time: answer.time,
    ms: answer.trace.ms,
    keyFrame: answer.trace.keyFrame,
    objects: objects.map(({ id, label, score, bbox }) => ({ id, score, bbox, ...(label !== undefined && { label }) })),
    explanation,
    ...(change !== undefined && { change }),
  };
}
