import { intersectionArea, type Mask, subtractMask } from '../../masks/index.ts';

/**
 * J of one frame (DAVIS 2017): intersection over union, 1 when both are empty.
 * @param ignored pixels that count for neither mask
 * @throws MaskError when the sizes differ
 */
export function regionSimilarity(gt: Mask, pred: Mask, ignored?: Mask): number {
  const truth = ignored === undefined ? gt : subtractMask(gt, ignored);
  const guess = ignored === undefined ? pred : subtractMask(pred, ignored);
  const common = intersectionArea(truth, guess);
  const either = truth.area + guess.area - common;
  return either === 0 ? 1 : common / either;
}
