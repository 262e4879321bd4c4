import { frameRandom } from './frame-random.ts';

/** Whether a frame is missing: `share` of all, each for itself; never the first. */
export function isDropped(share: number, seed: number, index: number): boolean {
  return index > 0 && frameRandom(seed, 'drop', index).next() < share;
}
