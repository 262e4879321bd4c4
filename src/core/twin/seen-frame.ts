import type { SoftMask } from '../masks/soft-mask.ts';
import type { Appearance, DepthMap, DepthValue, Detection, MotionObservation } from '../specialists/contract.ts';

/** What the specialists saw of one frame, as the twin takes it. */
export interface SeenFrame {
  readonly index: number;
  /** Seconds from the start; never less than in the frame before. */
  readonly time: number;
  /** Absent where no masks specialist ran: then all tracks are predicted. An empty list means "looked, saw nothing". */
  readonly detections?: readonly Detection[];
  /** Aligned with `detections`. */
  readonly appearance?: readonly (Appearance | null)[];
  /** Aligned with `detections`. */
  readonly depth?: readonly (DepthValue | null)[];
  /** Depth of each pixel, where a specialist gives it: decides what touches and what only overlaps in the picture. */
  readonly depthMap?: DepthMap;
  /** Aligned with `detections`: mask probabilities of specialists that have them. */
  readonly soft?: readonly (SoftMask | null)[];
  /** Its `regions` are aligned with `Twin.lastRegions()`. */
  readonly motion?: MotionObservation;
}
