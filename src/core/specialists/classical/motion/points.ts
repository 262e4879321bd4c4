import type { Mask } from '../../../masks/mask.ts';
import type { GrayLevel } from './gray-pyramid.ts';

/** Places in level 0 of a pyramid, in edge coordinates (the centre of pixel 0 is at 0.5). Grows; never shrinks. */
export class PointList {
  x = new Float32Array(1024);
  y = new Float32Array(1024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(x: number, y: number): void {
    if (this.length === this.x.length) this.#grow();
    this.x[this.length] = x;
    this.y[this.length++] = y;
  }

  #grow(): void {
    const x = new Float32Array(2 * this.length);
    const y = new Float32Array(2 * this.length);
    x.set(this.x);
    y.set(this.y);
    this.x = x;
    this.y = y;
  }
}

/**
 * Pixels of a mask on a square grid, about `target` of them (all where it has fewer), as places in a picture
 * `factor` times smaller. The grid is as fine as a frame pixel, so that even thin regions get points.
 */
export function maskPoints({ runs, size: [h], area }: Mask, factor: number, target: number, out: PointList): void {
  out.clear();
  const step = Math.max(1, Math.floor(Math.sqrt(area / target)));
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const start = at + runs[i]!;
    at = start + runs[i + 1]!;
    for (let x = Math.floor(start / h); x * h < at; x++) {
      if (x % step !== 0) continue;
      const top = Math.max(start, x * h) - x * h;
      const bottom = Math.min(at, x * h + h) - x * h;
      for (let y = Math.ceil(top / step) * step; y < bottom; y += step) out.add((x + 0.5) / factor, (y + 0.5) / factor);
    }
  }
}

const bins = 64;
const histogram = new Uint32Array(bins);
let strengths = new Float32Array(4096);

/**
 * The about `target` points with the strongest gradient in `level`: edges and texture, where motion can be seen.
 * @param floor weaker ones are noise; gray levels over two pixels, both directions added
 */
export function strongestPoints(
  points: PointList,
  level: GrayLevel,
  { target, floor }: { target: number; floor: number },
  out: PointList,
): void {
  out.clear();
  if (strengths.length < points.length) strengths = new Float32Array(2 * points.length);
  histogram.fill(0);
  for (let i = 0; i < points.length; i++) {
    const strength = gradientStrength(level, points.x[i]!, points.y[i]!);
    strengths[i] = strength;
    histogram[Math.min(bins - 1, strength | 0)]!++;
  }
  const { least, count } = thresholdFor(target, floor);
  const stride = Math.max(1, count / target);
  let next = 0;
  for (let i = 0, seen = 0; i < points.length; i++) {
    if (strengths[i]! < least || seen++ < next) continue;
    out.add(points.x[i]!, points.y[i]!);
    next += stride;
  }
}

/** The highest strength that at least `target` points reach, not below `floor`, and how many reach it. */
function thresholdFor(target: number, floor: number): { readonly least: number; readonly count: number } {
  let least = bins - 1;
  let count = histogram[least]!;
  while (least > floor && count < target) count += histogram[--least]!;
  return { least, count };
}

/** At the nearest pixel; 0 at the border of the picture. */
function gradientStrength({ width, height, data }: GrayLevel, placeX: number, placeY: number): number {
  const x = placeX | 0;
  const y = placeY | 0;
  if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return 0;
  const p = y * width + x;
  return Math.abs(data[p + 1]! - data[p - 1]!) + Math.abs(data[p + width]! - data[p - width]!);
}
