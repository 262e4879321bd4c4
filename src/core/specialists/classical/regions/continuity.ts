import type { RegionPrompt } from '../../contract.ts';
import type { ConceptFits } from './concept-candidates.ts';
import { type Continued, continueRegion } from './continued-regions.ts';
import { isPair } from './pairs.ts';
import { commonArea, type Region } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import type { Thing } from './wholes.ts';

/** What is left of the last frames' regions in this one. */
export type Kept = readonly Continued[];

/** Agreement with the prediction from which on the kept region is preferred to a fresh one. */
const sureIou = 0.7;
/** A fresh region that agrees with a kept one this well means the same thing. */
const sameThing = 0.55;

/** The tracks' predicted masks as regions of this frame. */
export function continuedRegions(forest: RegionForest, prompts: readonly RegionPrompt[]): Kept {
  return prompts.flatMap(({ mask, track }) => {
    const kept = track === undefined ? null : continueRegion(forest, mask);
    return kept === null || kept.iou < sureIou ? [] : [kept];
  });
}

/** Candidates take the shape that they had, so that an answer does not flicker. */
export function settleFits(fits: ConceptFits, kept: Kept): ConceptFits {
  if (kept.length === 0) return fits;
  return { ...fits, candidates: fits.candidates.map(({ region, score }) => ({ region: settle(region, kept), score })) };
}

/**
 * Fresh things take the shape that they had; kept ones that were not found again stay, unless they have turned out to
 * be two things or lie within another one.
 */
export function settleThings(
  forest: RegionForest,
  objectness: Float32Array,
  fresh: readonly Thing[],
  kept: Kept,
): readonly Thing[] {
  const things: Thing[] = fresh.map((thing) => ({ ...thing, region: settle(thing.region, kept) }));
  for (const { region, iou } of kept) {
    const { row } = region;
    if (row >= 0 && isPair(forest, objectness, row)) continue;
    if (things.some((thing) => covers(forest, thing.region, region))) continue;
    things.push({ region, objectness: row >= 0 ? objectness[row]! : iou * 0.5 });
  }
  return things;
}

function settle(region: Region, kept: Kept): Region {
  let best = region;
  let most = sameThing;
  for (const { region: old } of kept) {
    const agreement = leafIou(old, region);
    if (agreement <= most) continue;
    most = agreement;
    best = old;
  }
  return best;
}

/** IoU by counts of leaves: cheap, and enough to tell the same thing from another. */
function leafIou(a: Region, b: Region): number {
  if (a.row === b.row && a.row >= 0) return 1;
  const [ax, ay, aw, ah] = a.box;
  const [bx, by, bw, bh] = b.box;
  if (ax >= bx + bw || bx >= ax + aw || ay >= by + bh || by >= ay + ah) return 0;
  const members = new Set(a.leaves);
  let common = 0;
  for (const leaf of b.leaves) if (members.has(leaf)) common++;
  return common / (a.leaves.length + b.leaves.length - common);
}

const covers = ({ nodes }: RegionForest, outer: Region, inner: Region): boolean =>
  commonArea(outer.leaves, inner.leaves, nodes.area) > 0.5 * inner.area;
