import type { Part } from '../canvas.ts';
import { lit, mix, over, type Rgb, smooth } from '../palette.ts';

export interface BottleLook {
  readonly width: number;
  readonly height: number;
  readonly paint: Rgb;
  readonly cap: Rgb;
  /** A printed label round its belly. */
  readonly label?: Rgb;
}

/** A bottle standing upright. */
export function bottle(look: BottleLook, x: number, ground: number): Part[] {
  const { width, height, paint, cap, label } = look;
  const hw = width / 2;
  const top = ground - height;
  return [
    {
      box: [x - hw, top, width, height],
      distance: (px, py) => {
        const t = (py - top) / height;
        const u = Math.min(1, Math.abs(px - x) / hw);
        const foot = ground - hw * 0.2 * (1 - Math.sqrt(1 - u * u));
        return Math.max((Math.abs(px - x) - hw * profile(t)) * 0.9, top - py, py - foot);
      },
      paint: (px, py, out) => {
        const t = (py - top) / height;
        const u = Math.min(1, Math.max(-1, (px - x) / (hw * profile(t))));
        const round = lit(u, 0, Math.sqrt(1 - u * u));
        mix(out, paint, round);
        if (label !== undefined) over(out, shade(label, round), 0.5 + Math.min(t - 0.52, 0.82 - t) * height);
        over(out, shade(cap, round), 0.5 + (0.1 - t) * height);
        const streak = Math.max(0, 1 - Math.abs(u + 0.5) / 0.14);
        over(out, [255, 255, 255], 0.42 * streak * streak * (t > 0.1 ? 1 : 0.4));
      },
    },
  ];
}

/** Half width at a share of the height from the top: neck, shoulder, belly. */
const profile = (t: number) => (t < 0.1 ? 0.4 : 0.34 + 0.66 * smooth(0.2, 0.4, t));

const shade = ([r, g, b]: Rgb, k: number): Rgb => [r * k, g * k, b * k];
