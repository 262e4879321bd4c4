import type { Box } from '../base/geometry.ts';

/**
 * `matrix[d][g]` = IoU of two boxes [x, y, w, h], step by step as pycocotools computes it;
 * `crowd[g]` makes column g divide by the area of `dt[d]`.
 */
export function boxIouMatrix(dt: readonly Box[], gt: readonly Box[], crowd?: readonly boolean[]): Float64Array[] {
  return dt.map((d) => Float64Array.from(gt, (g, i) => cocoBoxIou(d, g, crowd?.[i] ?? false)));
}

function cocoBoxIou(d: Box, g: Box, crowd: boolean): number {
  const w = Math.min(d[2] + d[0], g[2] + g[0]) - Math.max(d[0], g[0]);
  if (w <= 0) return 0;
  const h = Math.min(d[3] + d[1], g[3] + g[1]) - Math.max(d[1], g[1]);
  if (h <= 0) return 0;
  const common = w * h;
  const area = d[2] * d[3];
  return common / (crowd ? area : area + g[2] * g[3] - common);
}
