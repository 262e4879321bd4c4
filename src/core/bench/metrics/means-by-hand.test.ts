import { describe, expect, it } from 'vitest';
import { InputError } from '../../base/errors.ts';
import {
  bootstrapInterval,
  cellMeans,
  meanOfKnown,
  percentile,
  quarterBounds,
  seriesStatistics,
  statisticsBetween,
} from './index.ts';

describe('the statistics of a series', () => {
  it('are the mean, the share above 0.5, and the first quarter less the last', () => {
    // Nine frames: quarters that share their ends, 0..2 and 6..8.
    const { mean, recall, decay } = seriesStatistics([1, 0.875, 0.75, 0.625, 0.5, 0.5, 0.25, 0.25, 0.25]);
    expect(mean).toBeCloseTo(5 / 9, 12);
    expect(recall).toBe(4 / 9);
    expect(decay).toBe(0.875 - 0.25);
  });

  it('leave a frame without a score out of the mean and below 0.5', () => {
    expect(seriesStatistics([Number.NaN, 1, 1, 1, 0.5])).toEqual({ mean: 3.5 / 4, recall: 3 / 5, decay: 0.25 });
  });

  it('are NaN without a frame', () => {
    expect(seriesStatistics([])).toEqual({ mean: Number.NaN, recall: Number.NaN, decay: Number.NaN });
  });
});

describe('the parts of series statistics', () => {
  it('quarters of 1, 5, 9 and 11 values; halves go to the even neighbour', () => {
    expect(quarterBounds(1)).toEqual([0, 0, 0, 0, 0]);
    expect(quarterBounds(5)).toEqual([0, 1, 2, 3, 4]);
    expect(quarterBounds(9)).toEqual([0, 2, 4, 6, 8]);
    // 1, 3.5, 6, 8.5, 11, each a little more (1e-10): 1, 4, 6, 9, 11, less one.
    expect(quarterBounds(11)).toEqual([0, 3, 5, 8, 10]);
  });

  it('a mean that knows nothing of NaN', () => {
    expect(meanOfKnown([1, Number.NaN, 3])).toBe(2);
    expect(meanOfKnown([Number.NaN])).toBeNaN();
  });

  it('decay between bounds that are given; an empty quarter has none', () => {
    expect(statisticsBetween([1, 0.5, 0.25, 0], [0, 1, 2, 2, 3])).toEqual({
      mean: 1.75 / 4,
      recall: 1 / 4,
      decay: 0.75 - 0.125,
    });
    expect(statisticsBetween([1, 1], [0, 1, 1, 1, 0]).decay).toBeNaN();
  });
});

describe('a percentile', () => {
  it('is the value at its rank, whatever the order', () => {
    const values = [7, 1, 3, 10, 5, 2, 4, 8, 6, 9];
    expect([0, 0.1, 0.11, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([1, 1, 2, 5, 10, 10]);
    expect(percentile([4], 0.95)).toBe(4);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('means by cell', () => {
  it('stand by kind as it first appears and by rising level, with what could not be scored', () => {
    const cells = cellMeans([
      { kind: 'spatial', level: 2, score: 0.5 },
      { kind: 'semantic', level: 1, score: 1 },
      { kind: 'spatial', level: 1, score: 0.25 },
      { kind: 'spatial', level: 1, score: null },
      { kind: 'spatial', level: 1, score: 0.75 },
      { kind: 'semantic', level: 3, score: null },
    ]);
    expect(cells).toEqual([
      { kind: 'spatial', level: 1, mean: 0.5, scored: 2, unscored: 1 },
      { kind: 'spatial', level: 2, mean: 0.5, scored: 1, unscored: 0 },
      { kind: 'semantic', level: 1, mean: 1, scored: 1, unscored: 0 },
      { kind: 'semantic', level: 3, mean: Number.NaN, scored: 0, unscored: 1 },
    ]);
    expect(cellMeans([])).toEqual([]);
  });
});

describe('the interval of a mean', () => {
  it('is a point where all scores are alike, and spans the clusters where there are two', () => {
    expect(bootstrapInterval([[0.5], [0.5, 0.5]])).toEqual({ low: 0.5, high: 0.5 });
    // Of two clusters, a quarter of the draws takes the first twice, a quarter the second twice.
    expect(bootstrapInterval([[0], [1]])).toEqual({ low: 0, high: 1 });
    expect(bootstrapInterval([[0], [1]], { level: 0.2 })).toEqual({ low: 0.5, high: 0.5 });
  });

  it('draws clusters whole: four scores weigh four times one', () => {
    // Means of two draws: 0 and 0, 4/5 either way, 1 and 1; the middle half of the draws is the mixed one.
    expect(bootstrapInterval([[0], [1, 1, 1, 1]], { level: 0.2 })).toEqual({ low: 0.8, high: 0.8 });
  });

  it('comes near to 1.96 standard errors of many scores', () => {
    const scores = Array.from({ length: 400 }, (_, i) => [i % 2]);
    // The mean is 0.5, its standard error 0.5 / 20.
    const { low, high } = bootstrapInterval(scores, { draws: 4000, seed: 3 });
    expect(low).toBeCloseTo(0.5 - 1.96 * 0.025, 2);
    expect(high).toBeCloseTo(0.5 + 1.96 * 0.025, 2);
  });

  it('needs a score and a level', () => {
    expect(() => bootstrapInterval([[], []])).toThrow(InputError);
    for (const level of [0, 1, Number.NaN]) expect(() => bootstrapInterval([[1]], { level })).toThrow(InputError);
  });
});
