import { paintMask } from '../../../masks/bitmap.ts';
import type { Mask } from '../../../masks/mask.ts';
import type { Frame } from '../../../media/frame.ts';
import { type LabImage, rgbToLab } from '../color/lab.ts';

/** Pixels taken from a region, column by column. Valid until the next call of the sampler that made it. */
export interface RegionSamples {
  readonly count: number;
  /** Frame px. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** Interleaved, 3 bytes a sample. */
  readonly rgb: Uint8Array;
  /** One value a sample. */
  readonly lab: LabImage;
  /** Change of luma per px, central differences within the region's inside. */
  readonly slopeX: Float32Array;
  readonly slopeY: Float32Array;
}

/** Most samples a region: enough for shares within 1 %, cheap enough for many regions. */
const most = 1600;
const capacity = 4 * most;

/**
 * Picks pixels from the inside of regions: one from each cell of a grid, at a place that varies from cell to cell (a
 * regular grid would beat with stripes). Two pixels at the region's edge, blended with what is behind, are left out
 * where the region is thick enough.
 */
export class RegionSampler {
  #inside = new Uint8Array(0);
  #size = '';
  readonly #x = new Int32Array(capacity);
  readonly #y = new Int32Array(capacity);
  readonly #rgb = new Uint8Array(3 * capacity);
  readonly #slopeX = new Float32Array(capacity);
  readonly #slopeY = new Float32Array(capacity);
  readonly #l = new Float32Array(capacity);
  readonly #a = new Float32Array(capacity);
  readonly #b = new Float32Array(capacity);

  take(frame: Frame, mask: Mask): RegionSamples {
    this.#fit(frame);
    paintMask(mask, this.#inside, 1);
    let count = 0;
    for (let margin = 2; margin >= 0 && count < Math.min(24, mask.area / 4); margin--)
      count = this.#pick(frame, mask, margin);
    paintMask(mask, this.#inside, 0);
    return this.#samples(count);
  }

  #fit({ width, height }: Frame): void {
    const size = `${width}x${height}`;
    if (size === this.#size) return;
    this.#size = size;
    this.#inside = new Uint8Array(width * height);
  }

  #pick(frame: Frame, mask: Mask, margin: number): number {
    const { width } = frame;
    const [left, top, w, h] = mask.bbox;
    const step = Math.max(1, Math.ceil(Math.sqrt(mask.area / most)));
    const inner = innerRange(frame, Math.max(1, margin));
    let count = 0;
    for (let cellX = left, i = 0; cellX < left + w; cellX += step, i++) {
      for (let cellY = top, j = 0; cellY < top + h; cellY += step, j++) {
        const x = step === 1 ? cellX : cellX + scattered(i, j, step);
        const y = step === 1 ? cellY : cellY + scattered(j, i + 7, step);
        if (x < inner.left || y < inner.top || x >= inner.right || y >= inner.bottom) continue;
        const p = y * width + x;
        if (this.#isInside(p, width, margin) && count < capacity) this.#store(frame.data, p, x, y, width, count++);
      }
    }
    return count;
  }

  #isInside(p: number, width: number, margin: number): boolean {
    const inside = this.#inside;
    if (inside[p] === 0) return false;
    if (margin === 0) return true;
    const rows = margin * width;
    return inside[p - margin]! + inside[p + margin]! + inside[p - rows]! + inside[p + rows]! === 4;
  }

  #store(rgb: Uint8Array, p: number, x: number, y: number, width: number, i: number): void {
    this.#x[i] = x;
    this.#y[i] = y;
    this.#rgb[3 * i] = rgb[3 * p]!;
    this.#rgb[3 * i + 1] = rgb[3 * p + 1]!;
    this.#rgb[3 * i + 2] = rgb[3 * p + 2]!;
    this.#slopeX[i] = 0.5 * (luma(rgb, p + 1) - luma(rgb, p - 1));
    this.#slopeY[i] = 0.5 * (luma(rgb, p + width) - luma(rgb, p - width));
  }

  #samples(count: number): RegionSamples {
    const cut = (values: Float32Array) => values.subarray(0, count);
    const rgb = this.#rgb.subarray(0, 3 * count);
    const lab = { width: count, height: 1, l: cut(this.#l), a: cut(this.#a), b: cut(this.#b) };
    rgbToLab(rgb, lab);
    return { count, x: this.#x, y: this.#y, rgb, lab, slopeX: this.#slopeX, slopeY: this.#slopeY };
  }
}

const luma = (rgb: Uint8Array, p: number): number => (2 * rgb[3 * p]! + 5 * rgb[3 * p + 1]! + rgb[3 * p + 2]!) / 8;

/** The part of the picture whose pixels have all neighbours at `margin`. */
function innerRange({ width, height }: Frame, margin: number) {
  return { left: margin, top: margin, right: width - margin, bottom: height - margin };
}

/** A place 0..n-1 that looks random but is the same every time. */
function scattered(i: number, j: number, n: number): number {
  const mixed = Math.imul(Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(j + 1, 0x85ebca6b), 0xc2b2ae35) >>> 0;
  return ((mixed >>> 8) * n) >>> 24;
}
