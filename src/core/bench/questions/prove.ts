import { type Cast, canBeSeen } from './cast.ts';
import { unclearFrames } from './clear-ranks.ts';
import type { AnswerSpan, Draft } from './contract.ts';
import { idsOver } from './run-program.ts';

/** What a draft's own program answers on the true twin. */
export interface Proof {
  readonly answers: readonly AnswerSpan[];
  readonly unclear: readonly number[];
  readonly shifts: boolean;
}

/** Something is meant in at least this share of the frames, and can be seen in this share of them. */
const leastMeant = 0.2;
const leastSeen = 0.5;
/** A program that says something else more often is about a thing nobody could follow. */
const mostChanges = 6;
/** Frames whose ranks are unclear are not scored; with more of them the question is not asked. */
const mostUnclear = 0.3;
/** Several things are an answer, most of all things are none. */
const mostOfAll = 0.6;

/**
 * Runs a draft's program over the true twin: the proof that exactly one thing is meant in each frame in which any is, or
 * that nothing ever is. @returns null when that does not hold
 */
export async function prove(draft: Draft, cast: Cast): Promise<Proof | null> {
  const { frames } = cast;
  const ids = await idsOver(frames, draft.body);
  const answers = spansOf(ids);
  if (draft.absent) return ids.every((one) => one.length === 0) ? { answers, unclear: [], shifts: false } : null;
  if (!isMeant(ids, draft, cast) || answers.length - 1 > mostChanges || !isSeen(ids, cast)) return null;
  const unclear = draft.ranked === undefined ? [] : await unclearFrames(frames, ids, draft.ranked);
  if (unclear.length > mostUnclear * frames.length) return null;
  const meant = new Set(answers.filter(({ ids: some }) => some.length > 0).map(({ ids: some }) => some.join(' ')));
  return { answers, unclear, shifts: meant.size > 1 };
}

function isMeant(ids: readonly (readonly number[])[], { several }: Draft, { frames, wholes }: Cast): boolean {
  const some = ids.filter((one) => one.length > 0);
  if (some.length < leastMeant * frames.length) return false;
  const most = several ? Math.max(1, mostOfAll * wholes.length) : 1;
  return some.every((one) => one.length <= most);
}

function isSeen(ids: readonly (readonly number[])[], { frames }: Cast): boolean {
  let meant = 0;
  let seen = 0;
  for (const [i, one] of ids.entries()) {
    if (one.length === 0) continue;
    meant++;
    const frame = frames[i]!;
    if (frame.o.some((object) => one.includes(object.id) && canBeSeen(object, frame))) seen++;
  }
  return seen >= leastSeen * meant;
}

/** Run lengths of the answers. */
function spansOf(ids: readonly (readonly number[])[]): AnswerSpan[] {
  const spans: AnswerSpan[] = [];
  for (const [from, one] of ids.entries()) {
    const last = spans.at(-1);
    if (last === undefined || last.ids.join() !== one.join()) spans.push({ from, ids: one });
  }
  return spans;
}
