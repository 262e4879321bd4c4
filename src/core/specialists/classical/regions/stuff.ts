import type { RegionForest } from './region-forest.ts';

/**
 * How much a region looks like a thing and not like background, as a logarithm (0 at best): backgrounds run out of
 * the picture, so the share of the outline that lies on its border counts against it.
 */
export function thingLog({ nodes, image }: RegionForest, row: number): number {
  const edge = nodes.edge[row]!;
  const onBorder = edge / (edge + nodes.perimeter[row]!);
  const size = nodes.area[row]! / (image.width * image.height);
  return -6 * Math.max(0, onBorder - 0.08) - 2 * Math.max(0, size - 0.3);
}

/** Probability that a region is background (sky, wall, floor), from the same cue. */
export function stuffProbability(forest: RegionForest, row: number): number {
  return 1 - Math.exp(thingLog(forest, row));
}
