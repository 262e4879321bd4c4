import type { Random } from '../../../base/random.ts';
import type { Color } from '../../../specialists/contract.ts';
import type { Material, Rgb } from './contract.ts';

/** sRGB, 0..1, of each basic colour word: well inside what people call by that name. */
export const paints: Readonly<Record<Color, Rgb>> = {
  red: [0.81, 0.15, 0.14],
  orange: [0.95, 0.5, 0.11],
  yellow: [0.95, 0.79, 0.17],
  green: [0.19, 0.58, 0.25],
  blue: [0.15, 0.36, 0.78],
  purple: [0.49, 0.24, 0.63],
  pink: [0.95, 0.53, 0.67],
  brown: [0.47, 0.29, 0.16],
  black: [0.12, 0.12, 0.13],
  gray: [0.54, 0.55, 0.56],
  white: [0.93, 0.92, 0.9],
};

/** Paint of that colour; with `random` a little lighter or darker. */
export function paint(colorName: Color, roughness = 0.5, extra: Partial<Material> = {}, random?: Random): Material {
  const tint = random ? random.between(0.93, 1.07) : 1;
  const [r, g, b] = paints[colorName];
  return {
    color: [Math.min(1, r * tint), Math.min(1, g * tint), Math.min(1, b * tint)],
    colorName,
    roughness,
    ...extra,
  };
}
