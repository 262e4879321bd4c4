import { InputError } from '../../base/errors.ts';
import type { SizeHw } from '../../base/geometry.ts';
import { type Mask, maskToBitmap } from '../../masks/index.ts';

/** A frame in which each pixel counts how many masks cover it, modulo 256: what the references get by adding masks as bytes. */
export interface SummedFrame {
  readonly size: SizeHw;
  /** Row-major. */
  readonly counts: Uint8Array;
}

/** Adds masks pixel by pixel. @throws InputError when a mask has another size */
export function sumMasks(masks: readonly Mask[], size: SizeHw): SummedFrame {
  const counts = new Uint8Array(size[0] * size[1]);
  for (const mask of masks) {
    if (mask.size[0] !== size[0] || mask.size[1] !== size[1])
      throw new InputError(
        `a mask of ${mask.size.join(' x ')} pixels cannot be added to a frame of ${size.join(' x ')}`,
      );
    const bits = maskToBitmap(mask);
    for (let i = 0; i < counts.length; i++) counts[i]! += bits[i]!;
  }
  return { size, counts };
}
