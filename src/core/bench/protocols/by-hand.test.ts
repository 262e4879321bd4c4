import { describe, expect, it } from 'vitest';
import { InputError } from '../../base/errors.ts';
import { maskFromText } from '../../masks/index.ts';
import {
  davisSemiSupervised,
  davisStatistics,
  davisTotals,
  davisUnsupervised,
  lisaScores,
  meanJAndF,
  reVosExpression,
  reVosFrame,
  reVosTotals,
  sumMasks,
} from './index.ts';

/** A frame of 1 x 4 pixels. */
const frame = (...labels: number[]) => ({ size: [1, 4] as const, labels: Uint8Array.from(labels) });
const counts = (...values: number[]) => ({ size: [1, 4] as const, counts: Uint8Array.from(values) });

describe('DAVIS 2017', () => {
  it('semi-supervised: the first and last frames are dropped, void is background, label k stands for object k', () => {
    const gt = [frame(1, 1, 2, 0), frame(1, 1, 2, 2), frame(1, 255, 2, 2), frame(1, 1, 1, 1)];
    const pred = [frame(2, 2, 2, 2), frame(1, 0, 2, 2), frame(1, 1, 0, 0), frame(0, 0, 0, 0)];
    const objects = davisSemiSupervised({ name: 'a', gt, pred });
    expect(objects.map(({ j }) => j)).toEqual([
      [1 / 2, 1 / 2],
      [1, 0],
    ]);
    expect(objects.map(({ J }) => [J.mean, J.recall])).toEqual([
      [0.5, 0],
      [0.5, 0.5],
    ]);
  });

  it('unsupervised: all frames, void counts for nobody, proposals are assigned to the objects they fit', () => {
    const gt = [frame(1, 1, 2, 2), frame(1, 255, 2, 2)];
    const pred = [frame(5, 5, 3, 3), frame(5, 5, 3, 0)];
    const objects = davisUnsupervised({ name: 'a', gt, pred });
    expect(objects.map(({ row, predLabel, gtLabel, j }) => [row, predLabel, gtLabel, j])).toEqual([
      [0, 3, 2, [1, 1 / 2]],
      [1, 5, 1, [1, 1]],
    ]);
  });

  it('refuses labels that no object has, and frames without a partner', () => {
    const gt = [frame(1, 0, 0, 0)];
    expect(() => davisSemiSupervised({ name: 'a', gt, pred: [frame(2, 0, 0, 0)] })).toThrow(/label 2/);
    expect(() => davisUnsupervised({ name: 'a', gt, pred: [frame(21, 0, 0, 0)] })).toThrow(/20/);
    expect(() => davisSemiSupervised({ name: 'a', gt, pred: [] })).toThrow(InputError);
  });

  it('totals are means over objects', () => {
    const of = (J: number, F: number) => ({
      ...{ row: 0, gtLabel: 1, predLabel: 1, j: [], f: [] },
      J: { mean: J, recall: J / 2, decay: 0 },
      F: { mean: F, recall: F / 2, decay: 0.5 },
    });
    const totals = davisTotals([of(1, 0.5), of(0.5, 0.5), of(0, 0.5)]);
    expect(totals).toEqual({
      ...{ 'J&F-Mean': 0.5, 'J-Mean': 0.5, 'J-Recall': 0.25, 'J-Decay': 0 },
      ...{ 'F-Mean': 0.5, 'F-Recall': 0.25, 'F-Decay': 0.5 },
    });
  });

  it('beyond 256 frames the last index of the last quarter wraps and decay is lost', () => {
    expect(davisStatistics(new Array(256).fill(1)).decay).toBe(0);
    expect(davisStatistics(new Array(257).fill(1)).decay).toBeNaN();
  });
});

describe('LISA', () => {
  it('adds 1e-5 to unions and to the number of masks', () => {
    const { giou, ciou } = lisaScores([
      { intersection: 1, union: 2 },
      { intersection: 0, union: 0 },
    ]);
    expect(giou).toBeCloseTo((1 / 2.00001 + 1) / 2.00001, 6);
    expect(ciou).toBeCloseTo(1 / 2, 9);
  });

  it('loses whole numbers beyond 2^24, as float32 does', () => {
    const pairs = [
      { intersection: 2 ** 24, union: 2 ** 24 },
      { intersection: 1, union: 1 },
    ];
    expect(lisaScores([...pairs, { intersection: 0, union: 2 ** 24 }]).ciou).toBeCloseTo(2 ** 24 / 2 ** 25, 12);
  });
});

describe('ReVOS', () => {
  const truth = counts(1, 1, 0, 0);

  it('with 0 and 1, A and R are what their names say', () => {
    const { J, A, R } = reVosFrame({ gt: truth, pred: counts(1, 0, 1, 0), foreground: counts(1, 1, 0, 1) });
    expect([J, A]).toEqual([1 / 3, 2 / 4]);
    expect(R).toBeCloseTo(1 - 1 / 3, 6);
  });

  it('with 0 and 255, foreground is always wrong in A and false pixels count 255-fold in R', () => {
    const { J, A, R } = reVosFrame({ gt: truth, pred: counts(255, 0, 255, 0), foreground: counts(1, 1, 1, 1) });
    expect([J, A, R]).toEqual([1 / 3, 1 / 4, 0]);
  });

  it('where two masks overlap, 1 - 2 is 255', () => {
    const gt = sumMasks([maskFromText('##..'), maskFromText('#...')], [1, 4]);
    expect([...gt.counts]).toEqual([2, 1, 0, 0]);
    const { A, R } = reVosFrame({ gt, pred: counts(1, 1, 0, 0), foreground: counts(1, 1, 0, 0) });
    expect([A, R]).toEqual([3 / 4, 0]);
    expect(() => sumMasks([maskFromText('#')], [1, 4])).toThrow(InputError);
  });

  it('an expression is the mean of its frames, 0 without any', () => {
    expect(reVosExpression([])).toEqual({ J: 0, F: 0, A: 0, R: 0 });
    const frames = [
      { J: 1, F: 0, A: 0.5, R: 1 },
      { J: 0, F: 0, A: 1, R: 0.5 },
    ];
    expect(reVosExpression(frames)).toEqual({ J: 0.5, F: 0, A: 0.75, R: 0.75 });
  });

  it('totals: rounded first, then averaged by kind, then over the two kinds whatever their numbers', () => {
    const scores = (J: number, F: number) => ({ J, F, A: 1, R: 0 });
    const totals = reVosTotals([
      { type: 0, scores: scores(0.33333, 0.5) },
      { type: 0, scores: scores(0.66666, 0.5) },
      { type: 1, scores: scores(1, 0) },
      { type: 2, scores: scores(0, 0) },
    ]);
    // 33.33 and 66.67 after rounding.
    expect(totals.referring).toEqual({ J: 50, F: 50, A: 100, R: 0, JF: 50 });
    expect(totals.reason).toEqual({ J: 100, F: 0, A: 100, R: 0, JF: 50 });
    expect(totals.overall).toEqual({ J: 75, F: 25, A: 100, R: 0, JF: 50 });
    expect(reVosTotals([]).overall.J).toBeNaN();
  });
});

it('MeViS: means over expressions, rounded at the end', () => {
  const expressions = [
    { J: 1 / 3, F: 0.5 },
    { J: 0, F: 0.25 },
  ];
  expect(meanJAndF(expressions)).toEqual({ J: 16.67, F: 37.5, 'J&F': 27.08 });
});
