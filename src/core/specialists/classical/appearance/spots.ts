import { ramp } from './ramp.ts';
import type { RegionSamples } from './region-samples.ts';

const side = 40;
const unseen = 0;
const cells = new Float32Array(side * side);
const hits = new Float32Array(side * side);
const kind = new Uint8Array(side * side);
const stack = new Int32Array(side * side);

/**
 * Probability of spots: in a small picture of the region's lightness, parted in two by Otsu's threshold, the rarer side
 * falls into several compact patches of like size that stand out.
 */
export function spottedness(samples: RegionSamples): number {
  fillCells(samples);
  const parted = partInTwo();
  if (parted === null) return 0;
  const sizes = compactPatches(parted.rare);
  const inPatches = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, parted.rareCells);
  const contrast = ramp(parted.contrast, 10, 22) * ramp(parted.separation, 0.6, 0.78);
  return ramp(sizes.length, 3, 7) * contrast * ramp(inPatches, 0.45, 0.75) * ramp(unevenness(sizes), 1.3, 0.8);
}

/** Mean lightness by cell. */
function fillCells({ x, y, lab, count }: RegionSamples): void {
  cells.fill(0);
  hits.fill(0);
  const box = extent(x, y, count);
  // about two samples a cell
  const wanted = Math.max(
    6,
    Math.min(side, Math.sqrt(count / 2) * Math.sqrt(Math.max(box.w, box.h) / Math.min(box.w, box.h))),
  );
  const size = Math.max(1, Math.max(box.w, box.h) / wanted);
  for (let i = 0; i < count; i++) {
    const p = (((y[i]! - box.top) / size) | 0) * side + (((x[i]! - box.left) / size) | 0);
    cells[p]! += lab.l[i]!;
    hits[p]!++;
  }
  for (let p = 0; p < cells.length; p++) if (hits[p]! > 0) cells[p]! /= hits[p]!;
}

function extent(x: Int32Array, y: Int32Array, count: number) {
  let [left, top, right, bottom] = [x[0]!, y[0]!, x[0]!, y[0]!];
  for (let i = 1; i < count; i++) {
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    top = Math.min(top, y[i]!);
    bottom = Math.max(bottom, y[i]!);
  }
  return { left, top, w: right - left + 1, h: bottom - top + 1 };
}

const levels = 64;
const histogram = new Float64Array(levels);

interface Parted {
  /** 1 where the darker side is the rarer one, else 2. */
  readonly rare: number;
  readonly rareCells: number;
  /** Difference of the two means, L. */
  readonly contrast: number;
  /** Variance between the sides over all variance: 0.64 for an even spread, 1 for two values. */
  readonly separation: number;
}

/** Otsu's threshold (1979); null where one side is not clearly rarer or there is hardly anything. */
function partInTwo(): Parted | null {
  histogram.fill(0);
  for (let p = 0; p < cells.length; p++) if (hits[p]! > 0) histogram[levelOf(p)]!++;
  const cut = otsu();
  if (cut === null) return null;
  kind.fill(unseen);
  for (let p = 0; p < cells.length; p++) if (hits[p]! > 0) kind[p] = levelOf(p) <= cut.level ? 1 : 2;
  const rare = cut.darkShare < 0.5 ? 1 : 2;
  const share = Math.min(cut.darkShare, 1 - cut.darkShare);
  if (share < 0.04 || share > 0.48) return null;
  return { rare, rareCells: share * cut.total, contrast: cut.contrast, separation: cut.separation };
}

const levelOf = (p: number): number => Math.min(levels - 1, ((cells[p]! / 100) * levels) | 0);

function otsu() {
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < levels; i++) {
    total += histogram[i]!;
    sum += i * histogram[i]!;
    squares += i * i * histogram[i]!;
  }
  const variance = squares / total - (sum / total) ** 2;
  if (total < 30 || !(variance > 0)) return null;
  let best = { level: 0, between: -1, darkShare: 0, contrast: 0 };
  for (let i = 0, n = 0, s = 0; i < levels - 1; i++) {
    n += histogram[i]!;
    s += i * histogram[i]!;
    if (n === 0 || n === total) continue;
    const difference = (sum - s) / (total - n) - s / n;
    const between = (n / total) * (1 - n / total) * difference * difference;
    if (between > best.between)
      best = { level: i, between, darkShare: n / total, contrast: (difference * 100) / levels };
  }
  return { ...best, total, separation: best.between / variance };
}

/** Sizes, in cells, of connected patches of `wanted` that are neither long nor ragged nor tiny; clears them. */
function compactPatches(wanted: number): number[] {
  const sizes: number[] = [];
  for (let p = 0; p < kind.length; p++) {
    if (kind[p] !== wanted) continue;
    const { size, w, h } = flood(p, wanted);
    const compact = size >= 2 && size >= 0.4 * w * h && Math.max(w, h) <= 2.5 * Math.min(w, h) + 1;
    if (compact) sizes.push(size);
  }
  return sizes;
}

function flood(from: number, wanted: number) {
  let [left, right, top, bottom] = [side, 0, side, 0];
  let size = 0;
  let depth = 0;
  stack[depth++] = from;
  kind[from] = unseen;
  while (depth > 0) {
    const p = stack[--depth]!;
    const x = p % side;
    const y = (p / side) | 0;
    size++;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    if (x > 0) depth = visit(p - 1, wanted, depth);
    if (x < side - 1) depth = visit(p + 1, wanted, depth);
    depth = visit(p - side, wanted, depth);
    depth = visit(p + side, wanted, depth);
  }
  return { size, w: right - left + 1, h: bottom - top + 1 };
}

function visit(p: number, wanted: number, depth: number): number {
  if (kind[p] !== wanted) return depth;
  kind[p] = unseen;
  stack[depth] = p;
  return depth + 1;
}

function unevenness(sizes: readonly number[]): number {
  if (sizes.length === 0) return 2;
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return Math.sqrt(sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length) / mean;
}
