import { describe, expect, it } from 'vitest';
import { InputError, MaskError } from '../../base/errors.ts';
import { emptyMask, fullMask, maskFromText } from '../../masks/index.ts';
import {
  bootstrapInterval,
  boundaryF,
  boundaryRadius,
  cellMeans,
  ciou,
  giou,
  iouCounts,
  jAndF,
  meanOfKnown,
  noTargetAccuracy,
  quarterBounds,
  regionSimilarity,
  statisticsBetween,
} from './index.ts';

const gt = maskFromText(`
  ##..
  ##..`);
/** Shares three pixels with `gt`, and the union has six. */
const pred = maskFromText(`
  ###.
  .##.`);
const none = emptyMask(gt.size);

describe('J of a frame', () => {
  it('is intersection over union', () => {
    expect(regionSimilarity(gt, pred)).toBe(3 / 6);
    expect(regionSimilarity(gt, none)).toBe(0);
    expect(regionSimilarity(none, none)).toBe(1);
  });

  it('leaves out void pixels on both sides', () => {
    expect(regionSimilarity(gt, pred, maskFromText('..#.\n..#.'))).toBe(3 / 4);
    expect(regionSimilarity(gt, pred, fullMask(gt.size))).toBe(1);
  });
});

describe('F of a frame', () => {
  // The truth's boundary: (2,2) (3,2) (4,2) (2,3) (4,3) (2,4) (3,4) (4,4); the one of a mask two columns to the right is
  // two columns to the right. Three of the eight pixels coincide (column 4), five lie within one pixel.
  const square = maskFromText(`
    .........
    .........
    .........
    ...##....
    ...##....
    .........`);
  const moved = maskFromText(`
    .........
    .........
    .........
    .....##..
    .....##..
    .........`);

  it('is the harmonic mean of precision and recall of the boundaries', () => {
    expect(boundaryF(square, moved, { boundTh: 1 })).toBe(5 / 8);
    expect(boundaryF(square, moved, { boundTh: 2 })).toBe(1);
    expect(boundaryF(square, emptyMask(square.size))).toBe(0);
    expect(jAndF(square, moved, { boundTh: 1 })).toEqual({ j: 0, f: 5 / 8, jf: 5 / 16 });
  });

  it('forgives 0.8 % of the diagonal, rounded up, or so many pixels', () => {
    // Diagonals of 979.7, 1028.9, 1248 and 1468.6 pixels.
    expect([854, 910, 1152].map((w) => boundaryRadius([480, w]))).toEqual([8, 9, 10]);
    expect(boundaryRadius([720, 1280])).toBe(12);
    expect(boundaryRadius([480, 854], 3)).toBe(3);
  });
});

describe('gIoU and cIoU', () => {
  const pairs = [
    { intersection: 1, union: 2 },
    { intersection: 0, union: 0 },
    { intersection: 3, union: 12 },
  ];

  it('count a pair, void pixels left out', () => {
    expect(iouCounts(gt, pred)).toEqual({ intersection: 3, union: 6 });
    expect(iouCounts(gt, pred, maskFromText('#.#.\n....'))).toEqual({ intersection: 2, union: 4 });
    expect(() => iouCounts(gt, emptyMask([4, 2]))).toThrow(MaskError);
  });

  it('are the mean of ratios and the ratio of sums', () => {
    expect(giou(pairs)).toBeCloseTo((1 / 2 + 1 + 1 / 4) / 3, 15);
    expect(ciou(pairs)).toBe(4 / 14);
  });

  it('are 1 where all is empty and NaN without pairs', () => {
    expect([giou(pairs.slice(1, 2)), ciou(pairs.slice(1, 2))]).toEqual([1, 1]);
    expect([giou([]), ciou([])]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('N-acc.', () => {
  it('is the share of the empty truths that are answered with nothing', () => {
    const samples = [
      { gt: none, pred: none },
      { gt: none, pred },
      { gt: none, pred: none },
      { gt, pred: none },
    ];
    expect(noTargetAccuracy(samples)).toEqual({ accuracy: 2 / 3, samples: 3 });
    expect(noTargetAccuracy([{ gt, pred }])).toEqual({ accuracy: Number.NaN, samples: 0 });
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
