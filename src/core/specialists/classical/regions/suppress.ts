import type { Region } from './region.ts';

/**
 * Non-maximum suppression on leaf sets: takes regions in the given order, leaves out those whose IoU with one
 * already taken is above `mostIou`, stops at `limit`.
 */
export function suppress(
  regions: readonly Region[],
  leafArea: Float64Array,
  { mostIou, limit }: { mostIou: number; limit: number },
): Region[] {
  const kept: Region[] = [];
  const owners = new Map<number, number[]>();
  for (const region of regions) {
    if (kept.length >= limit) break;
    const common = commonAreas(region, leafArea, owners, kept.length);
    if (kept.some((other, i) => common[i]! > mostIou * (other.area + region.area - common[i]!))) continue;
    for (const leaf of region.leaves) {
      const list = owners.get(leaf);
      if (list === undefined) owners.set(leaf, [kept.length]);
      else list.push(kept.length);
    }
    kept.push(region);
  }
  return kept;
}

/** Area that `region` shares with each region taken so far. */
function commonAreas(
  region: Region,
  leafArea: Float64Array,
  owners: ReadonlyMap<number, readonly number[]>,
  taken: number,
): Float64Array {
  const common = new Float64Array(taken);
  for (const leaf of region.leaves) for (const i of owners.get(leaf) ?? []) common[i]! += leafArea[leaf]!;
  return common;
}
