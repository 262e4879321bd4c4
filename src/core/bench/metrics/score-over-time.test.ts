import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOverTime } from './index.ts';

const series = (...scores: number[]) => scores.map((score, i) => ({ frame: 10 + 2 * i, score }));

describe('score over time', () => {
  it('stretches each clip to the same length, between its frames in straight lines', () => {
    const points = scoreOverTime([[series(1, 0)], [series(0, 1, 0.5)]], 5);
    expect(points.map(({ time }) => time)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    // 1, 0.75, 0.5, 0.25, 0 and 0, 0.5, 1, 0.75, 0.5.
    expect(points.map(({ mean }) => mean)).toEqual([0.5, 0.625, 0.75, 0.5, 0.25]);
    expect([points[0]!.low, points[0]!.high]).toEqual([0, 1]);
  });

  it('counts each sample alike and draws those of one clip together', () => {
    const [start] = scoreOverTime([[series(1, 1), series(0.5, 1), series(0, 1)]], 2);
    expect(start).toEqual({ time: 0, mean: 0.5, low: 0.5, high: 0.5 });
  });

  it('leaves out what has one frame', () => {
    expect(scoreOverTime([[series(1)], []])).toEqual([]);
    expect(scoreOverTime([[series(1)], [series(0, 0)]], 2).map(({ mean }) => mean)).toEqual([0, 0]);
  });

  it('begins and ends with the first and last scores and stays between least and greatest', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 2, max: 30 }), (eighths, count) => {
        const values = eighths.map((eighth) => eighth / 8);
        const means = scoreOverTime([[series(...values)]], count).map(({ mean }) => mean);
        expect([means[0], means[count - 1]]).toEqual([values[0], values[values.length - 1]]);
        expect(Math.min(...means)).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
        expect(Math.max(...means)).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
      }),
      { numRuns: 100 },
    );
  });
});
