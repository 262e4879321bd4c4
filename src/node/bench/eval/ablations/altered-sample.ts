import { shakeMask, shakeOf, unknownAfter } from '../../../../core/bench/disturb/index.ts';
import { unionAll } from '../../../../core/masks/index.ts';
import type { FrameTruth, Sample } from '../../datasets/index.ts';
import type { CombinedChanges } from './combine.ts';

/** The sample with the truth of the pictures as they are seen: frames that exist, shifted where these are. */
export function alteredSample(sample: Sample, { every = 1, shakePx }: CombinedChanges, seed: number): Sample {
  const { truth } = sample;
  if (truth === null || (every === 1 && shakePx === undefined)) return sample;
  return {
    ...sample,
    truth: {
      frames: truth.frames.filter((frame) => frame % every === 0).map((frame) => frame / every),
      read: async (frame) => {
        const read = await truth.read(frame * every);
        return shakePx === undefined ? read : shakenTruth(read, shakePx, seed, frame);
      },
    },
  };
}

/** What came in at the border counts for nobody: nobody knows what is there. */
function shakenTruth(truth: FrameTruth, most: number, seed: number, frame: number): FrameTruth {
  const shift = shakeOf(most, seed, frame);
  const { mask, ignored, parts, foreground } = truth;
  const unknown = unknownAfter(shift, mask.size);
  return {
    mask: shakeMask(mask, shift),
    ignored: ignored === undefined ? unknown : unionAll([shakeMask(ignored, shift), unknown]),
    ...(parts && { parts: parts.map((part) => shakeMask(part, shift)) }),
    ...(foreground && { foreground: shakeMask(foreground, shift) }),
  };
}
