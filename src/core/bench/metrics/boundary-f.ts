import { type Mask, requireSameSize, subtractMask } from '../../masks/index.ts';
import { matchBoundaries } from './boundary-match.ts';
import { regionSimilarity } from './region-similarity.ts';

/** How boundaries are compared. */
export interface BoundaryOptions {
  /** Below 1: share of the frame's diagonal, rounded up to pixels; from 1 on: pixels. Default 0.008. */
  boundTh?: number;
  /** Pixels that count for neither mask; their border counts as boundary where it cuts a mask. */
  void?: Mask;
}

/**
 * F of one frame (DAVIS 2017): the harmonic mean of how much of each boundary lies near the other one,
 * 1 when neither mask has a boundary, 0 when only one has.
 * @throws MaskError when the sizes differ
 */
export function boundaryF(gt: Mask, pred: Mask, { boundTh = 0.008, void: ignored }: BoundaryOptions = {}): number {
  requireSameSize(gt, pred);
  const radius = boundaryRadius(gt.size, boundTh);
  const truth = ignored === undefined ? gt : subtractMask(gt, ignored);
  const guess = ignored === undefined ? pred : subtractMask(pred, ignored);
  const match = matchBoundaries(truth, guess, radius);
  if (match.truth === 0 || match.guess === 0) return match.truth === match.guess ? 1 : 0;
  const precision = match.guessNear / match.guess;
  const recall = match.truthNear / match.truth;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** J, F and their mean for one frame. @throws MaskError when the sizes differ */
export function jAndF(gt: Mask, pred: Mask, options: BoundaryOptions = {}): { j: number; f: number; jf: number } {
  const j = regionSimilarity(gt, pred, options.void);
  const f = boundaryF(gt, pred, options);
  return { j, f, jf: (j + f) / 2 };
}

/** How far boundaries may lie apart, in pixels: 8 for 480 x 854 with the default threshold. */
export function boundaryRadius([h, w]: Mask['size'], boundTh = 0.008): number {
  return boundTh >= 1 ? boundTh : Math.ceil(boundTh * Math.sqrt(h * h + w * w));
}
