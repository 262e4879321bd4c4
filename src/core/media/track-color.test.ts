import { expect, it } from 'vitest';
import { luminance, oklchToRgb, type Rgb, textColorOn, trackColor } from './track-color.ts';

const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const contrast = (a: Rgb, b: Rgb) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

it('gives an id the same colour always', () => {
  expect(trackColor(7)).toEqual(trackColor(7));
  expect(trackColor(1)).toEqual([255, 72, 88]);
});

it('keeps the first ten colours far apart', () => {
  const ids = Array.from({ length: 10 }, (_, i) => i + 1);
  const pairs = ids.flatMap((a) => ids.filter((b) => b > a).map((b) => distance(trackColor(a), trackColor(b))));
  expect(Math.min(...pairs)).toBeGreaterThan(60);
});

it('gives whole bytes, and neighbours that differ, for every id', () => {
  for (const id of [0, -1, -500, ...Array.from({ length: 500 }, (_, i) => i + 1)]) {
    const color = trackColor(id);
    expect(color.every((v) => Number.isInteger(v) && v >= 0 && v <= 255)).toBe(true);
    if (id > 0) expect(distance(color, trackColor(id + 1))).toBeGreaterThan(40);
  }
});

it('puts readable text on every colour', () => {
  for (let id = 1; id < 200; id++) {
    const color = trackColor(id);
    // WCAG 2 asks 4.5 for small text.
    expect(contrast(color, textColorOn(color))).toBeGreaterThan(4.3);
  }
});

it.each([
  [1, 0, 0, [255, 255, 255]],
  [0, 0, 0, [0, 0, 0]],
  // The OKLCH values of sRGB red, as published with the colour space.
  [0.62796, 0.25768, 29.23, [255, 0, 0]],
] as const)('converts OKLCH %f %f %f', (light, chroma, hue, expected) => {
  const rgb = oklchToRgb(light, chroma, hue);
  // One step of chroma may be given up at the edge of what can be shown.
  rgb.forEach((v, i) => {
    expect(Math.abs(v - expected[i]!)).toBeLessThanOrEqual(32);
  });
});
