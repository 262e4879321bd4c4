import type { Mask } from '../../masks/index.ts';

/**
 * Share of the samples with an empty truth that are answered with nothing (N-acc., Liu et al. 2023, GRES), and how many
 * such samples there are; the share is NaN where there is none.
 */
export function noTargetAccuracy(samples: readonly { readonly gt: Mask; readonly pred: Mask }[]): {
  accuracy: number;
  samples: number;
} {
  const empty = samples.filter(({ gt }) => gt.isEmpty);
  return { accuracy: empty.filter(({ pred }) => pred.isEmpty).length / empty.length, samples: empty.length };
}
