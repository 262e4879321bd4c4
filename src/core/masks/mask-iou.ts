import type { Mask } from './mask.ts';
import { intersectionArea } from './overlap.ts';

/**
 * Intersection over union of two masks, as pycocotools: 0 when the boxes do not meet, so 0 for two empty masks
 * (`regionSimilarity` gives 1 there).
 * @param options.crowd divide by the area of `a` alone, for a `b` that marks a crowd
 * @throws MaskError when the sizes differ (pycocotools gives -1 or 0)
 */
export function maskIou(a: Mask, b: Mask, { crowd = false }: { crowd?: boolean } = {}): number {
  const common = intersectionArea(a, b);
  if (common === 0) return 0;
  return common / (crowd ? a.area : a.area + b.area - common);
}

/**
 * `matrix[d][g]` = IoU of each pair; `crowd[g]` makes column g divide by the area of `dt[d]`.
 * @throws MaskError when the sizes differ
 */
export function iouMatrix(dt: readonly Mask[], gt: readonly Mask[], crowd?: readonly boolean[]): Float64Array[] {
  return dt.map((d) => Float64Array.from(gt, (g, i) => maskIou(d, g, { crowd: crowd?.[i] ?? false })));
}
