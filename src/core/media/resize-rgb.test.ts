import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLongSide, resizeGray, resizeRgb } from './resize-rgb.ts';

describe('resizeGray', () => {
  it.each([
    ['averages 2 x 2 to one', [0, 100, 50, 250], 2, 2, 1, 1, [100]],
    ['averages pairs', [10, 20, 30, 50], 4, 1, 2, 1, [15, 40]],
    ['weights cells that are cut', [0, 90, 30], 3, 1, 2, 1, [30, 50]],
    ['keeps the same size', [1, 2, 3, 4], 2, 2, 2, 2, [1, 2, 3, 4]],
    ['interpolates between centres', [0, 100], 2, 1, 4, 1, [0, 25, 75, 100]],
    ['grows one pixel', [77], 1, 1, 3, 2, [77, 77, 77, 77, 77, 77]],
    ['shrinks one axis, grows the other', [0, 100, 200, 60], 4, 1, 2, 2, [50, 130, 50, 130]],
  ])('%s', (_, data, w, h, toW, toH, expected) => {
    expect([...resizeGray(Uint8Array.from(data), w, h, toW, toH)]).toEqual(expected);
  });

  it('is the area average where it shrinks, by definition', () => {
    const size = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(size, size, size, size, fc.infiniteStream(fc.nat(255)), (w, h, a, b, values) => {
        const [toW, toH] = [Math.min(w, a), Math.min(h, b)];
        const data = Uint8Array.from({ length: w * h }, () => values.next().value);
        const out = resizeGray(data, w, h, toW, toH);
        for (let i = 0; i < out.length; i++) {
          const exact = areaAverage(data, w, h, toW, toH, i % toW, Math.floor(i / toW));
          // Half a step of rounding, and single-precision sums.
          expect(Math.abs(out[i]! - exact)).toBeLessThan(0.502);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function areaAverage(data: Uint8Array, w: number, h: number, toW: number, toH: number, x: number, y: number): number {
  let sum = 0;
  for (let sy = 0; sy < h; sy++) {
    for (let sx = 0; sx < w; sx++) {
      const across = Math.min(sx + 1, ((x + 1) * w) / toW) - Math.max(sx, (x * w) / toW);
      const down = Math.min(sy + 1, ((y + 1) * h) / toH) - Math.max(sy, (y * h) / toH);
      if (across > 0 && down > 0) sum += across * down * data[sy * w + sx]!;
    }
  }
  return (sum * toW * toH) / (w * h);
}

it('treats the channels of RGB apart and writes into the buffer given', () => {
  const out = new Uint8Array(6);
  const data = Uint8Array.from([0, 10, 200, 20, 30, 100, 255, 0, 0, 255, 0, 50]);
  expect(resizeRgb(data, 4, 1, 2, 1, out)).toBe(out);
  expect([...out]).toEqual([10, 20, 150, 255, 0, 25]);
});

it.each([
  [1920, 1080, 640, { width: 640, height: 360 }],
  [100, 50, 640, { width: 100, height: 50 }],
  [480, 853, 640, { width: 360, height: 640 }],
  [5000, 1, 640, { width: 640, height: 1 }],
])('fits %i x %i into %i', (w, h, side, expected) => {
  expect(fitLongSide(w, h, side)).toEqual(expected);
});
