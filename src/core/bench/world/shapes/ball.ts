import type { Part } from '../canvas.ts';
import { light, lit, mix, over, type Rgb } from '../palette.ts';

/** A glossy ball on the ground; `roll` is the way it has rolled in units, shown by its band where it has one. */
export function ball(look: { radius: number; paint: Rgb; band?: Rgb }, x: number, ground: number, roll = 0): Part[] {
  const { radius: r, paint, band } = look;
  const cy = ground - r;
  const [cos, sin] = turn(roll / r);
  return [
    {
      box: [x - r, cy - r, 2 * r, 2 * r],
      distance: (px, py) => Math.sqrt((px - x) * (px - x) + (py - cy) * (py - cy)) - r,
      paint: (px, py, out) => {
        const nx = (px - x) / r;
        const ny = (py - cy) / r;
        const nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
        const strength = lit(nx, ny, nz) * (1 - 0.22 * Math.max(0, ny) * (1 - nz));
        mix(out, paint, strength);
        if (band !== undefined) over(out, scaled(band, strength), bandShare(nx * cos + ny * sin, r));
        const gloss = highlight(nx, ny, nz) * 150;
        for (let c = 0; c < 3; c++) out[c] = out[c]! + gloss;
      },
    },
  ];
}

const scaled = ([r, g, b]: Rgb, k: number): Rgb => [r * k, g * k, b * k];

const bandShare = (across: number, r: number) => 0.5 + (0.24 - Math.abs(across)) * r;

/** Blinn-Phong highlight with exponent 32, by repeated squaring; the viewer is far in front. */
function highlight(nx: number, ny: number, nz: number): number {
  const hz = light[2] + 1;
  const length = Math.sqrt(light[0] * light[0] + light[1] * light[1] + hz * hz);
  let s = Math.max(0, (nx * light[0] + ny * light[1] + nz * hz) / length);
  for (let i = 0; i < 5; i++) s *= s;
  return s;
}

/** Cosine and sine to 1e-3 by exactly specified arithmetic only, so that every engine draws the same bytes. */
export function turn(angle: number): readonly [cos: number, sin: number] {
  return [parabolicSine(angle + Math.PI / 2), parabolicSine(angle)];
}

function parabolicSine(angle: number): number {
  const turns = angle / (2 * Math.PI);
  const t = (turns - Math.floor(turns + 0.5)) * 2;
  const y = 4 * t * (1 - Math.abs(t));
  return y * (0.775 + 0.225 * Math.abs(y));
}
