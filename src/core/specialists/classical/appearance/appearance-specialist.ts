import { throwIfAborted } from '../../../base/abort.ts';
import type { Specialist } from '../../contract.ts';
import { describeRegion } from './describe-region.ts';
import { RegionSampler } from './region-samples.ts';

/** Colour names, shape and texture words, brightness and an appearance vector of given regions. */
export function appearanceSpecialist(): Specialist {
  return {
    id: 'appearance',
    summary: 'Says how regions look: colour names, shape and texture words, and a vector to know them again by.',
    provides: ['appearance'],
    needs: ['masks'],
    cost: { msPerFrame: 0, msPerRegion: 0.25 },
    cannot: [
      'tell a dark thing from a thing in the dark',
      'see the shape of what is partly hidden',
      'see curved or wrinkled stripes',
      'tell white print from glare',
      'see whether a thing is transparent',
    ],
    load: async () => {},
    open: () => {
      const sampler = new RegionSampler();
      return {
        run: async (frame, { regions }, signal) => {
          throwIfAborted(signal);
          return { appearance: regions.map(({ mask }) => describeRegion(frame, mask, sampler)) };
        },
        close: () => {},
      };
    },
    dispose: async () => {},
  };
}
