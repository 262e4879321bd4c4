import { labGap, meanLab } from './node-features.ts';
import type { NodeTable } from './node-table.ts';

type Lab = readonly [number, number, number];

/** Three colours that sum up what lies along the picture's border (k-means over the leaves there, fixed start). */
export function borderColors(nodes: NodeTable, leaves: number): Lab[] {
  const points: { lab: Lab; weight: number }[] = [];
  for (let p = 0; p < leaves; p++)
    if (nodes.edge[p]! > 0) points.push({ lab: meanLab(nodes, p), weight: nodes.edge[p]! });
  let centers = spreadStart(points.map((p) => p.lab));
  for (let round = 0; round < 5; round++) centers = means(points, centers);
  return centers;
}

/** The darkest, the lightest and the middle one by lightness. */
function spreadStart(labs: readonly Lab[]): Lab[] {
  const sorted = [...labs].sort((p, q) => p[0] - q[0]);
  return [0, 0.5, 1].map((at) => sorted[Math.round(at * (sorted.length - 1))]!);
}

function means(points: readonly { lab: Lab; weight: number }[], centers: readonly Lab[]): Lab[] {
  const sums = centers.map(() => [0, 0, 0, 0] as [number, number, number, number]);
  for (const { lab, weight } of points) {
    const sum = sums[nearest(lab, centers)]!;
    for (const i of [0, 1, 2] as const) sum[i] += weight * lab[i];
    sum[3] += weight;
  }
  return sums.map(([l, a, b, n], i) => (n > 0 ? [l / n, a / n, b / n] : centers[i]!));
}

function nearest(lab: Lab, centers: readonly Lab[]): number {
  let best = 0;
  for (let i = 1; i < centers.length; i++) if (labGap(lab, centers[i]!) < labGap(lab, centers[best]!)) best = i;
  return best;
}
