import { expect, it } from 'vitest';
import { davisPalette } from './davis-palette.ts';

const palette = davisPalette();
const entry = (i: number) => [...palette.subarray(i * 3, i * 3 + 3)];

it.each([
  [0, [0, 0, 0]],
  [1, [128, 0, 0]],
  [2, [0, 128, 0]],
  [3, [128, 128, 0]],
  [4, [0, 0, 128]],
  [5, [128, 0, 128]],
  [8, [64, 0, 0]],
  [15, [192, 128, 128]],
  [21, [128, 64, 128]],
  [255, [224, 224, 192]],
])('entry %i is %j as in PASCAL VOC', (index, rgb) => {
  expect(entry(index)).toEqual(rgb);
});

it('has 256 different colours', () => {
  expect(new Set(Array.from({ length: 256 }, (_, i) => entry(i).join())).size).toBe(256);
});
