import type { Concept } from '../../concept.ts';
import { type AlikeGroup, bestAlikeGroup } from './alike-groups.ts';
import { conceptLog, fitsConcept, isCheckable, saysLooks } from './concept-score.ts';
import { type Region, regionOf } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import { suppress } from './suppress.ts';
import { wearers } from './wearers.ts';

/** A region that may be meant by a concept; the best of a concept comes first. */
export interface Candidate {
  readonly region: Region;
  /** 0..1, comparable within one concept. */
  readonly score: number;
}

/** What a picture offers for a concept. */
export interface ConceptFits {
  readonly concept: Concept;
  /** The regions that it may mean, best first; empty when nothing about it can be checked or nothing fits. */
  readonly candidates: readonly Candidate[];
  /** Score of any other region by its sums, comparable with the candidates'; null where it does not fit or is not of the group. */
  readonly scoreOf: (row: number, objectness: number) => number | null;
  /** How well the best region fits, a logarithm, to compare other frames' with; null where none was judged. */
  readonly best: number | null;
}

const topScore = 0.45;
const mostCandidates = 5;
/** Members of a group are on the average at least this likely, measured by the best single region. */
const leastOfTop = 0.4;
const noFits = (concept: Concept): ConceptFits => ({
  concept,
  candidates: [],
  scoreOf: () => null,
  best: null,
});

/**
 * Looks for a concept among all nodes.
 * @param bestEver how well anything fitted it in earlier frames: what is left when that has gone is not as good
 * @param earlier what earlier frames' regions have become in this one
 */
export function findConcept(
  forest: RegionForest,
  objectness: Float32Array,
  rows: readonly number[],
  concept: Concept,
  bestEver = Number.NEGATIVE_INFINITY,
  earlier: readonly Region[] = [],
): ConceptFits {
  if (!isCheckable(concept)) return noFits(concept);
  const logOf = (row: number, likely = objectness[row]!) => Math.log(likely) + conceptLog(forest, row, concept);
  const ranked = rows
    .map((row) => ({ row, log: logOf(row) }))
    .sort((a, b) => b.log - a.log)
    .slice(0, 400);
  const logs = new Map(ranked.map(({ row, log }) => [row, log]));
  const limit = concept.group ? 150 : mostCandidates;
  const kept = suppress(
    ranked.map(({ row }) => regionOf(forest, row)),
    forest.nodes.area,
    { mostIou: 0.65, limit },
  );
  if (kept.length === 0) return noFits(concept);
  const top = logs.get(kept[0]!.row)!;
  const group = concept.group
    ? bestAlikeGroup(
        forest,
        kept,
        kept.map((r) => logs.get(r.row)!),
      )
    : null;
  if (group !== null && isThingLike(group, logs, top)) {
    return { ...noFits(concept), candidates: group.members.map((region) => ({ region, score: topScore })), best: top };
  }
  const score = (log: number) => topScore * Math.exp(log - Math.max(top, bestEver));
  const scoreOf = (row: number, likely: number) =>
    fitsConcept(forest, row, concept) ? Math.min(topScore, score(logOf(row, likely))) : null;
  const best = kept.slice(0, mostCandidates);
  const candidates = best.map((region) => ({ region, score: score(logs.get(region.row)!) }));
  const meant = concept.colorOfPart ? wearers(forest, candidates, concept, earlier) : candidates;
  return {
    concept,
    candidates: meant,
    scoreOf: concept.colorOfPart || !saysLooks(concept) ? () => null : scoreOf,
    best: top,
  };
}

/** Patches of a table top are alike too, but none of them looks like a thing. */
function isThingLike({ members }: AlikeGroup, logs: ReadonlyMap<number, number>, top: number): boolean {
  const mean = members.reduce((sum, { row }) => sum + Math.exp(logs.get(row)! - top), 0) / members.length;
  return mean >= leastOfTop;
}
