import { commonArea, type Region, regionOf } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import { stuffProbability } from './stuff.ts';
import { suppress } from './suppress.ts';

/** A region of the "everything" answer. */
export interface Thing {
  readonly region: Region;
  readonly objectness: number;
  /** Place in the list of the whole that it is part of. */
  readonly partOf?: number;
}

export interface WholesOptions {
  /** Most things reported. */
  readonly limit: number;
  /** Whether parts of wholes are asked for too. */
  readonly parts: boolean;
  /** Whether background (sky, wall, floor) is asked for too. */
  readonly stuff: boolean;
  /** Regions less likely to be one thing are left out, 0..1. */
  readonly leastObjectness: number;
}

/** More likely background than a thing. */
const mostStuff = 0.5;
/** A thing cut by the picture's edge is clear, compact, and no larger a share of the picture than this. */
const clearThing = 0.4;
const leastFill = 0.7;
const mostCut = 0.08;

/** Clear wholes and, where asked for, their parts, best first; regions that overlap a better one are left out. */
export function findWholes(
  forest: RegionForest,
  objectness: Float32Array,
  rows: readonly number[],
  options: WholesOptions,
): Thing[] {
  const { limit, parts, stuff, leastObjectness } = options;
  const ranked = rows
    .filter((row) => objectness[row]! >= leastObjectness)
    .sort((a, b) => objectness[b]! - objectness[a]!)
    .slice(0, 1500);
  const regions = suppress(
    ranked.map((row) => regionOf(forest, row)),
    forest.nodes.area,
    { mostIou: 0.65, limit: 3 * limit },
  );
  const things: Thing[] = [];
  for (const region of regions) {
    if (things.length >= limit) break;
    const place = placeAmong(forest, things, region);
    if (place === 'crosses' || (place !== undefined && !parts)) continue;
    if (!stuff && place === undefined && isStuff(forest, region, objectness[region.row]!)) continue;
    things.push({ region, objectness: objectness[region.row]!, ...(place === undefined ? {} : { partOf: place }) });
  }
  return things;
}

/** A thing that the picture's edge cuts has much of its outline there too; but it is small, and the rest is clear. */
function isStuff(forest: RegionForest, region: Region, objectness: number): boolean {
  const { width, height } = forest.image;
  const compact = region.area >= leastFill * region.box[2] * region.box[3];
  const isCut = compact && objectness >= clearThing && region.area < mostCut * width * height;
  return !isCut && stuffProbability(forest, region) > mostStuff;
}

/** The whole that holds `region`, nothing for a new whole, or that it crosses what was taken before. */
function placeAmong({ nodes }: RegionForest, things: readonly Thing[], region: Region): number | undefined | 'crosses' {
  let whole: number | undefined;
  for (const [i, thing] of things.entries()) {
    const common = commonArea(thing.region.leaves, region.leaves, nodes.area);
    if (common > 0.9 * region.area && thing.partOf === undefined) whole = i;
    else if (common > 0.1 * Math.min(region.area, thing.region.area)) return 'crosses';
  }
  return whole;
}
