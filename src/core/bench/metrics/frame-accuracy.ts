import { intersectionArea, type Mask } from '../../masks/index.ts';

/** A of one frame (ReVOS): share of all pixels, background too, on which prediction and truth agree. @throws MaskError when the sizes differ */
export function frameAccuracy(gt: Mask, pred: Mask): number {
  const [h, w] = gt.size;
  const wrong = gt.area + pred.area - 2 * intersectionArea(gt, pred);
  return h * w === 0 ? 1 : 1 - wrong / (h * w);
}
