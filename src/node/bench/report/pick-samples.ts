import type { EvaluatedSample } from './contract.ts';

/**
 * The best and the worst by J, at most `most` of the better and of the worse half; equal ones in the order of the data
 * set. Among the better half, answers of something come before answers of nothing, which have nothing to show.
 */
export function bestAndWorst(
  samples: readonly EvaluatedSample[],
  most: number,
): { best: EvaluatedSample[]; worst: EvaluatedSample[] } {
  const falling = samples
    .filter(({ result }) => result.j !== null)
    .sort((a, b) => b.result.j! - a.result.j! || a.index - b.index);
  const half = Math.ceil(falling.length / 2);
  const better = falling.slice(0, half).sort((a, b) => shows(b) - shows(a));
  const worse = falling.slice(half).sort((a, b) => a.result.j! - b.result.j! || a.index - b.index);
  return { best: better.slice(0, most), worst: worse.slice(0, most) };
}

const shows = ({ result }: EvaluatedSample) => (result.withObjects > 0 ? 1 : 0);
