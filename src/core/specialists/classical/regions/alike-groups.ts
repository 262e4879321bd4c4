import { boxHeight, boxWidth, centerX, centerY, labGap, meanLab } from './node-features.ts';
import type { Region } from './region.ts';
import { commonArea } from './region.ts';
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
  for (let seed = 0; seed < regions.length; seed++) {
    const group = groupAround(forest, regions, logScores, seed);
    if (group !== null && (best === null || group.score > best.score)) best = group;
  }
  return best;
}

/** Likeness below this does not make two things "the same sort". */
const leastAlike = 0.35;

function groupAround(
  forest: RegionForest,
  regions: readonly Region[],
  logScores: readonly number[],
  seed: number,
): AlikeGroup | null {
  const own = regions[seed]!;
  const others = regions
    .map((region, i) => ({ region, worth: worthOf(i, logScores) * alikeness(forest, own.row, region.row), i }))
    .filter(({ region, i }) => i !== seed && alikeness(forest, own.row, region.row) > leastAlike)
    .sort((a, b) => b.worth - a.worth);
  const members = [own];
  let score = worthOf(seed, logScores);
  for (const { region, worth } of others) {
    if (members.some((m) => overlaps(forest, m, region))) continue;
    members.push(region);
    score += worth;
  }
  return members.length > 1 ? { members, score } : null;
}

const worthOf = (i: number, logScores: readonly number[]): number => Math.exp(0.5 * logScores[i]!);

/** 0..1: 1 for the same colour, size and height in the picture. */
function alikeness(forest: RegionForest, a: number, b: number): number {
  const { nodes } = forest;
  const height = Math.max(boxHeight(nodes, a), boxHeight(nodes, b));
  const apart =
    (labGap(meanLab(nodes, a), meanLab(nodes, b)) / 12) ** 2 +
    (Math.log(boxWidth(nodes, a) / boxWidth(nodes, b)) / 0.4) ** 2 +
    (Math.log(boxHeight(nodes, a) / boxHeight(nodes, b)) / 0.3) ** 2 +
    ((centerY(nodes, a) - centerY(nodes, b)) / (0.4 * height)) ** 2;
  return Math.exp(-0.5 * apart);
}

function overlaps({ nodes }: RegionForest, a: Region, b: Region): boolean {
  const [ax, ay, aw, ah] = a.box;
  const [bx, by, bw, bh] = b.box;
  if (ax >= bx + bw || bx >= ax + aw || ay >= by + bh || by >= ay + ah) return false;
  return commonArea(a.leaves, b.leaves, nodes.area) > 0.1 * Math.min(a.area, b.area);
}

/** From left to right by centre. */
export function leftToRight(forest: RegionForest, regions: readonly Region[]): Region[] {
  return [...regions].sort((a, b) => centerX(forest.nodes, a.row) - centerX(forest.nodes, b.row));
}
