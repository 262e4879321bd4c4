import { describe, expect, it } from 'vitest';
import { MaskError } from '../../base/errors.ts';
import { emptyMask, fullMask, maskFromText, subtractMask } from '../../masks/index.ts';
import { frameAccuracy, percentile, robustness, seriesStatistics } from './index.ts';

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

describe('a percentile', () => {
  it('is the value at its rank, whatever the order', () => {
    const values = [7, 1, 3, 10, 5, 2, 4, 8, 6, 9];
    expect([0, 0.1, 0.11, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([1, 1, 2, 5, 10, 10]);
    expect(percentile([4], 0.95)).toBe(4);
    expect(percentile([], 0.5)).toBeNaN();
  });
});
