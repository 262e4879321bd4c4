import { describe, expect, it } from 'vitest';
import { createLabImage, labOfRgb, rgbToLab } from './lab.ts';

/** Published values for D65 (Bruce Lindbloom's calculator). */
const known: readonly (readonly [string, readonly [number, number, number], readonly [number, number, number]])[] = [
  ['black', [0, 0, 0], [0, 0, 0]],
  ['white', [255, 255, 255], [100, 0, 0]],
  ['red', [255, 0, 0], [53.24, 80.09, 67.2]],
  ['green', [0, 255, 0], [87.73, -86.18, 83.18]],
  ['blue', [0, 0, 255], [32.3, 79.19, -107.86]],
  ['middle gray', [119, 119, 119], [50.03, 0, 0]],
];

describe('rgbToLab', () => {
  it.each(known)('turns %s into its published value', (_, rgb, lab) => {
    // the cube root comes from a table of 16384 steps
    for (const [i, value] of labOfRgb(...rgb).entries()) expect(Math.abs(value - lab[i]!)).toBeLessThan(0.15);
  });

  it('fills every pixel of the planes', () => {
    const out = rgbToLab(
      Uint8Array.from({ length: 18 }, () => 255),
      createLabImage(3, 2),
    );
    expect([...out.l].every((l) => Math.abs(l - 100) < 0.1)).toBe(true);
  });
});
