import { InputError } from '../../base/errors.ts';
import { seededRandom } from '../../base/random.ts';

/** How an interval is drawn. */
export interface BootstrapOptions {
  /** Share of the draws that lie inside. @default 0.95 */
  readonly level?: number;
  /** @default 1000 */
  readonly draws?: number;
  /** Same seed, same interval. @default 0 */
  readonly seed?: number;
}

/**
 * Percentile bootstrap interval of a mean (Efron 1979). Scores come in clusters that are drawn as a whole, since the
 * queries of one video are not independent of each other; give clusters of one for independent scores.
 * @throws InputError without a score, or for a level outside 0..1
 */
export function bootstrapInterval(
  clusters: readonly (readonly number[])[],
  { level = 0.95, draws = 1000, seed = 0 }: BootstrapOptions = {},
): { low: number; high: number } {
  const filled = clusters.filter((cluster) => cluster.length > 0);
  if (filled.length === 0) throw new InputError('an interval needs at least one score');
  if (!(level > 0 && level < 1)) throw new InputError(`an interval has a level between 0 and 1, not ${level}`);
  const random = seededRandom(seed);
  const sums = Float64Array.from(filled, (cluster) => cluster.reduce((sum, score) => sum + score, 0));
  const means = Float64Array.from({ length: draws }, () => {
    let [sum, count] = [0, 0];
    for (let i = 0; i < filled.length; i++) {
      const chosen = random.int(0, filled.length - 1);
      sum += sums[chosen]!;
      count += filled[chosen]!.length;
    }
    return sum / count;
  }).sort();
  const at = (share: number) => means[Math.round(share * (draws - 1))]!;
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}
