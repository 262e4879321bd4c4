import type { Region } from './region.ts';
import type { RegionForest } from './region-forest.ts';

/**
 * How much a region looks like a thing and not like background, as a logarithm (0 at best): backgrounds run out of
 * the picture, so the share of the outline that lies on its border counts against it, and so does sheer size.
 */
export function thingLog({ nodes, image }: RegionForest, row: number): number {
  return logOf(nodes.edge[row]!, nodes.perimeter[row]!, nodes.area[row]! / (image.width * image.height));
}

/** Probability that a region is background (sky, wall, floor), from the same cues. */
export function stuffProbability({ nodes, image, neighbours }: RegionForest, { leaves, area }: Region): number {
  const inside = new Set(leaves);
  let edge = 0;
  let perimeter = 0;
  for (const p of leaves) {
    edge += nodes.edge[p]!;
    for (let k = neighbours.starts[p]!; k < neighbours.starts[p + 1]!; k++) {
      if (!inside.has(neighbours.leaf[k]!)) perimeter += neighbours.length[k]!;
    }
  }
  return 1 - Math.exp(logOf(edge, perimeter, area / (image.width * image.height)));
}

function logOf(edge: number, perimeter: number, size: number): number {
  return -6 * Math.max(0, edge / (edge + perimeter) - 0.08) - 2 * Math.max(0, size - 0.3);
}
