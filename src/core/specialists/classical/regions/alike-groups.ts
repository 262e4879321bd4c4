import { boxArea, boxIntersection } from '../../../base/index.ts';
import { boxHeight, boxWidth, centerX, labGap, meanLab } from './node-features.ts';
import type { Region } from './region.ts';
import type { RegionForest } from './region-forest.ts';

/** Several alike things. */
export interface AlikeGroup {
  readonly members: readonly Region[];
  readonly score: number;
}

/**
 * The best group of alike, separate regions side by side: for each region as a seed, others are added while they
 * look alike (mean Lab, width, height) and stand at about the same height. `logScores` are those of `regions`.
 */
export function bestAlikeGroup(
  forest: RegionForest,
  regions: readonly Region[],
  logScores: readonly number[],
): AlikeGroup | null {
  let best: AlikeGroup | null = null;
  const worth = regions.map((region, i) => worthOf(forest, region, logScores[i]!));
  for (let seed = 0; seed < regions.length; seed++) {
    const group = groupAround(forest, regions, worth, seed);
    if (group !== null && (best === null || group.score > best.score)) best = group;
  }
  return best;
}

/** Likeness below this does not make two things "the same sort". */
const leastAlike = 0.35;

function groupAround(
  forest: RegionForest,
  regions: readonly Region[],
  worth: readonly number[],
  seed: number,
): AlikeGroup | null {
  const members = [regions[seed]!];
  // likeness to the nearest member: rows change gradually, by light and distance
  const alike = regions.map((region) => alikeness(forest, regions[seed]!.row, region.row));
  let score = worth[seed]!;
  for (let i = nextMember(regions, members, worth, alike); i >= 0; i = nextMember(regions, members, worth, alike)) {
    const added = regions[i]!;
    members.push(added);
    score += worth[i]! * alike[i]!;
    for (const [k, region] of regions.entries()) {
      if (alike[k]! > 0.05) alike[k] = Math.max(alike[k]!, alikeness(forest, added.row, region.row));
    }
  }
  return members.length > 1 ? { members, score } : null;
}

/** The best region that is alike and apart from the members, or -1. */
function nextMember(
  regions: readonly Region[],
  members: readonly Region[],
  worth: readonly number[],
  alike: readonly number[],
): number {
  let best = -1;
  for (const [i, region] of regions.entries()) {
    if (alike[i]! < leastAlike || (best >= 0 && worth[i]! * alike[i]! <= worth[best]! * alike[best]!)) continue;
    if (!members.some((m) => overlaps(m, region))) best = i;
  }
  return best;
}

/** Of groups within one another (the bottles, their labels) the one of larger things is meant. */
function worthOf(forest: RegionForest, region: Region, logScore: number): number {
  return Math.exp(logScore * 1) * (region.area / (forest.image.width * forest.image.height)) ** 0.35;
}

/** 0..1: 1 for the same colour, size and height in the picture. */
function alikeness({ nodes }: RegionForest, a: number, b: number): number {
  const height = Math.max(boxHeight(nodes, a), boxHeight(nodes, b));
  const apart =
    (labGap(meanLab(nodes, a), meanLab(nodes, b)) / 8) ** 2 +
    (Math.log(nodes.area[a]! / nodes.area[b]!) / 0.5) ** 2 +
    (Math.log(boxWidth(nodes, a) / boxWidth(nodes, b)) / 0.5) ** 2 +
    (Math.log(boxHeight(nodes, a) / boxHeight(nodes, b)) / 0.35) ** 2 +
    ((nodes.y1[a]! - nodes.y1[b]!) / (0.2 * height)) ** 2;
  return Math.exp(-0.5 * apart);
}

/** Separate things in a row have boxes that hardly overlap; what is woven into another is part of it. */
function overlaps(a: Region, b: Region): boolean {
  const common = boxIntersection(a.box, b.box);
  return common !== null && boxArea(common) > 0.2 * Math.min(boxArea(a.box), boxArea(b.box));
}

/** From left to right by centre. */
export function leftToRight(forest: RegionForest, regions: readonly Region[]): Region[] {
  return [...regions].sort((a, b) => centerX(forest.nodes, a.row) - centerX(forest.nodes, b.row));
}
