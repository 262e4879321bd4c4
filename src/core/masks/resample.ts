/** For each of `dst` positions along an axis the source positions it reads and their weights, which sum to 1. */
interface AxisTaps {
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** `stride` weights a position, `count` of them used. */
  readonly weights: Float64Array;
  readonly stride: number;
}

/** A block of a larger grid: `length` positions from `start`. */
interface Range {
  readonly start: number;
  readonly length: number;
}

/** One axis of a grid: how long it is, how long it becomes, and the part that can be other than 0. */
export interface ResampleAxis extends Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Resizes a grid that is 0 outside a block, one axis after the other: bilinear with pixel centres at .5 where
 * an axis grows (`align_corners` false, edges repeated), mean over the covered stretch where it shrinks.
 * @param block values of the block, row-major, `rows.length` x `columns.length`
 * @returns the block of the result that can be other than 0, in full precision
 */
export function resampleBlock(
  block: Uint8Array,
  rows: ResampleAxis,
  columns: ResampleAxis,
): { rows: Range; columns: Range; data: Float64Array } {
  const xTaps = axisTaps(columns.from, columns.to);
  const yTaps = axisTaps(rows.from, rows.to);
  const outColumns = reachedRange(xTaps, columns);
  const outRows = reachedRange(yTaps, rows);
  const narrow = resampleRows(block, rows.length, columns, xTaps, outColumns);
  const data = resampleColumns(narrow, rows, yTaps, outRows, outColumns.length);
  return { rows: outRows, columns: outColumns, data };
}

function axisTaps(from: number, to: number): AxisTaps {
  return to >= from ? linearTaps(from, to) : meanTaps(from, to);
}

function linearTaps(from: number, to: number): AxisTaps {
  const taps = emptyTaps(to, 2);
  for (let i = 0; i < to; i++) {
    const at = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1);
    const low = Math.floor(at);
    taps.first[i] = low;
    taps.count[i] = at > low ? 2 : 1;
    taps.weights[2 * i] = 1 - (at - low);
    taps.weights[2 * i + 1] = at - low;
  }
  return taps;
}

function meanTaps(from: number, to: number): AxisTaps {
  const taps = emptyTaps(to, Math.ceil(from / to) + 1);
  for (let i = 0; i < to; i++) {
    const low = (i * from) / to;
    const high = ((i + 1) * from) / to;
    const first = Math.floor(low);
    const end = Math.min(from, Math.ceil(high));
    taps.first[i] = first;
    taps.count[i] = end - first;
    for (let s = first; s < end; s++) {
      const covered = Math.min(high, s + 1) - Math.max(low, s);
      taps.weights[i * taps.stride + s - first] = (covered * to) / from;
    }
  }
  return taps;
}

function emptyTaps(to: number, stride: number): AxisTaps {
  return { first: new Int32Array(to), count: new Int32Array(to), weights: new Float64Array(to * stride), stride };
}

/** The positions of the result that read from the block. */
function reachedRange(taps: AxisTaps, { start, length }: Range): Range {
  let low = 0;
  let high = taps.first.length;
  while (low < high && taps.first[low]! + taps.count[low]! <= start) low++;
  while (high > low && taps.first[high - 1]! >= start + length) high--;
  return { start: low, length: high - low };
}

function resampleRows(block: Uint8Array, height: number, columns: Range, taps: AxisTaps, out: Range): Float64Array {
  const { first, count, weights, stride } = taps;
  const width = columns.length;
  const narrow = new Float64Array(height * out.length);
  for (let o = 0; o < out.length; o++) {
    const i = out.start + o;
    const from = Math.max(first[i]!, columns.start);
    const to = Math.min(first[i]! + count[i]!, columns.start + width);
    const offset = i * stride - first[i]!;
    for (let y = 0; y < height; y++) {
      const row = y * width - columns.start;
      let sum = 0;
      for (let s = from; s < to; s++) sum += weights[offset + s]! * block[row + s]!;
      narrow[y * out.length + o] = sum;
    }
  }
  return narrow;
}

function resampleColumns(narrow: Float64Array, rows: Range, taps: AxisTaps, out: Range, width: number): Float64Array {
  const data = new Float64Array(out.length * width);
  for (let o = 0; o < out.length; o++) {
    const i = out.start + o;
    const from = Math.max(taps.first[i]!, rows.start);
    const to = Math.min(taps.first[i]! + taps.count[i]!, rows.start + rows.length);
    for (let s = from; s < to; s++) {
      const weight = taps.weights[i * taps.stride + s - taps.first[i]!]!;
      const source = (s - rows.start) * width;
      for (let x = 0; x < width; x++) data[o * width + x]! += weight * narrow[source + x]!;
    }
  }
  return data;
}
