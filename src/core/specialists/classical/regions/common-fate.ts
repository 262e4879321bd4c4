import type { Point } from '../../../base/index.ts';
import type { Continued } from './continued-regions.ts';
import type { Region } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import { summedUnion } from './summed-union.ts';

/** Slower than this share of the picture's long side a second is no motion to judge by. */
const leastSpeed = 0.03;
/** Two velocities that differ by less than this share of the faster one are the same motion. */
const mostApart = 0.3;

/**
 * Neighbouring regions that move alike, joined: Wertheimer's law of common fate. What looks like three things
 * in one picture (a ball's halves and the stripe between them) is one when it rolls.
 */
export function joinCommonFates(forest: RegionForest, kept: readonly Continued[]): readonly Continued[] {
  const movers = kept.filter(({ velocity }) => isMoving(velocity, forest));
  const groups = movers.map((_, i) => i);
  for (let i = 0; i < movers.length; i++) {
    for (let j = 0; j < i; j++) {
      if (groups[i] === groups[j] || !movesAlike(movers[i]!.velocity!, movers[j]!.velocity!)) continue;
      if (touches(forest, movers[i]!.region, movers[j]!.region)) rename(groups, groups[i]!, groups[j]!);
    }
  }
  return [...new Set(groups)].flatMap((group) =>
    union(
      forest,
      movers.filter((_, i) => groups[i] === group),
    ),
  );
}

/** Velocities are in source pixels; the picture's working size stands for its source well enough here. */
function isMoving(velocity: Point | undefined, { image }: RegionForest): boolean {
  return (
    velocity !== undefined && Math.hypot(velocity[0], velocity[1]) > leastSpeed * Math.max(image.width, image.height)
  );
}

function movesAlike(a: Point, b: Point): boolean {
  const faster = Math.max(Math.hypot(a[0], a[1]), Math.hypot(b[0], b[1]));
  return Math.hypot(a[0] - b[0], a[1] - b[1]) < mostApart * faster;
}

function touches({ neighbours }: RegionForest, a: Region, b: Region): boolean {
  const members = new Set(b.leaves);
  for (const p of a.leaves) {
    if (members.has(p)) return true;
    for (let k = neighbours.starts[p]!; k < neighbours.starts[p + 1]!; k++)
      if (members.has(neighbours.leaf[k]!)) return true;
  }
  return false;
}

function rename(groups: number[], from: number, to: number): void {
  for (let i = 0; i < groups.length; i++) if (groups[i] === from) groups[i] = to;
}

/** The members together; nothing for a single one, or where one of them is nearly all of it. */
function union(forest: RegionForest, members: readonly Continued[]): Continued[] {
  if (members.length < 2) return [];
  const leaves = [...new Set(members.flatMap(({ region }) => [...region.leaves]))].sort((a, b) => a - b);
  const region = summedUnion(forest, Int32Array.from(leaves));
  if (members.some((member) => member.region.area > 0.9 * region.area)) return [];
  return [{ region, iou: 1, velocity: members[0]!.velocity!, joined: true }];
}
