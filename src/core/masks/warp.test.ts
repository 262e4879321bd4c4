import { expect, test } from 'vitest';
import { InputError } from '../base/errors.ts';
import { maskFromText } from './drawn-mask.ts';
import { flipMask } from './flip.ts';
import { emptyMask } from './mask-from-runs.ts';
import { translateMask } from './place.ts';
import { resizeMask } from './resize.ts';
import { type Affine, warpMask } from './warp.ts';

const mask = maskFromText(`
  .......
  .##....
  .###.#.
  ..#....
  .......`);

test.each<[string, Affine, typeof mask]>([
  ['the identity changes nothing', [1, 0, 0, 0, 1, 0], mask],
  ['a shift is a translation', [1, 0, 3, 0, 1, -2], translateMask(mask, 3, -2)],
  ['a shift beyond the frame leaves nothing', [1, 0, 30, 0, 1, 0], emptyMask([5, 7])],
  ['a mirror is a flip', [-1, 0, 7, 0, 1, 0], flipMask(mask, 'horizontal')],
  ['half a turn is both flips', [-1, 0, 7, 0, -1, 5], flipMask(flipMask(mask, 'horizontal'), 'vertical')],
])('%s', (_, map, expected) => {
  expect(warpMask(mask, map)).toEqual(expected);
});

test('a scale into a larger frame is a nearest resize', () => {
  expect(warpMask(mask, [3, 0, 0, 0, 2, 0], [10, 21])).toEqual(resizeMask(mask, [10, 21]));
});

test('a quarter turn back and forth changes nothing', () => {
  const turned = warpMask(mask, [0, -1, 5, 1, 0, 0], [7, 5]);
  expect(turned.area).toBe(mask.area);
  expect(warpMask(turned, [0, 1, 0, -1, 0, 5], [5, 7])).toEqual(mask);
});

test.each<[string, Affine]>([
  ['flattens the plane', [1, 2, 0, 2, 4, 0]],
  ['is not finite', [1, 0, Number.NaN, 0, 1, 0]],
])('a map that %s is an error', (_, map) => {
  expect(() => warpMask(mask, map)).toThrow(InputError);
});
