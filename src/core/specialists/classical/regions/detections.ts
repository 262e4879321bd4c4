import type { Concept } from '../../concept.ts';
import type { Detection } from '../../contract.ts';
import type { ConceptFits } from './concept-candidates.ts';
import { isCheckable } from './concept-score.ts';
import { commonArea, type Region } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import type { RegionMasks } from './region-mask.ts';
import { stuffProbability } from './stuff.ts';
import type { Thing } from './wholes.ts';

interface Draft {
  readonly region: Region;
  readonly concepts: Record<string, number>;
  score: number;
  /** Asked for as a thing of its own, whatever holds it. */
  meant: boolean;
  whole?: Region;
}

/** A region that fits a concept is never so sure (0.9) that one look suffices: a shadow may fit it in one frame. */
const spread = 0.85;

/**
 * One list of detections: the candidates of every concept, best first, then the other things. A candidate scores
 * 0.5 and more, a thing that nobody asked for up to 0.5, so that "the best one" means a candidate where there is one.
 */
export function toDetections(
  forest: RegionForest,
  masks: RegionMasks,
  found: readonly ConceptFits[],
  things: readonly Thing[],
): Detection[] {
  const drafts = draftAll(forest, found, things);
  for (const draft of drafts.values()) demoteSpot(forest, draft, things);
  const keys = [...drafts.keys()];
  const concepts = found.map(({ concept }) => concept);
  // Who wears such a thing is looked for everywhere: what is not among them is denied, or one odd frame would count fully.
  const unworn = Object.fromEntries(concepts.filter((c) => c.colorOfPart).map(({ id }) => [id, 0]));
  return [...drafts.values()].map((draft) => ({
    mask: masks.cut(draft.region.leaves, draft.region.box),
    score: draft.score,
    concepts: { ...unworn, ...draft.concepts },
    ...(isJudged(draft) ? { labels: guesses(draft.concepts, concepts) } : {}),
    stuff: stuffProbability(forest, draft.region),
    ...(draft.whole === undefined ? {} : { partOf: keys.indexOf(keyOf(draft.whole)) }),
  }));
}

function draftAll(forest: RegionForest, found: readonly ConceptFits[], things: readonly Thing[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const draftOf = (region: Region): Draft => {
    const key = keyOf(region);
    const known = drafts.get(key) ?? { region, score: 0, meant: false, concepts: {} };
    drafts.set(key, known);
    return known;
  };
  for (const { concept, candidates } of found) {
    for (const { region, score } of candidates) {
      const draft = draftOf(region);
      draft.concepts[concept.id] = Math.max(draft.concepts[concept.id] ?? 0, score); // two garments, one wearer
      draft.score = Math.max(draft.score, 0.5 + spread * score);
      draft.meant ||= concept.sort !== 'part';
    }
  }
  for (const { region, objectness, partOf } of things) {
    const draft = draftOf(region);
    draft.score = Math.max(draft.score, 0.5 * objectness * prominence(forest, region));
    if (partOf !== undefined && !draft.meant) draft.whole = things[partOf]!.region;
    if (region.sums >= 0) addFits(draft, found, objectness);
  }
  return drafts;
}

/** Who says "the one" and nothing else means what catches the eye: of two things as clear, the larger one. 0.7..1 */
function prominence({ image }: RegionForest, { area }: Region): number {
  const share = area / (image.width * image.height);
  return 0.7 + 0.3 * Math.min(1, Math.sqrt(share / prominentShare));
}

/** What covers this share of the picture could not be missed. */
const prominentShare = 0.15;

/** What fits a concept without being among its best is a weaker candidate, not a denial. */
function addFits({ region, concepts }: Draft, found: readonly ConceptFits[], objectness: number): void {
  for (const { concept, scoreOf } of found) {
    const score = concepts[concept.id] === undefined ? scoreOf(region.sums, objectness) : null;
    if (score !== null) concepts[concept.id] = score;
  }
}

/** Nothing is denied of a region that could not be measured. */
const isJudged = ({ region, concepts }: Draft): boolean => region.sums >= 0 || Object.keys(concepts).length > 0;

/** A fleck of colour on a thing, a highlight or a print, is a part of it, and no candidate. */
function demoteSpot({ nodes, image }: RegionForest, draft: Draft, things: readonly Thing[]): void {
  const { region } = draft;
  const host = things.find(
    (thing) =>
      thing.region !== region &&
      thing.region.area < mostHost * image.width * image.height &&
      region.area < mostSpot * thing.region.area &&
      thing.objectness >= leastHost &&
      commonArea(region.leaves, thing.region.leaves, nodes.area) > 0.9 * region.area,
  );
  if (host === undefined) return;
  draft.whole = host.region;
  draft.score = Math.min(draft.score, 0.2);
  for (const id of Object.keys(draft.concepts)) delete draft.concepts[id];
}

/** A spot covers less than this share of what it is on. */
const mostSpot = 0.05;
const leastHost = 0.5;
/** Larger regions are what things stand before. */
const mostHost = 0.1;

/** Equal sets of leaves are one region. */
const keyOf = (region: Region): string => (region.row >= 0 ? `${region.row}` : region.leaves.join());

/**
 * Guesses (0.3..0.49) for the nouns of concepts that a region may be, denials for those of the others. Nothing is said of
 * a noun by itself, of which no region can be told to fit or not.
 */
function guesses(scores: Readonly<Record<string, number>>, concepts: readonly Concept[]): [string, number][] {
  const labels = new Map<string, number>();
  const bare = new Set(concepts.filter((concept) => !isCheckable(concept)).map(({ noun }) => noun));
  for (const { id, noun } of concepts) {
    if (noun === undefined || bare.has(noun)) continue;
    const score = scores[id];
    const p = score === undefined ? 0.1 : 0.3 + 0.19 * Math.min(1, score / 0.49);
    labels.set(noun, Math.max(labels.get(noun) ?? 0, p));
  }
  return [...labels];
}
