import type { MediaItem, MediaQuery } from './contract.ts';
import { truthFrames } from './truth-frames.ts';

/** Kinds of questions that can be answered without knowing things by name. */
export const namelessKinds = ['attribute', 'spatial', 'comparison', 'depth', 'temporal', 'absent'] as const;

/** True when every kind of the query is among those. */
export const isOfKinds = ({ kind }: MediaQuery, kinds: readonly string[]) => kind.every((word) => kinds.includes(word));

/**
 * The frames in which a query can be scored, in order, each with the right ids. A frame whose ground truth did not
 * look for one of these ids is left out; so is one without a known answer.
 */
export function expectedAnswers(item: MediaItem, query: MediaQuery): Map<number, readonly number[]> {
  const answers = new Map<number, readonly number[]>();
  for (const { frame, annotated } of truthFrames(item)) {
    if (query.evalFrames !== undefined && !query.evalFrames.includes(frame)) continue;
    const ids = query.answerByFrame === undefined ? query.answer : (query.answerByFrame.get(frame) ?? null);
    if (ids?.every((id) => annotated.includes(id))) answers.set(frame, ids);
  }
  return answers;
}
