import type { Concept } from '../../concept.ts';
import type { Color } from '../../contract.ts';
import { colorIndex } from '../color/index.ts';
import { bestAlikeGroup } from './alike-groups.ts';
import { conceptLog, isCheckable } from './concept-score.ts';
import { garmentSpan } from './garment.ts';
import { colorShareOf } from './node-features.ts';
import { personAround } from './person-around.ts';
import { largestPart, type Region, regionOf } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import { suppress } from './suppress.ts';

/** A region that may be meant by a concept; the best of a concept comes first. */
export interface Candidate {
  readonly region: Region;
  /** 0..1, comparable within one concept. */
  readonly score: number;
}

/** The regions that a concept may mean, best first; empty when nothing about it can be checked or nothing fits. */
export function conceptCandidates(
  forest: RegionForest,
  objectness: Float32Array,
  rows: readonly number[],
  concept: Concept,
): Candidate[] {
  if (!isCheckable(concept)) return [];
  const ranked = rows
    .map((row) => ({ row, log: Math.log(objectness[row]!) + conceptLog(forest, row, concept) }))
    .sort((a, b) => b.log - a.log)
    .slice(0, 400);
  const logs = new Map(ranked.map(({ row, log }) => [row, log]));
  const limit = concept.group ? 150 : 5;
  const kept = suppress(
    ranked.map(({ row }) => regionOf(forest, row)),
    forest.nodes.area,
    { mostIou: 0.65, limit },
  );
  if (concept.group) {
    const group = bestAlikeGroup(
      forest,
      kept,
      kept.map((r) => logs.get(r.row)!),
    );
    if (group !== null) return group.members.map((region) => ({ region, score: 0.45 }));
  }
  if (concept.colorOfPart && kept.length > 0) {
    const span = garmentSpan(concept.phrase);
    const people = kept.map((seed) => personAround(forest, coloredPart(forest, seed, concept.colors), span));
    const top = logs.get(kept[0]!.row)!;
    return people.map((region, i) => ({ region, score: 0.45 * Math.exp(logs.get(kept[i]!.row)! - top) }));
  }
  const best = kept.length > 0 ? logs.get(kept[0]!.row)! : 0;
  return kept.map((region) => ({ region, score: 0.45 * Math.exp(logs.get(region.row)! - best) }));
}

/** The largest connected part of a region whose leaves are mostly of the wanted colours. */
function coloredPart(forest: RegionForest, region: Region, colors: readonly Color[]): Region {
  const wanted = colors.map((c) => colorIndex[c]);
  const colored = region.leaves.filter((p) => colorShareOf(forest.nodes, p, wanted) > 0.4);
  return largestPart(forest, colored) ?? region;
}
