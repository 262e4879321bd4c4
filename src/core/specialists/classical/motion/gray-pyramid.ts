import type { Frame } from '../../../media/frame.ts';

/** One gray picture of a pyramid, 0..255, row by row. */
export interface GrayLevel {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Halvings below the working size; the coarsest picture of a 640x360 frame is 40x22. */
const halvings = 3;

/**
 * A frame in gray at a whole fraction of its size (level 0, at most 360 px long) and halved three times. A whole
 * fraction keeps every working pixel the mean of equally many frame pixels, so that subpixel motion is not bent.
 */
export class GrayPyramid {
  readonly width: number;
  readonly height: number;
  /** Frame pixels a working pixel, each way. */
  readonly factor: number;
  readonly levels: readonly GrayLevel[];

  constructor(width: number, height: number, longSide = 360) {
    this.width = width;
    this.height = height;
    this.factor = Math.max(1, Math.ceil(Math.max(width, height) / longSide));
    const sizes = [
      { w: Math.max(1, Math.floor(width / this.factor)), h: Math.max(1, Math.floor(height / this.factor)) },
    ];
    for (let i = 0; i < halvings; i++) {
      const { w, h } = sizes[i]!;
      sizes.push({ w: Math.max(1, w >> 1), h: Math.max(1, h >> 1) });
    }
    this.levels = sizes.map(({ w, h }) => ({ width: w, height: h, data: new Float32Array(w * h) }));
  }

  /** Fills all levels from a frame of this pyramid's size. */
  fill(frame: Frame): this {
    shrinkToGray(frame.data, frame.width, this.factor, this.levels[0]!);
    for (let i = 1; i < this.levels.length; i++) halve(this.levels[i - 1]!, this.levels[i]!);
    return this;
  }
}

/** Mean of factor x factor pixels of (2 R + 5 G + B) / 8, close to luma and free of multiplications by fractions. */
function shrinkToGray(rgb: Uint8Array, rowPixels: number, factor: number, out: GrayLevel): void {
  const { width, height, data } = out;
  const norm = 1 / (8 * factor * factor);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy++) {
        let p = 3 * ((y * factor + dy) * rowPixels + x * factor);
        for (let dx = 0; dx < factor; dx++, p += 3) sum += 2 * rgb[p]! + 5 * rgb[p + 1]! + rgb[p + 2]!;
      }
      data[y * width + x] = sum * norm;
    }
  }
}

function halve(from: GrayLevel, to: GrayLevel): void {
  const { width, height, data } = to;
  const w = from.width;
  const right = w > 1 ? 1 : 0;
  const below = from.height > 1 ? w : 0;
  for (let y = 0; y < height; y++) {
    let p = 2 * y * w;
    for (let x = 0; x < width; x++, p += 2) {
      const sum = from.data[p]! + from.data[p + right]! + from.data[p + below]! + from.data[p + below + right]!;
      data[y * width + x] = 0.25 * sum;
    }
  }
}

/** Bilinear value at (x, y) in pixel-centre coordinates; NaN outside the picture. */
export function sampleGray({ width, height, data }: GrayLevel, x: number, y: number): number {
  if (!(x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1)) return Number.NaN;
  const left = x >= width - 1 ? Math.max(0, width - 2) : x | 0;
  const top = y >= height - 1 ? Math.max(0, height - 2) : y | 0;
  const fx = x - left;
  const fy = y - top;
  const p = top * width + left;
  const right = width > 1 ? 1 : 0;
  const below = height > 1 ? width : 0;
  const upper = data[p]! + fx * (data[p + right]! - data[p]!);
  const lower = data[p + below]! + fx * (data[p + below + right]! - data[p + below]!);
  return upper + fy * (lower - upper);
}
