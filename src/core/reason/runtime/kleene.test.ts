import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allTruth, allVerdicts, anyTruth, anyVerdicts, notTruth, type Truth } from './kleene.ts';

const truth = fc.constantFrom<Truth>(true, false, null);
const truths = fc.array(truth, { maxLength: 6 });

describe('three-valued logic', () => {
  const table: [Truth, Truth, Truth, Truth][] = [
    [true, true, true, true],
    [true, false, false, true],
    [true, null, null, true],
    [false, false, false, false],
    [false, null, false, null],
    [null, null, null, null],
  ];
  it.each(table)('%s with %s: all %s, any %s', (a, b, all, any) => {
    expect([allTruth([a, b]), allTruth([b, a])]).toEqual([all, all]);
    expect([anyTruth([a, b]), anyTruth([b, a])]).toEqual([any, any]);
  });

  it('obeys De Morgan', () => {
    fc.assert(fc.property(truths, (list) => notTruth(allTruth(list)) === anyTruth(list.map(notTruth))));
  });

  it('does not depend on order', () => {
    fc.assert(fc.property(truths, (list) => allTruth(list) === allTruth([...list].reverse())));
  });

  it('becomes no other known value when an unknown becomes known', () => {
    const filled = (list: readonly Truth[], by: boolean): Truth[] => list.map((v) => v ?? by);
    fc.assert(
      fc.property(truths, fc.boolean(), (list, by) => {
        for (const join of [allTruth, anyTruth]) {
          const open = join(list);
          if (open !== null) expect(join(filled(list, by))).toBe(open);
        }
      }),
    );
  });

  it('takes the least confidence of all, the greatest of any', () => {
    const verdicts = [
      { v: true, p: 0.9 },
      { v: true, p: 0.6 },
    ];
    expect([allVerdicts(verdicts).p, anyVerdicts(verdicts).p]).toEqual([0.6, 0.9]);
  });
});
