import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../base/errors.ts';
import { pairedDifference } from './index.ts';

describe('a paired difference', () => {
  it('tries all signs where they are few: 2 of the 8 of 1, 2, 3 reach a sum of 6', () => {
    expect(pairedDifference([[1], [2], [3]])).toMatchObject({ mean: 2, p: 0.25, samples: 3, clusters: 3 });
    // With other signs these come to 6, 4, 2 or 0 away from zero, two each.
    expect(pairedDifference([[1], [2], [-3]]).p).toBe(1);
    expect(pairedDifference([[1], [-2], [3]]).p).toBe(6 / 8);
  });

  it('turns the samples of a cluster together: two clusters can never say more than one half', () => {
    const { mean, p, samples, clusters } = pairedDifference([[0.5, 0.25], [0.25], []]);
    expect({ mean, p, samples, clusters }).toEqual({ mean: 1 / 3, p: 0.5, samples: 3, clusters: 2 });
  });

  it('draws signs where they are many, and then is never 0', () => {
    const same = Array.from({ length: 40 }, () => [0.125]);
    expect(pairedDifference(same, { turns: 999 })).toMatchObject({ low: 0.125, high: 0.125, p: 1 / 1000 });
    const mixed = Array.from({ length: 40 }, (_, i) => [i % 2 === 0 ? 0.1 : -0.1]);
    expect(pairedDifference(mixed).p).toBe(1);
  });

  it('comes near the exact p-value by drawing', () => {
    const clusters = [0.3, -0.1, 0.2, 0.05, 0.4, -0.05, 0.1, 0.2, 0.15, -0.2].map((value) => [value]);
    const exact = pairedDifference(clusters).p;
    const drawn = pairedDifference(clusters, { turns: 1000 }).p;
    // Three standard deviations of a share of 1000 draws.
    expect(Math.abs(drawn - exact)).toBeLessThan(3 * Math.sqrt((exact * (1 - exact)) / 1000) + 1e-3);
  });

  it('needs a sample', () => expect(() => pairedDifference([[]])).toThrow(InputError));

  it('turns round with its systems: the opposite mean and interval, the same p', () => {
    const clusters = fc.array(fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(clusters, (values) => {
        const one = pairedDifference(values);
        const other = pairedDifference(values.map((cluster) => cluster.map((value) => -value)));
        expect(other.mean).toBeCloseTo(-one.mean, 12);
        expect(other.p).toBe(one.p);
        expect(one.p).toBeGreaterThan(0);
        expect(one.p).toBeLessThanOrEqual(1);
        expect(one.low).toBeLessThanOrEqual(one.high);
      }),
      { numRuns: 60 },
    );
  });
});
