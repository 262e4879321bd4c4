/**
 * Scales an RGB picture: each axis averages areas where it shrinks and interpolates linearly where it grows, with
 * pixel centres at half coordinates (as OpenCV's INTER_AREA and INTER_LINEAR do).
 * @param out `toWidth * toHeight * 3` bytes to write into
 */
export function resizeRgb(
  data: Uint8Array,
  width: number,
  height: number,
  toWidth: number,
  toHeight: number,
  out: Uint8Array = new Uint8Array(toWidth * toHeight * 3),
): Uint8Array {
  return resizeInterleaved(data, width, height, 3, toWidth, toHeight, out);
}

/** As `resizeRgb`, for a picture of one channel. */
export function resizeGray(
  data: Uint8Array,
  width: number,
  height: number,
  toWidth: number,
  toHeight: number,
  out: Uint8Array = new Uint8Array(toWidth * toHeight),
): Uint8Array {
  return resizeInterleaved(data, width, height, 1, toWidth, toHeight, out);
}

/** The size with its long side at most `longSide`, aspect kept, no side below 1; never larger than given. */
export function fitLongSide(width: number, height: number, longSide: number): { width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

function resizeInterleaved(
  data: Uint8Array,
  width: number,
  height: number,
  channels: 1 | 3,
  toWidth: number,
  toHeight: number,
  out: Uint8Array,
): Uint8Array {
  if (width === toWidth && height === toHeight) {
    out.set(data.subarray(0, out.length));
    return out;
  }
  const across = axisWeights(width, toWidth);
  const down = axisWeights(height, toHeight);
  const sum = new Float64Array(width * channels);
  for (let y = 0; y < toHeight; y++) {
    sumRows(data, width * channels, down, y, sum);
    (channels === 3 ? writeRgbRow : writeGrayRow)(sum, across, toWidth, out, y * toWidth * channels);
  }
  return out;
}

/** For each target cell: its first source cell and the weights from there on, which sum to 1. */
interface AxisWeights {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly weights: Float64Array;
  /** Weights of cell i start at i * span. */
  readonly span: number;
}

function axisWeights(from: number, to: number): AxisWeights {
  const scale = from / to;
  const span = scale > 1 ? Math.ceil(scale) + 1 : 2;
  const axis = { first: new Int32Array(to), count: new Int32Array(to), weights: new Float64Array(to * span), span };
  for (let i = 0; i < to; i++) (scale > 1 ? averageCell : interpolateCell)(axis, i, scale, from);
  return axis;
}

function averageCell({ first, count, weights, span }: AxisWeights, i: number, scale: number, from: number): void {
  const low = i * scale;
  const high = Math.min(from, low + scale);
  const start = Math.floor(low);
  const end = Math.min(from, Math.ceil(high - 1e-6));
  first[i] = start;
  count[i] = Math.min(span, end - start);
  for (let k = 0; k < count[i]!; k++) {
    weights[i * span + k] = (Math.min(high, start + k + 1) - Math.max(low, start + k)) / scale;
  }
}

function interpolateCell({ first, count, weights, span }: AxisWeights, i: number, scale: number, from: number): void {
  const center = Math.min(from - 1, Math.max(0, (i + 0.5) * scale - 0.5));
  const start = Math.min(Math.floor(center), Math.max(0, from - 2));
  first[i] = start;
  count[i] = Math.min(2, from);
  weights[i * span] = 1 - (center - start);
  weights[i * span + 1] = center - start;
}

function sumRows(data: Uint8Array, rowLength: number, axis: AxisWeights, y: number, sum: Float64Array): void {
  const count = axis.count[y]!;
  for (let k = 0; k < count; k++) {
    const weight = axis.weights[y * axis.span + k]!;
    const row = (axis.first[y]! + k) * rowLength;
    if (k === 0) for (let i = 0; i < rowLength; i++) sum[i] = weight * data[row + i]!;
    else for (let i = 0; i < rowLength; i++) sum[i] = sum[i]! + weight * data[row + i]!;
  }
}

function writeGrayRow(
  sum: Float64Array,
  { first, count, weights, span }: AxisWeights,
  toWidth: number,
  out: Uint8Array,
  at: number,
): void {
  for (let x = 0; x < toWidth; x++, at++) {
    let value = 0.5;
    const from = first[x]!;
    const n = count[x]!;
    for (let k = 0; k < n; k++) value += weights[x * span + k]! * sum[from + k]!;
    out[at] = value | 0;
  }
}

function writeRgbRow(
  sum: Float64Array,
  { first, count, weights, span }: AxisWeights,
  toWidth: number,
  out: Uint8Array,
  at: number,
): void {
  for (let x = 0; x < toWidth; x++, at += 3) {
    let red = 0.5;
    let green = 0.5;
    let blue = 0.5;
    let from = first[x]! * 3;
    const end = x * span + count[x]!;
    for (let w = x * span; w < end; w++, from += 3) {
      const weight = weights[w]!;
      red += weight * sum[from]!;
      green += weight * sum[from + 1]!;
      blue += weight * sum[from + 2]!;
    }
    out[at] = red | 0;
    out[at + 1] = green | 0;
    out[at + 2] = blue | 0;
  }
}
