import { describe, expect, it } from 'vitest';
import { maskFromBox, maskFromText, maskToText } from '../../masks/index.ts';
import {
  cameraShake,
  darken,
  fewerPixels,
  gaussianBlur,
  greyBoxes,
  greyNoise,
  isDropped,
  type PictureChange,
  type PictureStream,
  shakeMask,
  shakeOf,
  unknownAfter,
} from './index.ts';

const [width, height] = [60, 40];
const stream: PictureStream = { width, height, seed: 5 };
/** Grey levels as a picture whose channels are alike. */
const rgb = (levels: readonly number[]) => Uint8Array.from(levels.flatMap((v) => [v, v, v]));
const greens = (data: Uint8Array) => [...data].filter((_, i) => i % 3 === 1);
const plain = (level: number) => new Uint8Array(width * height * 3).fill(level);

function changed(change: PictureChange, data: Uint8Array, index = 0, time = index / 25): Uint8Array {
  const copy = data.slice();
  change(copy, { index, time });
  return copy;
}

describe('every change', () => {
  const changes: [string, (stream: PictureStream) => PictureChange][] = [
    ['boxes', (s) => greyBoxes(0.3, s)],
    ['blur', (s) => gaussianBlur(1.5, s)],
    ['noise', (s) => greyNoise(10, s)],
    ['dark', () => darken(0.5)],
    ['fewer pixels', (s) => fewerPixels(0.5, s)],
    ['shake', (s) => cameraShake(4, s)],
  ];
  const picture = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 37 + ((i * i) % 101)) % 256);

  it.each(changes)('%s: depends on seed and moment only, not on the pictures before', (_, make) => {
    const [one, other] = [make(stream), make(stream)];
    for (const index of [0, 3, 1]) changed(one, plain(90), index);
    expect(changed(one, picture, 7)).toEqual(changed(other, picture, 7));
    expect(changed(one, picture, 7)).not.toEqual(picture);
  });
});

describe('greyBoxes', () => {
  const isGrey = (data: Uint8Array) => greens(data).filter((value) => value === 128).length;
  it.each([0.1, 0.25, 0.5, 1])('covers %d of the picture in every frame, up to whole pixels', (share) => {
    const change = greyBoxes(share, stream);
    const side = Math.round(20 * Math.sqrt(share));
    for (const time of [0, 0.5, 3, 100])
      expect(isGrey(changed(change, plain(10), 0, time)), `${time} s`).toBe(6 * side * side);
  });
  it('moves slowly: its first box changes its place in a second, by no more than 2 px a frame', () => {
    const change = greyBoxes(0.2, { width: 640, height: 360, seed: 1 });
    const top = (time: number) => {
      const first = changed(change, new Uint8Array(640 * 360 * 3), 0, time).indexOf(128) / 3;
      return Math.floor(first / 640);
    };
    const rows = Array.from({ length: 26 }, (_, i) => top(i / 25));
    expect(new Set(rows).size).toBeGreaterThan(1);
    // 0.04 diagonals of 734 px a second are 1.2 px a frame.
    for (const [i, row] of rows.slice(1).entries()) expect(Math.abs(row - rows[i]!)).toBeLessThanOrEqual(2);
  });
});

describe('gaussianBlur', () => {
  it('leaves a plain picture as it is', () => {
    for (const sd of [0.5, 2, 7]) expect(changed(gaussianBlur(sd, stream), plain(77))).toEqual(plain(77));
  });
  it.each([0.5, 1, 2.5, 4])('spreads a step of 0 to 255 with a standard deviation of %d px', (sd) => {
    const change = gaussianBlur(sd, stream);
    for (const axis of ['x', 'y'] as const) {
      const size = axis === 'x' ? width : height;
      const step = rgb(
        Array.from({ length: width * height }, (_, i) =>
          (axis === 'x' ? i % width : Math.floor(i / width)) < size / 2 ? 0 : 255,
        ),
      );
      const out = greens(changed(change, step));
      const line = Array.from({ length: size }, (_, i) => out[axis === 'x' ? i : i * width]!);
      // The differences of the blurred step are the kernel.
      const kernel = line.slice(1).map((value, i) => (value - line[i]!) / 255);
      const mean = kernel.reduce((sum, k, i) => sum + k * i, 0);
      const variance = kernel.reduce((sum, k, i) => sum + k * (i - mean) ** 2, 0);
      expect(kernel.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
      expect(mean).toBeCloseTo(size / 2 - 1, 1);
      // Rounding to 1 / 255 shifts far weights, which count with the square of their distance.
      expect(Math.abs(Math.sqrt(variance) - sd)).toBeLessThan(0.08 * sd);
    }
  });
});

describe('greyNoise', () => {
  it('has the mean 0, the standard deviation asked for, and is other noise in each frame and channel', () => {
    const change = greyNoise(12, stream);
    const [a, b] = [changed(change, plain(128), 0), changed(change, plain(128), 1)];
    const errors = [...a].map((value) => value - 128);
    const mean = errors.reduce((sum, e) => sum + e, 0) / errors.length;
    const sd = Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length);
    // 7200 draws: three standard errors are 0.42 and 0.30.
    expect(Math.abs(mean)).toBeLessThan(0.45);
    expect(Math.abs(sd - 12)).toBeLessThan(0.4);
    expect(a).not.toEqual(b);
    expect(greens(a)).not.toEqual([...a].filter((_, i) => i % 3 === 0));
  });
  it('stays within black and white', () => {
    expect(Math.min(...changed(greyNoise(40, stream), plain(0)))).toBe(0);
    expect(Math.max(...changed(greyNoise(40, stream), plain(255)))).toBe(255);
  });
});

it('darken multiplies', () => {
  expect(greens(changed(darken(0.25), rgb([0, 1, 2, 100, 255])))).toEqual([0, 0, 1, 25, 64]);
});

it('fewerPixels keeps what the small picture had', () => {
  const change = fewerPixels(0.5, { width: 4, height: 2, seed: 0 });
  // Two blocks of 2 x 2 with means 50 and 150, enlarged linearly between their centres.
  expect(greens(changed(change, rgb([0, 100, 100, 200, 100, 0, 200, 100])))).toEqual([
    50, 75, 125, 150, 50, 75, 125, 150,
  ]);
  expect(changed(fewerPixels(1, stream), plain(3))).toEqual(plain(3));
});

describe('cameraShake', () => {
  const small = { width: 5, height: 4, seed: 3 };
  const index = [0, 1, 2, 3, 4, 5, 6, 7, 8].find((i) => shakeOf(2, 3, i).every((d) => d !== 0))!;
  it('shifts whole pixels, up to so many, each frame for itself', () => {
    const shifts = Array.from({ length: 200 }, (_, i) => shakeOf(2, 3, i));
    expect(new Set(shifts.map(String)).size).toBe(25);
    for (const [dx, dy] of shifts) expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(2);
  });
  it('moves the picture, goes on with its border, and moves masks alike', () => {
    const [dx, dy] = shakeOf(2, 3, index);
    const picture = rgb(Array.from({ length: 20 }, (_, i) => i));
    const out = greens(changed(cameraShake(2, small), picture, index));
    const clamp = (at: number, n: number) => Math.min(n - 1, Math.max(0, at));
    expect(out).toEqual(
      Array.from({ length: 20 }, (_, i) => clamp((i % 5) - dx, 5) + 5 * clamp(Math.floor(i / 5) - dy, 4)),
    );
    const mask = maskFromBox([2, 1, 1, 1], [4, 5]);
    expect(shakeMask(mask, [1, -1])).toEqual(maskFromBox([3, 0, 1, 1], [4, 5]));
  });
  it('knows the pixels that came in', () => {
    expect(maskToText(unknownAfter([1, -2], [4, 5]))).toBe(maskToText(maskFromText('#....\n#....\n#####\n#####')));
    expect(unknownAfter([0, 0], [4, 5]).isEmpty).toBe(true);
  });
});

it('drops the share asked for, never the first frame, the same ones each time', () => {
  const dropped = Array.from({ length: 2000 }, (_, i) => isDropped(0.3, 9, i));
  expect(dropped[0]).toBe(false);
  // Three standard errors of a share of 2000.
  expect(Math.abs(dropped.filter(Boolean).length / 2000 - 0.3)).toBeLessThan(0.031);
  expect(dropped).toEqual(Array.from({ length: 2000 }, (_, i) => isDropped(0.3, 9, i)));
});
