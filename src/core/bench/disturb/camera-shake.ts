import type { Point, SizeHw } from '../../base/geometry.ts';
import { invertMask, type Mask, maskFromBox, translateMask } from '../../masks/index.ts';
import type { PictureChange, PictureStream } from './contract.ts';
import { frameRandom } from './frame-random.ts';

/** By how much the picture of a frame is shifted: whole px, up to `most` along each axis, each frame for itself. */
export function shakeOf(most: number, seed: number, index: number): Point {
  const random = frameRandom(seed, 'shake', index);
  return [random.int(-most, most), random.int(-most, most)];
}

/** Shifts each picture; where nothing is known, the pixels of the border go on. */
export function cameraShake(most: number, { width, height, seed }: PictureStream): PictureChange {
  const before = new Uint8Array(width * height * 3);
  return (data, { index }) => {
    const [dx, dy] = shakeOf(most, seed, index);
    before.set(data);
    for (let y = 0; y < height; y++) {
      const from = within(y - dy, height) * width;
      for (let x = 0; x < width; x++) {
        const to = (y * width + x) * 3;
        const source = (from + within(x - dx, width)) * 3;
        data[to] = before[source]!;
        data[to + 1] = before[source + 1]!;
        data[to + 2] = before[source + 2]!;
      }
    }
  };
}

const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));

/** A mask of the picture as it was, in the shifted one. */
export const shakeMask = (mask: Mask, [dx, dy]: Point): Mask => translateMask(mask, dx, dy);

/** Pixels of the shifted picture that nobody took. */
export function unknownAfter([dx, dy]: Point, [height, width]: SizeHw): Mask {
  return invertMask(translateMask(maskFromBox([0, 0, width, height], [height, width]), dx, dy));
}
