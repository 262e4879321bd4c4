import { seededRandom } from '../../base/random.ts';
import type { PictureChange, PictureStream } from './contract.ts';
import { frameRandom } from './frame-random.ts';

/** Normal deviates to choose from: drawing them anew for each value would take most of the time of a frame. */
const tableSize = 1 << 16;

/** Adds normal noise of standard deviation `sd` (grey levels, 0..255) to each value, other noise in each frame. */
export function greyNoise(sd: number, { seed }: PictureStream): PictureChange {
  const random = seededRandom(seed);
  const table = Float32Array.from({ length: tableSize }, () => sd * random.normal());
  return (data, { index }) => {
    const { next } = frameRandom(seed, 'noise', index);
    for (let i = 0; i < data.length; i++) {
      const value = data[i]! + table[(next() * tableSize) | 0]!;
      data[i] = value <= 0 ? 0 : value >= 255 ? 255 : value + 0.5;
    }
  };
}
