import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';

/** Most pixels a mask may have: positions then fit 32 bits. */
export const maxMaskPixels = 2 ** 31;

/**
 * Checks a size from outside and returns its number of pixels.
 * @throws MaskError unless both sides are whole numbers >= 0 and h * w <= 2^31
 */
export function requireMaskSize(size: SizeHw): number {
  const [h, w] = size;
  if (size.length !== 2 || !isSide(h) || !isSide(w)) {
    throw new MaskError(`a mask size is [height, width] in whole pixels, got [${String(size)}]`);
  }
  if (h * w > maxMaskPixels) {
    throw new MaskError(`a ${h}x${w} mask (height x width) is larger than ${maxMaskPixels} pixels`, {
      remedy: 'Shrink the picture or cut it into tiles.',
    });
  }
  return h * w;
}

const isSide = (side: unknown): boolean => typeof side === 'number' && Number.isSafeInteger(side) && side >= 0;
