import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import { maskFromText } from './drawn-mask.ts';
import { emptyMask } from './mask-from-runs.ts';
import { translateMask } from './place.ts';
import { resizeMaskSoft } from './resize.ts';
import {
  blendSoft,
  emptySoft,
  resizeSoft,
  type SoftMask,
  softAt,
  softFromMask,
  softToMask,
  translateSoft,
} from './soft-mask.ts';

const square = maskFromText(`
  ........
  .####...
  .####...
  .####...
  ........
  ........`);

const soft = fc
  .record({ x: fc.nat(5), y: fc.nat(4), w: fc.integer({ min: 1, max: 3 }), h: fc.integer({ min: 1, max: 2 }) })
  .chain(({ x, y, w, h }) =>
    fc
      .uint8Array({ minLength: w * h, maxLength: w * h })
      .map((data): SoftMask => ({ size: [6, 8], box: [x, y, w, h], data })),
  );

test('a hard mask comes back', () => {
  expect(softFromMask(square)).toEqual({ size: [6, 8], box: [1, 1, 4, 3], data: new Uint8Array(12).fill(255) });
  expect(softToMask(softFromMask(square))).toEqual(square);
  expect(softToMask(softFromMask(emptyMask([6, 8])))).toEqual(emptyMask([6, 8]));
});

test('a blurred edge falls off over the radius and keeps the inside', () => {
  const blurred = softFromMask(square, { blur: 1 });
  expect(blurred.box).toEqual([0, 0, 6, 5]);
  expect(softAt(blurred, 2, 2)).toBe(1);
  expect(softAt(blurred, 2, 1)).toBeCloseTo(6 / 9, 2); // two of three rows; stored in 256 steps
  expect(softAt(blurred, 2, 0)).toBe(127 / 255); // one of the two rows in the frame; halves are rounded down
  expect(softAt(blurred, 7, 2)).toBe(0);
});

test('a threshold is exceeded, not reached', () => {
  const grid: SoftMask = { size: [1, 3], box: [0, 0, 3, 1], data: Uint8Array.of(127, 128, 255) };
  expect(softToMask(grid).area).toBe(2);
  expect(softToMask(grid, 128 / 255).area).toBe(1);
  expect(softToMask(grid, 0).area).toBe(3);
});

test('blending mixes pixel by pixel over both boxes', () => {
  fc.assert(
    fc.property(soft, soft, fc.constantFrom(0, 0.2, 0.5, 0.8, 1), (p, q, alpha) => {
      const mixed = blendSoft(p, q, alpha);
      for (let y = 0; y < 6; y++) {
        for (let x = 0; x < 8; x++) {
          const exact = alpha * softAt(p, x, y) + (1 - alpha) * softAt(q, x, y);
          expect(Math.abs(softAt(mixed, x, y) - exact)).toBeLessThan(1.001 / 255); // one step of 255
          if (alpha === 0 || alpha === 1) expect(softAt(mixed, x, y)).toBe(exact);
        }
      }
    }),
  );
});

test('exactly one half is not more than one half', () => {
  const none = emptySoft([6, 8]);
  expect(softToMask(blendSoft(softFromMask(square), none, 0.5)).isEmpty).toBe(true);
  expect(softToMask(blendSoft(none, softFromMask(square), 0.5)).isEmpty).toBe(true);
  expect(softToMask(blendSoft(softFromMask(square), none, 0.51))).toEqual(square);
});

test.each([0.02, 0.2, 0.5, 0.8])('with alpha %s a mask that is gone fades out in full', (alpha) => {
  let memory = softFromMask(square);
  let frames = 0;
  for (; memory.data.length > 0 && frames < 1000; frames++) memory = blendSoft(emptySoft([6, 8]), memory, alpha);
  expect(memory.box).toEqual([0, 0, 0, 0]);
  expect(frames).toBeLessThan(12 / alpha);
});

test('what is not blended: unlike frames, a share outside 0 to 1', () => {
  expect(() => blendSoft(emptySoft([6, 8]), emptySoft([8, 6]), 0.5)).toThrow(MaskError);
  expect(() => blendSoft(emptySoft([6, 8]), emptySoft([6, 8]), 1.5)).toThrow(MaskError);
});

test.each<[number, number]>([
  [0, 0],
  [2, -1],
  [-3, 4],
  [5, 0],
  [8, 0],
  [0, -9],
])('moving by %i, %i moves the mask', (dx, dy) => {
  expect(softToMask(translateSoft(softFromMask(square), dx, dy))).toEqual(translateMask(square, dx, dy));
});

test.each<SizeHw>([
  [6, 8],
  [12, 16],
  [3, 4],
  [5, 3],
  [11, 9],
  [1, 1],
])('resizing to %i x %i gives the mask of the soft resize of masks', (...size) => {
  expect(softToMask(resizeSoft(softFromMask(square), size))).toEqual(resizeMaskSoft(square, size));
});

test('enlarging is bilinear with pixel centres at .5', () => {
  const grid: SoftMask = { size: [1, 2], box: [1, 0, 1, 1], data: Uint8Array.of(200) };
  expect(resizeSoft(grid, [1, 4])).toEqual({ size: [1, 4], box: [1, 0, 3, 1], data: Uint8Array.of(50, 150, 200) });
});

test('shrinking takes the mean of what a pixel covers', () => {
  const grid: SoftMask = { size: [2, 3], box: [0, 0, 3, 2], data: Uint8Array.of(30, 60, 90, 60, 90, 120) };
  expect(resizeSoft(grid, [1, 2]).data).toEqual(Uint8Array.of(55, 95));
});
