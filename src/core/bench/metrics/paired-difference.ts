import { InputError } from '../../base/errors.ts';
import { seededRandom } from '../../base/random.ts';
import { type BootstrapOptions, bootstrapInterval } from './bootstrap-interval.ts';

/** How two systems differ on the same samples. */
export interface PairedDifference {
  /** Mean over samples of the differences. */
  readonly mean: number;
  /** Bootstrap interval of that mean over whole clusters (`bootstrapInterval`). */
  readonly low: number;
  readonly high: number;
  /** Two-sided p-value of the paired permutation test, 0..1: small where chance alone seldom makes such a difference. */
  readonly p: number;
  readonly samples: number;
  readonly clusters: number;
}

/**
 * Mean of paired differences with its interval and p-value. Differences come in clusters, since the queries of one video
 * are not independent of each other: a cluster is drawn, or turned round, as a whole.
 *
 * The p-value is that of Fisher's paired permutation test (The Design of Experiments, 1935, sections 21 and 21.1): were the
 * systems alike, each cluster's differences might as well have had the other sign. All 2^n signs are tried where these
 * are no more than `turns`; else as many are drawn and p = (1 + as extreme) / (1 + drawn) (Phipson and Smyth 2010).
 * @throws InputError without a difference
 */
export function pairedDifference(
  clusters: readonly (readonly number[])[],
  { turns = 9999, ...options }: BootstrapOptions & { readonly turns?: number } = {},
): PairedDifference {
  const filled = clusters.filter((cluster) => cluster.length > 0);
  if (filled.length === 0) throw new InputError('a comparison needs at least one sample that both have');
  const sums = Float64Array.from(filled, (cluster) => cluster.reduce((sum, value) => sum + value, 0));
  const samples = filled.reduce((count, cluster) => count + cluster.length, 0);
  return {
    mean: total(sums) / samples,
    ...bootstrapInterval(filled, options),
    p: permutationP(sums, turns, options.seed ?? 0),
    samples,
    clusters: filled.length,
  };
}

function permutationP(sums: Float64Array, turns: number, seed: number): number {
  // Sums of the same numbers in another order may differ in their last bits: these count as alike.
  const found = Math.abs(total(sums)) - 1e-9 * sums.reduce((sum, value) => sum + Math.abs(value), 0);
  const all = 2 ** sums.length;
  if (all <= turns) {
    let extreme = 0;
    for (let signs = 0; signs < all; signs++) if (turnedSum(sums, (i) => ((signs >> i) & 1) === 1) >= found) extreme++;
    return extreme / all;
  }
  const random = seededRandom(seed);
  let extreme = 0;
  for (let i = 0; i < turns; i++) if (turnedSum(sums, () => random.next() < 0.5) >= found) extreme++;
  return (1 + extreme) / (1 + turns);
}

function turnedSum(sums: Float64Array, turned: (i: number) => boolean): number {
  let sum = 0;
  for (let i = 0; i < sums.length; i++) sum += turned(i) ? -sums[i]! : sums[i]!;
  return Math.abs(sum);
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
