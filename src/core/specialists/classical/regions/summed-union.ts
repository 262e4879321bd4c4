import { joinRows } from './node-table.ts';
import { type Region, regionOf, regionOfLeaves } from './region.ts';
import type { RegionForest } from './region-forest.ts';

/** A union of leaves with its sums in a spare row, so that it can be judged like a node; without where none is left. */
export function summedUnion(forest: RegionForest, leaves: Int32Array): Region {
  if (leaves.length === 1) return regionOf(forest, leaves[0]!);
  const region = regionOfLeaves(forest, leaves);
  const { spare } = forest;
  if (spare.next === spare.end || leaves.length === 0) return region;
  const row = spare.next++;
  sumLeaves(forest, leaves, row);
  return { ...region, sums: row };
}

/** The outline is that to other leaves; strength and surround of a union are not known. */
function sumLeaves({ nodes, neighbours }: RegionForest, leaves: Int32Array, row: number): void {
  const inside = new Set(leaves);
  let perimeter = 0;
  joinRows(nodes, leaves[0]!, leaves[1]!, row);
  for (let i = 2; i < leaves.length; i++) joinRows(nodes, row, leaves[i]!, row);
  for (const p of leaves) {
    for (let k = neighbours.starts[p]!; k < neighbours.starts[p + 1]!; k++) {
      if (!inside.has(neighbours.leaf[k]!)) perimeter += neighbours.length[k]!;
    }
  }
  nodes.perimeter[row] = perimeter;
}
