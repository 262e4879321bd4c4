import type { RegionPrompt } from '../../contract.ts';
import type { CommonFates } from './common-fate.ts';
import type { ConceptFits } from './concept-candidates.ts';
import { type Continued, continueRegion } from './continued-regions.ts';
import { isPair } from './pairs.ts';
import { commonArea, type Region, regionIou } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import type { Thing } from './wholes.ts';

/** What is left of the last frames' regions in this one. */
export type Kept = readonly Continued[];

/** Agreement with the prediction from which on the kept region is preferred to a fresh one. */
const sureIou = 0.7;
/** A fresh region that agrees with a kept one this well means the same thing. */
const sameThing = 0.55;

/** The tracks' predicted masks as regions of this frame; those that move as one are one. */
export function continuedRegions(
  forest: RegionForest,
  prompts: readonly RegionPrompt[],
  commonFates: CommonFates,
): Kept {
  const found = prompts.flatMap(({ mask, track, velocity }) => {
    const region = track === undefined ? null : continueRegion(forest, track, mask);
    return region === null ? [] : [velocity === undefined ? region : { ...region, velocity }];
  });
  return [...commonFates.join(forest, found), ...found.filter(({ iou }) => iou >= sureIou)];
}

/** Candidates take the shape that they had, so that an answer does not flicker. */
export function settleFits(fits: ConceptFits, kept: Kept): ConceptFits {
  if (kept.length === 0) return fits;
  return { ...fits, candidates: fits.candidates.map(({ region, score }) => ({ region: settle(region, kept), score })) };
}

/**
 * Fresh things take the shape that they had; kept ones that were not found again stay, unless they have turned out to
 * be two things, lie within another one or are someone who wears what is asked for, as he is seen now.
 */
export function settleThings(
  forest: RegionForest,
  objectness: Float32Array,
  fresh: readonly Thing[],
  kept: Kept,
  wearers: readonly Region[],
): readonly Thing[] {
  const isSeenNow = (region: Region) => wearers.some((wearer) => regionIou(forest, wearer, region) > sameThing);
  const joined = kept.filter((one) => one.joined === true);
  const things: Thing[] = joined.map(({ region }) => ({ region, objectness: joinedObjectness }));
  const add = (region: Region, worth: number) => {
    if (!things.some((thing) => covers(forest, thing.region, region))) things.push({ region, objectness: worth });
  };
  if (joined.length === 0) things.push(...fresh.map((thing) => ({ ...thing, region: settle(thing.region, kept) })));
  else for (const thing of fresh) add(settle(thing.region, kept), thing.objectness);
  for (const { region, iou } of kept) {
    const { row } = region;
    if (isSeenNow(region)) continue;
    if (row < 0 || !isPair(forest, objectness, row)) add(region, row >= 0 ? objectness[row]! : iou * 0.5);
  }
  return things;
}

/** What moves as one is one thing, more surely than anything that one picture can show. */
const joinedObjectness = 0.8;

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
