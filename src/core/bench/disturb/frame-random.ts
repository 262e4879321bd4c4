import { type Random, seededRandom } from '../../base/random.ts';

/** One number a kind of disturbance, so that what one draws does not depend on another. */
export const disturbances = { occlude: 1, noise: 2, shake: 3, drop: 4 } as const;

/** Numbers of one frame of one stream: the same whatever was drawn before. */
export function frameRandom(seed: number, kind: keyof typeof disturbances, index: number): Random {
  const mixed = Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b);
  return seededRandom(mixed + Math.imul(disturbances[kind], 0x27d4eb2f));
}
