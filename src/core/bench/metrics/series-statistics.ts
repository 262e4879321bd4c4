/** Mean, recall and decay of one object's scores over its frames (DAVIS 2016, Perazzi et al.). */
export interface SeriesStatistics {
  /** Mean over the frames that have a score. */
  readonly mean: number;
  /** Share of frames with a score above 0.5; a frame without one counts as below. */
  readonly recall: number;
  /** Mean of the first quarter less that of the last one: how much is lost on the way. */
  readonly decay: number;
}

/** Statistics of a series of scores; NaN stands for a frame without a score. An empty series gives NaN throughout. */
export function seriesStatistics(scores: readonly number[]): SeriesStatistics {
  const bounds = quarterBounds(scores.length);
  return statisticsBetween(scores, bounds);
}

/** As `seriesStatistics`, with quarters that begin and end at `bounds` (five indices; neighbours share their ends). */
export function statisticsBetween(scores: readonly number[], bounds: readonly number[]): SeriesStatistics {
  const [first, second, , fourth, last] = bounds as [number, number, number, number, number];
  return {
    mean: meanOfKnown(scores),
    recall: scores.filter((score) => score > 0.5).length / scores.length,
    decay: meanOfKnown(scores.slice(first, second + 1)) - meanOfKnown(scores.slice(fourth, last + 1)),
  };
}

/** First indices of four quarters and the last index: 1 to n in four equal steps, rounded to the even neighbour. */
export function quarterBounds(n: number): number[] {
  return [0, 1, 2, 3, 4].map((k) => roundHalfToEven(1 + ((n - 1) * k) / 4 + 1e-10) - 1);
}

/** Mean of the numbers that are none of NaN; NaN when there is none. */
export function meanOfKnown(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function roundHalfToEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}
