import { describe, expect, it } from 'vitest';
import { basicColors, type Color } from '../../contract.ts';
import { colorMembership } from './color-names.ts';
import { colorShares } from './color-table.ts';
import { labOfRgb } from './lab.ts';

type Rgb = readonly [number, number, number];

/** Colours that everybody calls by that name: X11 colours, and paints and cloths as cameras see them. */
const swatches: readonly (readonly [Color, string, Rgb])[] = [
  ['red', 'pure', [255, 0, 0]],
  ['red', 'crimson', [200, 20, 45]],
  ['red', 'jacket', [190, 35, 40]],
  ['orange', 'X11', [255, 165, 0]],
  ['orange', 'dark orange', [255, 140, 0]],
  ['yellow', 'pure', [255, 255, 0]],
  ['yellow', 'gold', [255, 215, 0]],
  ['green', 'pure', [0, 255, 0]],
  ['green', 'X11', [0, 128, 0]],
  ['green', 'grass', [80, 130, 50]],
  ['blue', 'pure', [0, 0, 255]],
  ['blue', 'mug', [40, 70, 160]],
  ['blue', 'denim', [70, 85, 120]],
  ['blue', 'sky', [135, 206, 235]],
  ['purple', 'X11', [128, 0, 128]],
  ['purple', 'dark violet', [148, 0, 211]],
  ['pink', 'X11', [255, 192, 203]],
  ['pink', 'hot pink', [255, 105, 180]],
  ['brown', 'saddle brown', [139, 69, 19]],
  ['brown', 'wood', [120, 80, 50]],
  ['brown', 'sienna', [160, 82, 45]],
  ['black', 'pure', [0, 0, 0]],
  ['black', 'cloth', [28, 27, 30]],
  ['gray', 'middle', [128, 128, 128]],
  ['gray', 'asphalt', [90, 92, 96]],
  ['white', 'pure', [255, 255, 255]],
  ['white', 'paper', [225, 222, 214]],
];

const bestName = (rgb: Rgb): Color => {
  const shares = colorMembership(...labOfRgb(...rgb));
  return basicColors[shares.indexOf(Math.max(...shares))]!;
};

/** Less light on the same paint: linear light is scaled, then coded as sRGB again (power 1/2.2 is close enough). */
const shaded = (rgb: Rgb, light: number): Rgb => rgb.map((v) => Math.round(v * light ** (1 / 2.2))) as unknown as Rgb;

describe('colorMembership', () => {
  it.each(swatches)('calls %s (%s) by its name', (name, _, rgb) => {
    expect(bestName(rgb)).toBe(name);
  });

  const vivid = swatches.filter(([name, , rgb]) => isVivid(name) && Math.max(...rgb) > 150);
  it.each(vivid)('keeps %s (%s) in half the light', (name, _, rgb) => {
    expect(bestName(shaded(rgb, 0.5))).toBe(name);
  });

  it('gives shares that sum to 1 for every colour', () => {
    for (let cell = 0; cell < 512; cell++) {
      const rgb: Rgb = [(cell >> 6) * 36, ((cell >> 3) & 7) * 36, (cell & 7) * 36];
      const shares = colorMembership(...labOfRgb(...rgb));
      // float32 sums of eleven terms
      expect(shares.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 5);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(-1e-6);
    }
  });
});

describe('colorShares', () => {
  it('counts pixels by name', () => {
    const shares = colorShares(Uint8Array.of(255, 0, 0, 255, 0, 0, 0, 0, 255, 255, 255, 255));
    expect(shares[basicColors.indexOf('red')]).toBeCloseTo(0.5, 2);
    expect(shares[basicColors.indexOf('white')]).toBeCloseTo(0.25, 2);
  });

  it('looks only at the pixels it is given', () => {
    const shares = colorShares(Uint8Array.of(255, 0, 0, 0, 255, 0), [1]);
    expect(shares[basicColors.indexOf('green')]).toBeCloseTo(1, 2);
  });
});

/** Shade turns orange into brown, white into gray and so on by right; these names stay. */
function isVivid(name: Color): boolean {
  return name === 'red' || name === 'green' || name === 'blue' || name === 'purple';
}
