import { describe, expect, it } from 'vitest';
import { MaskError } from '../../base/errors.ts';
import { emptyMask, fullMask, maskFromText, subtractMask } from '../../masks/index.ts';
import {
  boundaryF,
  boundaryRadius,
  ciou,
  frameAccuracy,
  giou,
  iouCounts,
  jAndF,
  noTargetAccuracy,
  regionSimilarity,
  robustness,
} from './index.ts';

const gt = maskFromText(`
  ##..
  ##..`);
/** Misses one pixel of `gt` and claims two others. */
const pred = maskFromText(`
  ###.
  .##.`);
const none = emptyMask(gt.size);
const all = fullMask(gt.size);

describe('A of a frame', () => {
  it('is the share of all pixels that are told right', () => {
    expect(frameAccuracy(gt, pred)).toBe(5 / 8);
    expect(frameAccuracy(gt, gt)).toBe(1);
    expect(frameAccuracy(gt, subtractMask(all, gt))).toBe(0);
    expect(frameAccuracy(none, none)).toBe(1);
  });

  it('needs masks of one size', () => expect(() => frameAccuracy(gt, emptyMask([4, 2]))).toThrow(MaskError));
});

describe('R of a frame', () => {
  it('falls with what is claimed and not meant, as a share of all that is meant', () => {
    expect(robustness(gt, pred, gt)).toBe(1 - 2 / 4);
    expect(robustness(gt, pred, all)).toBe(1 - 2 / 8);
    expect(robustness(gt, all, maskFromText('###.\n....'))).toBe(0);
  });

  it('does not ask for what is missed', () => expect(robustness(gt, none, gt)).toBe(1));

  it('is all or nothing where nothing is meant', () => {
    expect(robustness(none, none, none)).toBe(1);
    expect(robustness(none, pred, none)).toBe(0);
  });

  it('needs masks of one size', () => expect(() => robustness(gt, pred, emptyMask([4, 2]))).toThrow(MaskError));
});

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
