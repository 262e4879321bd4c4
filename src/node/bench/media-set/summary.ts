import { isOfKinds } from './expected-answers.ts';
import type { QueryScore } from './score-query.ts';

/** Means over the queries of a set. */
export interface MediaSummary {
  /** Mean of J and F over the queries of a kind that could be scored; a query of two kinds counts in both. */
  readonly byKind: Readonly<Record<string, { readonly queries: number; readonly j: number; readonly f: number }>>;
  /** Over queries that are attribute or spatial (or both). */
  readonly attributeAndSpatial: { readonly queries: number; readonly j: number; readonly f: number } | null;
  /** Frames answered a second, over all queries. */
  readonly fps: number;
}

/** @param kinds the kinds that are scored; a query with any other kind is left out */
export function summarize(scores: readonly QueryScore[], kinds: readonly string[]): MediaSummary {
  const scored = scores.filter((score) => score.j !== null && isOfKinds(asQuery(score), kinds));
  const means = kinds.flatMap((kind) => {
    const mean = meanOf(scored.filter((score) => score.kinds.includes(kind)));
    return mean === null ? [] : [[kind, mean] as const];
  });
  const ms = scores.reduce((sum, { msPerFrame, answered }) => sum + msPerFrame * answered, 0);
  const frames = scores.reduce((sum, { answered }) => sum + answered, 0);
  return {
    byKind: Object.fromEntries(means),
    attributeAndSpatial: meanOf(scored.filter(({ kinds: of }) => of.includes('attribute') || of.includes('spatial'))),
    fps: ms === 0 ? 0 : (frames * 1000) / ms,
  };
}

const asQuery = ({ text, kinds }: QueryScore) => ({ text, kind: kinds, answer: null });

function meanOf(scores: readonly QueryScore[]) {
  if (scores.length === 0) return null;
  const mean = (value: (score: QueryScore) => number) => scores.reduce((sum, s) => sum + value(s), 0) / scores.length;
  return { queries: scores.length, j: mean(({ j }) => j!), f: mean(({ f }) => f!) };
}
