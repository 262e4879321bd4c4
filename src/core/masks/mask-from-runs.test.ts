import { expect, test } from 'vitest';
import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import { maskToText } from './drawn-mask.ts';
import { labelsFromMasks, masksFromLabels } from './labels.ts';
import { emptyMask, fullMask, maskFromRuns } from './mask-from-runs.ts';
import { unionAll, unionMasks } from './set-algebra.ts';

test.each<[number[], number[]]>([
  [
    [3, 2, 7],
    [3, 2, 7],
  ],
  [
    [0, 12],
    [0, 12],
  ],
  [[12, 0], [12]],
  [
    [3, 0, 2, 7],
    [5, 7],
  ],
  [
    [0, 0, 5, 0, 0, 7],
    [5, 7],
  ],
  [
    [2, 3, 0, 0, 0, 7],
    [2, 10],
  ],
])('runs %s of 12 pixels become %s', (runs, canonical) => {
  expect([...maskFromRuns([3, 4], runs).runs]).toEqual(canonical);
});

test.each<[string, SizeHw, number[]]>([
  ['a sum that is too small', [3, 4], [11]],
  ['a sum that is too large', [3, 4], [12, 1]],
  ['a negative run', [3, 4], [13, -1]],
  ['half a pixel', [3, 4], [11.5, 0.5]],
  ['a run that is no number', [3, 4], [Number.NaN]],
  ['no runs', [3, 4], []],
  ['a negative side', [-3, -4], [12]],
  ['a size of more than 2^31 pixels', [2 ** 16, 2 ** 15 + 1], [0]],
])('%s is an error', (_, size, runs) => {
  expect(() => maskFromRuns(size, runs)).toThrow(MaskError);
});

test('the caller keeps its arrays', () => {
  const runs = Uint32Array.of(3, 9);
  const size: [number, number] = [3, 4];
  const mask = maskFromRuns(size, runs);
  runs[0] = 4;
  size[0] = 9;
  expect(mask).toEqual(maskFromRuns([3, 4], [3, 9]));
});

test('columns come first', () => {
  expect(maskToText(maskFromRuns([3, 4], [2, 2, 8]))).toBe('.#..\n....\n#...');
});

test('a threshold is exceeded, not reached', () => {
  const data = Uint8Array.of(0, 127, 128, 129, 255, 10);
  expect(maskToText(maskFromBitmap(data, [2, 3], { threshold: 128 }))).toBe('...\n##.');
});

test('pictures of another size are errors', () => {
  expect(() => maskFromBitmap(new Uint8Array(11), [3, 4])).toThrow(MaskError);
  expect(() => maskToBitmap(emptyMask([3, 4]), new Uint8Array(13))).toThrow(MaskError);
  expect(() => masksFromLabels(new Int32Array(11), [3, 4])).toThrow(MaskError);
  expect(() => labelsFromMasks([fullMask([4, 3])], [3, 4])).toThrow(MaskError);
  expect(() => labelsFromMasks(Array(256).fill(fullMask([4, 3])), [4, 3])).toThrow(/256 masks/);
  expect(() => unionMasks(fullMask([4, 3]), fullMask([3, 4]))).toThrow(MaskError);
});

test('no masks join to an empty one of the size, and to an error without it', () => {
  expect(unionAll([], [3, 4])).toEqual(emptyMask([3, 4]));
  expect(() => unionAll([])).toThrow(MaskError);
});

test('labels below zero get masks too, rising by label', () => {
  const found = masksFromLabels(Int32Array.of(-1, -1, 0, 7, 7, -1), [2, 3]);
  expect([...found].map(([label, mask]) => [label, maskToText(mask)])).toEqual([
    [-1, '##.\n..#'],
    [7, '...\n##.'],
  ]);
});

test('a busy picture, larger than the memory kept for the next one, and the next one', () => {
  const busy = Uint8Array.from({ length: 3000 * 2000 }, (_, i) => ((i % 2000) + Math.floor(i / 2000)) % 2);
  expect(maskFromBitmap(busy, [3000, 2000]).area).toBe(3_000_000);
  expect(maskToText(maskFromBitmap(Uint8Array.of(0, 1, 1, 0), [2, 2]))).toBe('.#\n#.');
});
