import type { Concept } from '../../concept.ts';
import type { Detection } from '../../contract.ts';
import type { Candidate } from './concept-candidates.ts';
import type { Region } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import type { RegionMasks } from './region-mask.ts';
import { stuffProbability } from './stuff.ts';
import type { Thing } from './wholes.ts';

/** What was chosen for a concept. */
export interface Choice {
  readonly concept: Concept;
  readonly candidates: readonly Candidate[];
}

interface Draft {
  readonly region: Region;
  readonly concepts: Record<string, number>;
  score: number;
  whole?: Region;
}

/**
 * One list of detections: the candidates of every concept, best first, then the other things. A candidate scores
 * 0.5 and more, a thing that nobody asked for up to 0.5, so that "the best one" means a candidate where there is one.
 */
export function toDetections(
  forest: RegionForest,
  masks: RegionMasks,
  choices: readonly Choice[],
  things: readonly Thing[],
): Detection[] {
  const drafts = draftAll(choices, things);
  const keys = [...drafts.keys()];
  const concepts = choices.map((choice) => choice.concept);
  return [...drafts.values()].map((draft) => ({
    mask: masks.cut(draft.region.leaves, draft.region.box),
    score: draft.score,
    concepts: draft.concepts,
    labels: guesses(draft.concepts, concepts),
    stuff: stuffProbability(forest, draft.region),
    ...(draft.whole === undefined ? {} : { partOf: keys.indexOf(keyOf(draft.whole)) }),
  }));
}

function draftAll(choices: readonly Choice[], things: readonly Thing[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const draftOf = (region: Region): Draft => {
    const key = keyOf(region);
    const known = drafts.get(key) ?? { region, score: 0, concepts: {} };
    drafts.set(key, known);
    return known;
  };
  for (const { concept, candidates } of choices) {
    for (const { region, score } of candidates) {
      const draft = draftOf(region);
      draft.concepts[concept.id] = score;
      draft.score = Math.max(draft.score, 0.5 + score);
    }
  }
  for (const { region, objectness, partOf } of things) {
    const draft = draftOf(region);
    draft.score = Math.max(draft.score, 0.5 * objectness);
    if (partOf !== undefined) draft.whole = things[partOf]!.region;
  }
  return drafts;
}

/** Equal sets of leaves are one region. */
const keyOf = (region: Region): string => (region.row >= 0 ? `${region.row}` : region.leaves.join());

/** Guesses (0.3..0.49) for the nouns of concepts that a region may be, denials for those of the others. */
function guesses(scores: Readonly<Record<string, number>>, concepts: readonly Concept[]): [string, number][] {
  const labels = new Map<string, number>();
  for (const { id, noun } of concepts) {
    if (noun === undefined) continue;
    const score = scores[id];
    const p = score === undefined ? 0.1 : 0.3 + 0.19 * Math.min(1, score / 0.49);
    labels.set(noun, Math.max(labels.get(noun) ?? 0, p));
  }
  return [...labels];
}
