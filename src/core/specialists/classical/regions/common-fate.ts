import type { Point } from '../../../base/index.ts';
import type { Continued } from './continued-regions.ts';
import type { Region } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import { summedUnion } from './summed-union.ts';

/** Slower than this share of the picture's long side a second is no motion to judge by. */
const leastSpeed = 0.03;
/** Two velocities that differ by less than this share of the faster one are the same motion. */
const mostApart = 0.3;

/** Looks in a row at which neighbours must have moved alike to be one: a single measurement may be of another's edge. */
const leastLooks = 2;

/**
 * Neighbouring regions that move alike, joined: Wertheimer's law of common fate. What looks like three things
 * in one picture (a ball's halves and the stripe between them) is one when it rolls. A hand's shadow that sweeps over
 * the wall beside a bottle, its outline moving for a moment as the bottle does, is not.
 */
export class CommonFates {
  /** By the two tracks, at how many looks in a row they have moved alike. */
  #looks = new Map<string, number>();

  /** Call once at each look, in order. */
  join(forest: RegionForest, kept: readonly Continued[]): readonly Continued[] {
    const movers = kept.filter(({ velocity }) => isMoving(velocity, forest));
    const groups = movers.map((_, i) => i);
    for (const [i, j] of this.#friends(forest, movers)) rename(groups, groups[i]!, groups[j]!);
    return [...new Set(groups)].flatMap((group) =>
      union(
        forest,
        movers.filter((_, i) => groups[i] === group),
      ),
    );
  }

  /** Pairs of neighbours that have moved alike long enough. */
  #friends(forest: RegionForest, movers: readonly Continued[]): [number, number][] {
    const looks = new Map<string, number>();
    const friends: [number, number][] = [];
    for (let i = 0; i < movers.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [movers[i]!, movers[j]!];
        if (!movesAlike(a.velocity!, b.velocity!) || !touches(forest, a.region, b.region)) continue;
        const key = a.track < b.track ? `${a.track}-${b.track}` : `${b.track}-${a.track}`;
        const count = 1 + (this.#looks.get(key) ?? 0);
        looks.set(key, count);
        if (count >= leastLooks) friends.push([i, j]);
      }
    }
    this.#looks = looks;
    return friends;
  }
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
  const { track, velocity } = members[0]!;
  return [{ track, region, iou: 1, velocity: velocity!, joined: true }];
}
