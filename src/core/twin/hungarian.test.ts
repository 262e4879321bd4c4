import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hungarian } from './hungarian.ts';

describe('hungarian', () => {
  it.each<[string, number[][], number[]]>([
    [
      'takes the cheap diagonal',
      [
        [1, 9],
        [9, 1],
      ],
      [0, 1],
    ],
    [
      'gives up the best pair for the best sum',
      [
        [1, 2],
        [1, 9],
      ],
      [1, 0],
    ],
    ['more columns than rows', [[5, 1, 3]], [1]],
    ['more rows than columns leave a row alone', [[5], [1], [3]], [-1, 0, -1]],
    ['nothing at all', [], []],
  ])('%s', (_title, cost, columns) => {
    expect([...hungarian(cost.flat(), cost.length, cost[0]?.length ?? 0)]).toEqual(columns);
  });

  it('finds the least sum that trying all assignments finds', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
    const costs = sizes.chain(([n, m]) =>
      fc.record({
        n: fc.constant(n),
        m: fc.constant(m),
        cost: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: n * m, maxLength: n * m }),
      }),
    );
    fc.assert(
      fc.property(costs, ({ n, m, cost }) => {
        const columns = [...hungarian(cost, n, m)];
        const taken = columns.filter((c) => c >= 0);
        expect(new Set(taken).size).toBe(taken.length);
        expect(taken.length).toBe(Math.min(n, m));
        expect(sumOf(cost, m, columns)).toBe(leastSum(cost, n, m));
      }),
      { numRuns: 500 },
    );
  });
});

const sumOf = (cost: number[], m: number, columns: number[]): number =>
  columns.reduce((sum, c, r) => sum + (c < 0 ? 0 : cost[r * m + c]!), 0);

/** Tries every full assignment of the smaller side. */
function leastSum(cost: number[], n: number, m: number): number {
  const wide = n <= m;
  const at = (a: number, b: number) => (wide ? cost[a * m + b]! : cost[b * m + a]!);
  const [small, large] = wide ? [n, m] : [m, n];
  const search = (a: number, used: number): number => {
    if (a === small) return 0;
    let best = Number.POSITIVE_INFINITY;
    for (let b = 0; b < large; b++) {
      if (used & (1 << b)) continue;
      best = Math.min(best, at(a, b) + search(a + 1, used | (1 << b)));
    }
    return best;
  };
  return search(0, 0);
}
