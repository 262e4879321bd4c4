import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naturalOrder } from './natural-order.ts';

it.each([
  [
    ['frame10', 'frame9', 'frame1'],
    ['frame1', 'frame9', 'frame10'],
  ],
  [
    ['00010.png', '00002.png'],
    ['00002.png', '00010.png'],
  ],
  [
    ['b1', 'A2', 'a1'],
    ['a1', 'A2', 'b1'],
  ],
  [
    ['s2f10', 's10f1', 's2f9'],
    ['s2f9', 's2f10', 's10f1'],
  ],
  [
    ['a007', 'a7', 'a07'],
    ['a007', 'a07', 'a7'],
  ],
  [
    ['x99999999999999999999', 'x100000000000000000000'],
    ['x99999999999999999999', 'x100000000000000000000'],
  ],
  [['1.png', '-1.png', '.png'], ['-1.png', '.png', '1.png'].sort(naturalOrder)],
])('orders %j', (names, expected) => {
  expect([...names].sort(naturalOrder)).toEqual(expected);
});

it('is a total order', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'B', '0', '1', '9', '.', 'é'), maxLength: 6 });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(naturalOrder(a, b)) + Math.sign(naturalOrder(b, a))).toBe(0);
      if (naturalOrder(a, b) === 0) expect(a).toBe(b);
      if (naturalOrder(a, b) <= 0 && naturalOrder(b, c) <= 0) expect(naturalOrder(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 2000 },
  );
});
