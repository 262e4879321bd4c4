import type { Part } from '../canvas.ts';
import { lit, mix, over, type Rgb } from '../palette.ts';

export interface MugLook {
  readonly width: number;
  readonly height: number;
  readonly paint: Rgb;
  /** -1 handle on the left, 1 on the right. */
  readonly handle: -1 | 1;
}

/** A mug seen a little from above; the hole of its handle is no part of it. */
export function mug(look: MugLook, x: number, ground: number): Part[] {
  return [handle(look, x, ground), body(look, x, ground)];
}

function body({ width, height, paint }: MugLook, x: number, ground: number): Part {
  const hw = width / 2;
  const flat = hw * 0.3;
  const rim = ground - height + flat;
  const foot = ground - flat;
  return {
    box: [x - hw, rim - flat, width, height],
    distance: (px, py) => {
      const u = Math.min(1, Math.abs(px - x) / hw);
      const curve = flat * Math.sqrt(1 - u * u);
      return Math.max(Math.abs(px - x) - hw, rim - curve - py, py - foot - curve);
    },
    paint: (px, py, out) => {
      const u = Math.min(1, Math.max(-1, (px - x) / hw));
      const round = lit(u, -0.1, Math.sqrt(1 - u * u));
      const streak = Math.max(0, 1 - Math.abs(u + 0.48) / 0.16);
      mix(out, paint, round * 1.04, 70 * streak * streak);
      const lip = 1 - Math.sqrt(u * u + ((py - rim) / flat) * ((py - rim) / flat));
      over(out, tint(paint, 1.12, 26), 0.5 + lip * flat * 1.2);
      over(out, tint(paint, 0.44 + 0.16 * u, 6), 0.5 + (lip - 0.13) * flat * 1.2);
    },
  };
}

function handle({ width, height, paint, handle: side }: MugLook, x: number, ground: number): Part {
  const [cx, cy] = [x + side * width * 0.5, ground - height * 0.5];
  const [rx, ry, thick] = [width * 0.3, height * 0.27, width * 0.062];
  return {
    box: [cx - rx - thick, cy - ry - thick, 2 * (rx + thick), 2 * (ry + thick)],
    distance: (px, py) => {
      const dx = (px - cx) / rx;
      const dy = (py - cy) / ry;
      const ring = Math.sqrt(dx * dx + dy * dy);
      const slope = Math.sqrt((dx * dx) / (rx * rx) + (dy * dy) / (ry * ry)) / Math.max(ring, 1e-6);
      return Math.abs(ring - 1) / Math.max(slope, 1e-6) - thick;
    },
    paint: (px, py, out) => {
      const [dx, dy] = [(px - cx) / rx, (py - cy) / ry];
      const outward = (Math.sqrt(dx * dx + dy * dy) - 1) * (rx / thick);
      mix(out, paint, 0.86 - 0.2 * dy - 0.12 * outward * outward);
    },
  };
}

const tint = ([r, g, b]: Rgb, k: number, add: number): Rgb => [r * k + add, g * k + add, b * k + add];
