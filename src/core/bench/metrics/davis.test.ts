import { expect, test } from 'vitest';
import { fullMask, maskFromRuns, maskFromText, maskToText } from '../../masks/index.ts';
import { jAndF } from './boundary-f.ts';
import { boundaryMap } from './boundary-map.ts';

// Pairs scored by the reference code are compared in tests/metric-goldens.test.ts.

test('the boundary lies half a pixel up and left', () => {
  const mask = maskFromText(`
    .....
    ..##.
    ..##.
    .....`);
  expect(maskToText(boundaryMap(mask))).toBe('.###.\n.#.#.\n.###.\n.....');
});

test('a frame full of object has no boundary: against an empty prediction J is 0 and F is 1', () => {
  const full = fullMask([20, 30]);
  const none = maskFromRuns([20, 30], [600]);
  expect(jAndF(full, none)).toEqual({ j: 0, f: 1, jf: 0.5 });
});
