import { createLabImage, type LabImage, rgbToLab } from '../color/index.ts';

/** A picture at working resolution: RGB bytes (interleaved) and the same in Lab. */
export interface WorkingImage {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  readonly lab: LabImage;
}

/** The size with `longSide` as its longer side and the same aspect; never larger than the source. */
export function workingSize(width: number, height: number, longSide: number): { width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

export function createWorkingImage(width: number, height: number): WorkingImage {
  return { width, height, rgb: new Uint8Array(width * height * 3), lab: createLabImage(width, height) };
}

/** Shrinks `source` (interleaved RGB) by area averaging into `out` and converts it; fills `out` and returns it. */
export function fillWorkingImage(source: Uint8Array, width: number, height: number, out: WorkingImage): WorkingImage {
  if (width === out.width && height === out.height) out.rgb.set(source);
  else shrinkRgb(source, width, height, out);
  rgbToLab(out.rgb, out.lab);
  return out;
}

/** Which source cells an output cell covers along one axis, with their weights (sum 1). */
interface Coverage {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly weights: Float32Array;
  readonly most: number;
}

function coverage(from: number, to: number): Coverage {
  const step = from / to;
  const most = Math.ceil(step) + 1;
  const first = new Int32Array(to);
  const count = new Int32Array(to);
  const weights = new Float32Array(to * most);
  for (let i = 0; i < to; i++) {
    const start = i * step;
    const end = Math.min(from, start + step);
    first[i] = Math.floor(start);
    count[i] = Math.min(most, Math.ceil(end - 1e-6) - first[i]!);
    for (let k = 0; k < count[i]!; k++) {
      const cell = first[i]! + k;
      weights[i * most + k] = (Math.min(end, cell + 1) - Math.max(start, cell)) / step;
    }
  }
  return { first, count, weights, most };
}

function shrinkRgb(source: Uint8Array, width: number, height: number, out: WorkingImage): void {
  const columns = coverage(width, out.width);
  const rows = coverage(height, out.height);
  const line = new Float32Array(width * 3);
  for (let y = 0; y < out.height; y++) {
    averageRows(source, width * 3, rows, y, line);
    averageColumns(line, columns, out.rgb, y * out.width * 3, out.width);
  }
}

function averageRows(source: Uint8Array, stride: number, rows: Coverage, y: number, line: Float32Array): void {
  line.fill(0);
  for (let k = 0; k < rows.count[y]!; k++) {
    const weight = rows.weights[y * rows.most + k]!;
    const from = (rows.first[y]! + k) * stride;
    for (let i = 0; i < stride; i++) line[i]! += weight * source[from + i]!;
  }
}

function averageColumns(line: Float32Array, columns: Coverage, rgb: Uint8Array, at: number, width: number): void {
  for (let x = 0; x < width; x++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let k = 0; k < columns.count[x]!; k++) {
      const weight = columns.weights[x * columns.most + k]!;
      const p = 3 * (columns.first[x]! + k);
      red += weight * line[p]!;
      green += weight * line[p + 1]!;
      blue += weight * line[p + 2]!;
    }
    rgb[at + 3 * x] = red + 0.5;
    rgb[at + 3 * x + 1] = green + 0.5;
    rgb[at + 3 * x + 2] = blue + 0.5;
  }
}
