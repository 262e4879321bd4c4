import type { SizeHw } from '../../base/geometry.ts';
import { type Mask, masksFromLabels } from '../../masks/index.ts';

/** One annotated or predicted frame: a row-major picture of labels, 0 for background. */
export interface LabelFrame {
  readonly size: SizeHw;
  readonly labels: Uint8Array;
}

/** The label that DAVIS uses for pixels that count for nobody. */
export const voidLabel = 255;

/** Masks by label, background left out. */
export const masksOf = ({ labels, size }: LabelFrame): Map<number, Mask> => masksFromLabels(labels, size);
