import { intersectionArea, type Mask, requireSameSize, subtractMask } from '../../masks/index.ts';

/** Intersection and union of one pair of masks, px. */
export interface IouCounts {
  readonly intersection: number;
  readonly union: number;
}

/**
 * Counts one pair. @param ignored pixels that count for neither mask
 * @throws MaskError when the sizes differ
 */
export function iouCounts(gt: Mask, pred: Mask, ignored?: Mask): IouCounts {
  requireSameSize(gt, pred);
  const truth = ignored === undefined ? gt : subtractMask(gt, ignored);
  const guess = ignored === undefined ? pred : subtractMask(pred, ignored);
  const intersection = intersectionArea(truth, guess);
  return { intersection, union: truth.area + guess.area - intersection };
}

/** gIoU, the mean of the pairs' IoU, where two empty masks count 1 (Lai et al. 2024, LISA); NaN without pairs. */
export function giou(pairs: readonly IouCounts[]): number {
  return (
    pairs.reduce((sum, { intersection, union }) => sum + (union === 0 ? 1 : intersection / union), 0) / pairs.length
  );
}

/** cIoU, the sum of intersections over the sum of unions: large things weigh more; 1 when all is empty, NaN without pairs. */
export function ciou(pairs: readonly IouCounts[]): number {
  if (pairs.length === 0) return Number.NaN;
  const sum = (key: keyof IouCounts) => pairs.reduce((total, pair) => total + pair[key], 0);
  return sum('union') === 0 ? 1 : sum('intersection') / sum('union');
}
