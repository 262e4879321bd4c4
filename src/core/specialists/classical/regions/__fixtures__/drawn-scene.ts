import { seededRandom } from '../../../../base/index.ts';
import { Frame } from '../../../../media/frame.ts';

type Rgb = readonly [number, number, number];

/** One drawn thing: where it is, and its colour there (a constant, or by place for stripes and shading). */
export interface DrawnThing {
  readonly inside: (x: number, y: number) => boolean;
  readonly color: Rgb | ((x: number, y: number) => Rgb);
  /** Soft shadow to the lower right, so many px. */
  readonly shadow?: number;
}

export interface DrawnScene {
  readonly frame: Frame;
  /** Visible pixels of each thing, row by row, in drawing order. */
  readonly truth: readonly Uint8Array[];
}

/** Draws things over a background, later ones in front, with 3x3 anti-aliasing and Gaussian noise of `noise` levels. */
export function drawScene(
  width: number,
  height: number,
  background: (x: number, y: number) => Rgb,
  things: readonly DrawnThing[],
  { noise = 3, seed = 1 }: { noise?: number; seed?: number } = {},
): DrawnScene {
  const random = seededRandom(seed);
  const data = new Uint8Array(width * height * 3);
  const truth = things.map(() => new Uint8Array(width * height));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const color = pixel(x, y, background, things, truth, y * width + x);
      for (let k = 0; k < 3; k++) {
        data[3 * (y * width + x) + k] = Math.max(0, Math.min(255, Math.round(color[k]! + noise * random.normal())));
      }
    }
  }
  return { frame: new Frame({ width, height, index: 0, time: 0, data }), truth };
}

const taps = [1 / 6, 1 / 2, 5 / 6];

function pixel(
  x: number,
  y: number,
  background: (x: number, y: number) => Rgb,
  things: readonly DrawnThing[],
  truth: readonly Uint8Array[],
  at: number,
): number[] {
  const sum = [0, 0, 0];
  for (const dy of taps) {
    for (const dx of taps) {
      const front = things.findLastIndex((t) => t.inside(x + dx, y + dy));
      if (front >= 0 && dx === 1 / 2 && dy === 1 / 2) truth[front]![at] = 1;
      const color = front >= 0 ? colorOf(things[front]!, x, y) : darkened(background(x, y), x, y, things);
      for (let k = 0; k < 3; k++) sum[k]! += color[k]! / 9;
    }
  }
  return sum;
}

const colorOf = ({ color }: DrawnThing, x: number, y: number): Rgb =>
  typeof color === 'function' ? color(x, y) : color;

/** Shadow: up to a third less light, fading over its length. */
function darkened(color: Rgb, x: number, y: number, things: readonly DrawnThing[]): Rgb {
  let light = 1;
  for (const { inside, shadow = 0 } of things) {
    for (let d = 1; d <= shadow; d++) {
      if (inside(x - d, y - d)) {
        light *= 0.67 + (0.33 * d) / (shadow + 1);
        break;
      }
    }
  }
  return [color[0] * light, color[1] * light, color[2] * light];
}

export const disk =
  (cx: number, cy: number, r: number) =>
  (x: number, y: number): boolean =>
    (x - cx) ** 2 + (y - cy) ** 2 < r * r;

export const box =
  (x0: number, y0: number, w: number, h: number) =>
  (x: number, y: number): boolean =>
    x >= x0 && x < x0 + w && y >= y0 && y < y0 + h;

/** A ball lit from the upper left. */
export const lit =
  (color: Rgb, cx: number, cy: number, r: number) =>
  (x: number, y: number): Rgb => {
    const light = 1.1 - 0.45 * (Math.hypot(x - cx + r / 3, y - cy + r / 3) / r);
    return [color[0] * light, color[1] * light, color[2] * light];
  };

export const stripes =
  (a: Rgb, b: Rgb, width: number) =>
  (x: number): Rgb =>
    Math.floor(x / width) % 2 === 0 ? a : b;

/** Background of one colour that gets a little lighter to the right. */
export const plain =
  (color: Rgb) =>
  (x: number): Rgb => [color[0] + x / 60, color[1] + x / 60, color[2] + x / 60];

/** Woven background: two sine waves of some levels. */
export const woven =
  (color: Rgb, size = 8) =>
  (x: number, y: number): Rgb => {
    const wave = size * Math.sin(x / 3.1) * Math.sin(y / 2.7);
    return [color[0] + wave, color[1] + wave, color[2] + wave];
  };
