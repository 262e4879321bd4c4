import { valueNoise } from './grain.ts';
import { mix, over, type Rgb, smooth } from './palette.ts';
import type { Backdrop } from './script.ts';

/** A wall lit from the upper left above a table of wood whose back edge is at row `edge`. */
export function tableAndWall(seed: number, edge: number, wall: Rgb, wood: Rgb): Backdrop {
  const noise = valueNoise(seed);
  return (x, y, out) => {
    if (y < edge) {
      mix(out, wall, 1.06 - 0.0004 * x - 0.0006 * y + 0.012 * noise(x * 0.6, y * 0.6) + 0.02 * noise(x / 90, y / 70));
      over(out, [0, 0, 0], 0.16 * smooth(edge - 26, edge, y));
      return;
    }
    grain(noise, wood, x, (y - edge) / (360 - edge), y, out);
    over(out, [255, 255, 255], 0.16 * (1 - smooth(0, 3, y - edge)));
  };
}

/** Wood seen at a slant: fine streaks along x, boards that widen towards the viewer. */
function grain(
  noise: (x: number, y: number) => number,
  wood: Rgb,
  x: number,
  near: number,
  y: number,
  out: Float32Array,
) {
  const across = near * (1.6 + near) * 3;
  const board = Math.floor(across);
  const streak = noise(x / 70 + board * 17, y * 0.9) * 0.5 + noise(x / 16 + board * 31, y * 1.7) * 0.25;
  const tone = 0.04 * noise(board * 5.3, 3) + 0.06 * streak;
  mix(out, wood, 0.93 + 0.12 * near - 0.00016 * x + tone);
  const seam = (Math.min(across - board, board + 1 - across) / (3 * (1.6 + 2 * near))) * 250;
  over(out, [wood[0] * 0.55, wood[1] * 0.5, wood[2] * 0.45], near > 0.02 ? 0.55 * (1 - smooth(0, 1.1, seam)) : 0);
}

/** A studio: floor and wall meet in a soft bend. */
export function studio(seed: number, bend: number, wall: Rgb, floor: Rgb): Backdrop {
  const noise = valueNoise(seed);
  return (x, y, out) => {
    const pool = 1 - smooth(0, 420, Math.abs(x - 270) + Math.abs(y - 120) * 0.8);
    const cloth = 0.012 * noise(x * 0.45, y * 0.45) + 0.02 * noise(x / 60, y / 50);
    mix(out, wall, 0.9 + 0.16 * pool + cloth);
    const ground = smooth(bend - 14, bend + 16, y);
    over(out, [floor[0] * (0.94 + cloth), floor[1] * (0.94 + cloth), floor[2] * (0.94 + cloth)], ground);
    over(out, [255, 255, 255], ground * 0.1 * pool + 0.07 * smooth(bend, 360, y));
  };
}

/** A wall with shelf boards whose upper front edges are at the given rows. */
export function shelves(seed: number, rows: readonly number[], wall: Rgb, wood: Rgb): Backdrop {
  const noise = valueNoise(seed);
  const [depth, thick] = [22, 13];
  return (x, y, out) => {
    mix(out, wall, 1.04 - 0.0005 * x - 0.0004 * y + 0.015 * noise(x * 0.5, y * 0.5) + 0.025 * noise(x / 80, y / 60));
    for (const row of rows) {
      const streak = 1 + 0.07 * noise(x / 60, y * 1.4 + row) + 0.03 * noise(x / 9, y * 2.3);
      over(out, [0, 0, 0], y > row + thick ? 0.36 * (1 - smooth(0, 34, y - row - thick)) : 0);
      if (y >= row - depth && y < row) mix(out, wood, streak * (0.86 + 0.2 * ((y - row + depth) / depth)));
      if (y >= row && y < row + thick) mix(out, wood, streak * (0.8 - 0.1 * ((y - row) / thick)));
      if (y >= row && y < row + 1.2) over(out, [255, 240, 214], 0.35);
    }
  };
}

/** A toy street: sky, house fronts, pavement, road with lane marks. */
export function street(seed: number, rows: { kerb: number; road: number; lane: number }): Backdrop {
  const noise = valueNoise(seed);
  return (x, y, out) => {
    if (y < rows.kerb) return houses(noise, x, y, rows.kerb, out);
    const rough = 0.05 * noise(x * 0.8, y * 0.8) + 0.03 * noise(x / 30, y / 12);
    if (y < rows.road) return pavement(rough, x, y, rows, out);
    mix(out, [104, 106, 112], 0.98 + rough * 0.8 + 0.1 * smooth(rows.road, 360, y));
    over(out, [40, 42, 46], 0.4 * (1 - smooth(0, 5, y - rows.road)));
    const dash = Math.abs((((x % 96) + 96) % 96) - 48);
    over(out, [226, 224, 212], Math.min(0.9, 0.5 + Math.min(27 - dash, 2.6 - Math.abs(y - rows.lane))));
  };
}

function pavement(rough: number, x: number, y: number, rows: { kerb: number; road: number }, out: Float32Array): void {
  mix(out, [176, 170, 160], 0.98 + rough * 0.6);
  const slab = Math.abs((((x + y * 0.6) % 44) + 44) % 44);
  over(out, [128, 122, 114], 0.5 * (1 - smooth(0, 1, Math.min(slab, 44 - slab))));
  over(out, [206, 202, 192], y > rows.road - 6 ? 0.8 : 0);
}

const fronts: readonly Rgb[] = [
  [198, 168, 142],
  [170, 178, 176],
  [206, 190, 160],
  [160, 146, 150],
  [186, 196, 190],
];

function houses(noise: (x: number, y: number) => number, x: number, y: number, foot: number, out: Float32Array): void {
  const lot = Math.floor(x / 118);
  const along = x - lot * 118;
  const roof = 34 + 24 * noise(lot * 3.7 + 0.5, 9.5);
  const rough = 0.02 * noise(x * 0.7, y * 0.7);
  if (y < roof) {
    mix(out, [176, 206, 230], 1.06 - 0.0012 * y + 0.03 * noise(x / 90, y / 26));
    return;
  }
  const front = fronts[((lot % fronts.length) + fronts.length) % fronts.length]!;
  mix(out, front, 1.02 - 0.0009 * (y - roof) + rough);
  over(out, [86, 76, 72], y < roof + 5 ? 0.6 : 0);
  over(out, [70, 64, 62], 0.5 * (1 - smooth(0, 2, along)));
  const [wx, wy] = [(along - 13) % 33, (y - roof - 17) % 36];
  const pane = along > 13 && along < 112 && y > roof + 15 && y - wy + 23 < foot - 16;
  const inPane = pane ? Math.min(wx, 18 - wx, wy, 23 - wy) : -1;
  over(out, [232, 228, 220], inPane > -2 && pane ? 0.7 * smooth(-2, -0.5, inPane) : 0);
  over(out, [92, 112, 128], smooth(0, 1, inPane) * 0.9);
  over(out, [170, 190, 204], inPane > 1 && wx - wy * 0.5 < 2 ? 0.4 : 0);
  over(out, [52, 50, 52], 0.2 * smooth(foot - 26, foot, y));
}
