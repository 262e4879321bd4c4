import { type Mask, paintMask } from '../masks/index.ts';
import { blendPixel, type RgbCanvas } from './rgb-canvas.ts';
import type { Rgb } from './track-color.ts';

/** Mixes a colour into every pixel of a mask, run by run. */
export function fillMask(
  { data, width }: RgbCanvas,
  { runs, size: [h] }: Mask,
  [red, green, blue]: Rgb,
  alpha: number,
): void {
  const keep = Math.round((1 - alpha) * 256);
  const r = red * (256 - keep) + 128;
  const g = green * (256 - keep) + 128;
  const b = blue * (256 - keep) + 128;
  const stride = width * 3;
  for (let i = 0, at = 0; i + 1 < runs.length; i += 2) {
    at += runs[i]!;
    let x = Math.floor(at / h);
    let y = at - x * h;
    for (let left = runs[i + 1]!; left > 0; x++, y = 0) {
      const n = Math.min(left, h - y);
      for (let k = 0, p = y * stride + x * 3; k < n; k++, p += stride) {
        data[p] = (data[p]! * keep + r) >> 8;
        data[p + 1] = (data[p + 1]! * keep + g) >> 8;
        data[p + 2] = (data[p + 2]! * keep + b) >> 8;
      }
      left -= n;
    }
    at += runs[i + 1]!;
  }
}

/** Draws outlines; keeps its scratch memory between calls for one size of picture. */
export class OutlinePainter {
  readonly #width: number;
  readonly #height: number;
  /** 1 inside the mask. Only the part around the mask in hand is in use, and cleared after it. */
  readonly #inside: Uint8Array;
  /** Distance to the boundary in eighths of a pixel, 255 = far. */
  readonly #distance: Uint8Array;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#inside = new Uint8Array(width * height);
    this.#distance = new Uint8Array(width * height).fill(255);
  }

  fits(width: number, height: number): boolean {
    return width === this.#width && height === this.#height;
  }

  /** A line of `lineWidth` pixels along the boundary with a dark halo around it, both anti-aliased. */
  draw(canvas: RgbCanvas, mask: Mask, color: Rgb, lineWidth: number): void {
    if (mask.isEmpty) return;
    const halo = Math.max(1, lineWidth * 0.55);
    const reach = lineWidth / 2 + halo;
    paintMask(mask, this.#inside, 1);
    this.#stampBoundary(mask, stampOf(reach));
    paintMask(mask, this.#inside, 0);
    this.#paint(canvas, mask, color, lineWidth / 2, reach);
  }

  /** Writes, around each boundary pixel, the distance to it wherever it is less than what stands there. */
  #stampBoundary(mask: Mask, stamp: Stamp): void {
    const [x0, y0, w, h] = mask.bbox;
    const inside = this.#inside;
    const width = this.#width;
    for (let y = y0; y < y0 + h; y++) {
      for (let x = x0, at = y * width + x0; x < x0 + w; x++, at++) {
        if (inside[at] === 0) continue;
        const inner =
          (x === 0 || inside[at - 1] === 1) &&
          (x === width - 1 || inside[at + 1] === 1) &&
          (y === 0 || inside[at - width] === 1) &&
          (y === this.#height - 1 || inside[at + width] === 1);
        if (!inner) this.#stamp(stamp, x, y);
      }
    }
  }

  #stamp({ radius, distance }: Stamp, x: number, y: number): void {
    const side = 2 * radius + 1;
    const [left, right] = [Math.max(0, x - radius), Math.min(this.#width - 1, x + radius)];
    const [top, bottom] = [Math.max(0, y - radius), Math.min(this.#height - 1, y + radius)];
    for (let py = top; py <= bottom; py++) {
      const row = (py - y + radius) * side + radius - x;
      for (let px = left, at = py * this.#width + left; px <= right; px++, at++) {
        const d = distance[row + px]!;
        if (d < this.#distance[at]!) this.#distance[at] = d;
      }
    }
  }

  #paint({ data }: RgbCanvas, mask: Mask, color: Rgb, line: number, reach: number): void {
    const [x0, y0, w, h] = mask.bbox;
    const around = Math.ceil(reach) + 1;
    const left = Math.max(0, x0 - around);
    const right = Math.min(this.#width, x0 + w + around);
    const bottom = Math.min(this.#height, y0 + h + around);
    for (let y = Math.max(0, y0 - around); y < bottom; y++) {
      for (let x = left, at = y * this.#width + left; x < right; x++, at++) {
        const d = this.#distance[at]!;
        if (d === 255) continue;
        this.#distance[at] = 255;
        const shade = Math.min(1, reach + 0.5 - d / 8);
        const ink = Math.min(1, line + 0.5 - d / 8);
        if (shade > 0 && ink < 1) blendPixel(data, at * 3, haloColor, haloAlpha * shade);
        if (ink > 0) blendPixel(data, at * 3, color, ink);
      }
    }
  }
}

const haloColor: Rgb = [8, 10, 14];
const haloAlpha = 0.55;

interface Stamp {
  readonly radius: number;
  /** Side 2 * radius + 1, row by row, eighths of a pixel. */
  readonly distance: Uint8Array;
}

function stampOf(reach: number): Stamp {
  const radius = Math.min(30, Math.ceil(reach));
  const side = 2 * radius + 1;
  const distance = new Uint8Array(side * side);
  for (let i = 0; i < distance.length; i++) {
    distance[i] = Math.min(255, Math.round(8 * Math.hypot((i % side) - radius, Math.floor(i / side) - radius)));
  }
  return { radius, distance };
}
