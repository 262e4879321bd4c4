import { describe, expect, test } from 'vitest';
import { roundDecimals } from '../src/core/bench/index.ts';
import { davisGoldens } from './goldens/davis.ts';
import { ledger, ledgerText, present } from './goldens/ledger.ts';
import { lisaGoldens } from './goldens/lisa.ts';
import { maskGoldens } from './goldens/masks.ts';
import { reVosGoldens } from './goldens/revos.ts';

if (!present) console.log('skipped: ../shared/golden, the folder of reference values, is absent');

describe.skipIf(!present)('masks and metrics meet the reference code (skipped without ../shared/golden)', () => {
  describe('pycocotools', maskGoldens);
  describe('DAVIS 2017', davisGoldens);
  describe('LISA', lisaGoldens);
  describe('VISA', reVosGoldens);

  // Last, since it counts what the others compared.
  test('every golden file is compared by something', () => {
    console.log(ledgerText());
    expect(ledger().filter(({ values }) => values === 0)).toEqual([]);
  });
});

test('rounding is that of Python', () => {
  const rows: [number, number, number][] = [
    [2.675, 2, 2.67],
    [0.125, 2, 0.12],
    [0.375, 2, 0.38],
    [2.5, 0, 2],
    [-0.125, 2, -0.12],
    [41.775, 2, 41.77],
    [50.905, 2, 50.91],
  ];
  for (const [value, digits, rounded] of rows) expect(roundDecimals(value, digits)).toBe(rounded);
});
