import type { Color } from '../../specialists/contract.ts';

/** Red, green, blue, 0..255, before shading. */
export type Rgb = readonly [number, number, number];

/** Paint of each basic colour word: well inside what people call by that name. */
export const paints: Readonly<Record<Color, Rgb>> = {
  red: [206, 42, 40],
  orange: [240, 128, 30],
  yellow: [242, 202, 46],
  green: [52, 148, 66],
  blue: [44, 92, 196],
  purple: [124, 62, 158],
  pink: [240, 136, 172],
  brown: [122, 76, 42],
  black: [36, 36, 40],
  gray: [138, 140, 142],
  white: [238, 237, 232],
};

/** Where the light comes from (unit vector; x right, y down, z towards the viewer). */
export const light: Rgb = [-0.45, -0.58, 0.679];

/** Diffuse light on a surface whose unit normal is (nx, ny, nz): 0.4 in shade to 1.1 in full light. */
export function lit(nx: number, ny: number, nz: number): number {
  const facing = nx * light[0] + ny * light[1] + nz * light[2];
  return 0.42 + 0.66 * Math.max(facing, 0);
}

/** Writes `paint * strength + gloss` into `out`. */
export function mix(out: Float32Array, paint: Rgb, strength: number, gloss = 0): void {
  out[0] = paint[0] * strength + gloss;
  out[1] = paint[1] * strength + gloss;
  out[2] = paint[2] * strength + gloss;
}

/** Blends `paint` over what is in `out`. */
export function over(out: Float32Array, paint: Rgb, share: number): void {
  if (share <= 0) return;
  const a = Math.min(share, 1);
  for (let c = 0; c < 3; c++) out[c] = out[c]! + a * (paint[c]! - out[c]!);
}

/** 0 below `low`, 1 above `high`, smooth between (cubic). */
export function smooth(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}
