import { intersectionArea, type Mask, requireSameSize } from '../../masks/index.ts';

/**
 * R of one frame (ReVOS): how little is claimed that is not meant, 1 - false pixels / pixels of all things that any
 * query of the video means, at least 0. Where there is nothing to mean, 1 for an empty prediction and 0 for any other.
 * @param foreground pixels of all things that some query of the video means, in this frame
 * @throws MaskError when the sizes differ
 */
export function robustness(gt: Mask, pred: Mask, foreground: Mask): number {
  requireSameSize(gt, foreground);
  const wrong = pred.area - intersectionArea(gt, pred);
  if (wrong === 0) return 1;
  return foreground.area === 0 ? 0 : Math.max(0, 1 - wrong / foreground.area);
}
