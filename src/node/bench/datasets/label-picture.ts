import type { LabelFrame } from '../../../core/bench/index.ts';
import { type Mask, maskFromBitmap } from '../../../core/masks/index.ts';
import { readIndexedPng } from '../../media/index.ts';

/** A palette or grey PNG as labels. @throws InputError when it cannot be read */
export async function readLabelFrame(path: string): Promise<LabelFrame> {
  const { labels, width, height } = await readIndexedPng(path);
  return { labels, size: [height, width] };
}

/** Pixels of such a PNG that are not 0. @throws InputError when it cannot be read */
export async function claimedMask(path: string): Promise<Mask> {
  const { labels, size } = await readLabelFrame(path);
  return maskFromBitmap(labels, size);
}
