import { MaskError } from '../base/errors.ts';
import { type Box, boxIntersection, boxUnion, type SizeHw } from '../base/geometry.ts';
import { maskFromBitmap, paintMask } from './bitmap.ts';
import type { Mask } from './mask.ts';
import { emptyMask } from './mask-from-runs.ts';
import { cropMask, pasteMask } from './place.ts';
import { type ResampleAxis, resampleBlock } from './resample.ts';
import { requireResizable } from './resize.ts';

/**
 * A probability for each pixel of a frame, kept for the part that can be other than 0 only.
 * A plain value; never write into `data` of one that you did not make.
 */
export interface SoftMask {
  /** [height, width] of the frame. */
  readonly size: SizeHw;
  /** [x, y, w, h] of the stored part in the frame, whole pixels, inside the frame; [0, 0, 0, 0] for none. */
  readonly box: Box;
  /** w * h values row by row: 0 to 255 stands for probability 0 to 1. */
  readonly data: Uint8Array;
}

/** Probability 0 everywhere. */
export const emptySoft = (size: SizeHw): SoftMask => ({ size, box: [0, 0, 0, 0], data: new Uint8Array(0) });

/**
 * Probability 1 on the mask and 0 elsewhere.
 * @param options.blur radius in pixels over which the edge fades: the mean over a square of 2 * blur + 1 pixels,
 * cut at the frame; default 0
 */
export function softFromMask(mask: Mask, { blur = 0 }: { blur?: number } = {}): SoftMask {
  if (mask.isEmpty) return emptySoft(mask.size);
  const box = growBox(mask.bbox, blur, mask.size);
  const data = paintMask(cropMask(mask, box), new Uint8Array(box[2] * box[3]), 255);
  return { size: mask.size, box, data: blur > 0 ? blurGrid(data, box[2], box[3], blur) : data };
}

/** The pixels whose probability is above `threshold` (0 to 1, default 0.5). */
export function softToMask({ size, box, data }: SoftMask, threshold = 0.5): Mask {
  if (data.length === 0) return emptyMask(size);
  return pasteMask(maskFromBitmap(data, [box[3], box[2]], { threshold: threshold * 255 }), size, box[0], box[1]);
}

/** Probability of one pixel, 0 to 1; 0 outside the stored part. */
export function softAt({ box: [x0, y0, w, h], data }: SoftMask, x: number, y: number): number {
  const inside = x >= x0 && x < x0 + w && y >= y0 && y < y0 + h;
  return inside ? data[(y - y0) * w + x - x0]! / 255 : 0;
}

/**
 * alpha * p + (1 - alpha) * q for each pixel of the frame, to the nearest of 256 steps.
 * While alpha > 0 a pixel moves towards `p` by one step at least, so that an old value fades out in full.
 * @throws MaskError when the frames differ in size or alpha is outside 0 .. 1
 */
export function blendSoft(p: SoftMask, q: SoftMask, alpha: number): SoftMask {
  if (!(alpha >= 0 && alpha <= 1)) throw new MaskError(`soft masks blend with a share of 0 to 1, got ${alpha}`);
  if (p.size[0] !== q.size[0] || p.size[1] !== q.size[1]) {
    throw new MaskError(`soft masks have different sizes: [${p.size}] and [${q.size}] (height, width)`);
  }
  if (q.data.length === 0 && p.data.length === 0) return p;
  const box = p.data.length === 0 ? q.box : q.data.length === 0 ? p.box : boxUnion(p.box, q.box);
  const data = new Uint8Array(box[2] * box[3]);
  pasteGrid(q, box, data);
  blendInto(data, box, p, alpha);
  return trimSoft({ size: p.size, box, data });
}

/** Moves the grid by whole pixels; what leaves the frame is lost. */
export function translateSoft(soft: SoftMask, dx: number, dy: number): SoftMask {
  const [x, y, w, h] = soft.box;
  const moved: SoftMask = { size: soft.size, box: [x + dx, y + dy, w, h], data: soft.data };
  const inside = boxIntersection(moved.box, [0, 0, soft.size[1], soft.size[0]]);
  if (inside === null) return emptySoft(soft.size);
  if (inside[2] === w && inside[3] === h) return moved;
  const data = new Uint8Array(inside[2] * inside[3]);
  pasteGrid(moved, inside, data);
  return { size: soft.size, box: inside, data };
}

/** Resizes to another frame size: bilinear where an axis grows, mean where it shrinks. @throws MaskError for no size */
export function resizeSoft(soft: SoftMask, size: SizeHw): SoftMask {
  requireResizable(soft, size);
  if (soft.data.length === 0) return emptySoft(size);
  const [x, y, w, h] = soft.box;
  const fromRows: ResampleAxis = { from: soft.size[0], to: size[0], start: y, length: h };
  const fromColumns: ResampleAxis = { from: soft.size[1], to: size[1], start: x, length: w };
  const { rows, columns, data } = resampleBlock(soft.data, fromRows, fromColumns);
  const box: Box = [columns.start, rows.start, columns.length, rows.length];
  return trimSoft({ size, box, data: roundAll(data) });
}

/** Copies the part of a grid that lies in `box` into `out`, which has the size of the box. */
function pasteGrid(soft: SoftMask, box: Box, out: Uint8Array): void {
  const common = boxIntersection(soft.box, box);
  if (common === null) return;
  const [x, y, w, h] = common;
  for (let row = y; row < y + h; row++) {
    const from = (row - soft.box[1]) * soft.box[2] + x - soft.box[0];
    out.set(soft.data.subarray(from, from + w), (row - box[1]) * box[2] + x - box[0]);
  }
}

/** Blends `p` into `data`, which holds q in `box`. Outside its own box `p` is 0. */
function blendInto(data: Uint8Array, box: Box, p: SoftMask, alpha: number): void {
  const table = blendTable(alpha);
  const [x, y, w, h] = p.data.length === 0 ? [box[0] + box[2], box[1], 0, box[3]] : p.box;
  const left = x - box[0];
  const top = y - box[1];
  fade(data, 0, top * box[2], table);
  for (let row = 0; row < h; row++) {
    const from = (top + row) * box[2];
    fade(data, from, from + left, table);
    mix(data, from + left, p.data, row * w, w, table);
    fade(data, from + left + w, from + box[2], table);
  }
  fade(data, (top + h) * box[2], data.length, table);
}

function fade(data: Uint8Array, from: number, to: number, table: Uint8Array): void {
  for (let i = from; i < to; i++) if (data[i] !== 0) data[i] = table[data[i]!]!;
}

/** Four pixels at a time: equal ones stay as they are. */
function mix(data: Uint8Array, at: number, p: Uint8Array, from: number, count: number, table: Uint8Array): void {
  const words = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const pWords = new DataView(p.buffer, p.byteOffset, p.byteLength);
  const whole = count & ~3;
  for (let i = 0; i < whole; i += 4) {
    if (words.getUint32(at + i, true) === pWords.getUint32(from + i, true)) continue;
    for (let k = i; k < i + 4; k++) data[at + k] = table[(p[from + k]! << 8) | data[at + k]!]!;
  }
  for (let k = whole; k < count; k++) data[at + k] = table[(p[from + k]! << 8) | data[at + k]!]!;
}

let lastTable: { readonly alpha: number; readonly steps: Uint8Array } | undefined;

/** The result for each pair of values, at 256 * p + q; kept, as a stream blends with one alpha throughout. */
function blendTable(alpha: number): Uint8Array {
  if (lastTable?.alpha === alpha) return lastTable.steps;
  const steps = new Uint8Array(65536);
  for (let i = 0; i < steps.length; i++) steps[i] = blendStep(i >> 8, i & 255, alpha);
  lastTable = { alpha, steps };
  return steps;
}

function blendStep(p: number, q: number, alpha: number): number {
  if (p === q || alpha === 0) return q;
  const mixed = roundHalfDown(alpha * p + (1 - alpha) * q);
  if (mixed !== q) return mixed;
  return p > q ? q + 1 : q - 1;
}

/** Cuts rows and columns of zeros off the stored part. */
function trimSoft(soft: SoftMask): SoftMask {
  const [x, y, w, h] = soft.box;
  const { data } = soft;
  let [top, bottom, left, right] = [h, -1, w, -1];
  for (let row = 0; row < h; row++) {
    const at = row * w;
    let first = 0;
    while (first < w && data[at + first] === 0) first++;
    if (first === w) continue;
    let last = w - 1;
    while (data[at + last] === 0) last--;
    top = Math.min(top, row);
    bottom = row;
    left = Math.min(left, first);
    right = Math.max(right, last);
  }
  if (bottom < 0) return emptySoft(soft.size);
  const box: Box = [x + left, y + top, right - left + 1, bottom - top + 1];
  if (box[2] === w && box[3] === h) return soft;
  const kept = new Uint8Array(box[2] * box[3]);
  pasteGrid(soft, box, kept);
  return { size: soft.size, box, data: kept };
}

function growBox([x, y, w, h]: Box, by: number, [height, width]: SizeHw): Box {
  const left = Math.max(0, x - by);
  const top = Math.max(0, y - by);
  return [left, top, Math.min(width, x + w + by) - left, Math.min(height, y + h + by) - top];
}

/** Ties go down, so that exactly one half (127.5) does not pass "more than one half". */
const roundHalfDown = (value: number): number => Math.ceil(value - 0.5 - 1e-9);

/** In a loop: `Uint8Array.from` with a function walks an iterator and is some ten times slower. */
function roundAll(values: Float64Array): Uint8Array {
  const rounded = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) rounded[i] = roundHalfDown(values[i]!);
  return rounded;
}

/** Mean over a (2r + 1) square, the pixels outside the grid left out, one axis after the other. */
function blurGrid(data: Uint8Array, w: number, h: number, r: number): Uint8Array {
  const across = new Float64Array(w * h);
  for (let y = 0; y < h; y++) runningMean(data, across, y * w, 1, w, r);
  const down = new Float64Array(w * h);
  for (let x = 0; x < w; x++) runningMean(across, down, x, w, h, r);
  return roundAll(down);
}

function runningMean(
  source: Uint8Array | Float64Array,
  out: Float64Array,
  from: number,
  step: number,
  n: number,
  r: number,
): void {
  let sum = 0;
  for (let i = 0; i < Math.min(r, n); i++) sum += source[from + i * step]!;
  for (let i = 0; i < n; i++) {
    if (i + r < n) sum += source[from + (i + r) * step]!;
    if (i - r > 0) sum -= source[from + (i - r - 1) * step]!;
    out[from + i * step] = sum / (Math.min(n - 1, i + r) - Math.max(0, i - r) + 1);
  }
}
