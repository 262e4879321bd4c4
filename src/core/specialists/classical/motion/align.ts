import type { Affine } from './affine.ts';
import { type GrayLevel, sampleGray } from './gray-pyramid.ts';
import type { PointList } from './points.ts';
import { solveSymmetric } from './solve-symmetric.ts';

export interface AlignRequest {
  readonly previous: GrayLevel;
  readonly current: GrayLevel;
  /** Size of the two levels against level 0: 1, 1/2, 1/4 ... */
  readonly scale: number;
  /** Where to look, in level 0 of `previous`. */
  readonly points: PointList;
  /** `similarity` moves, turns and grows; `affine` may shear too. */
  readonly model: 'similarity' | 'affine';
  /** First guess, level-0 coordinates. */
  readonly start: Affine;
  /** Brightness added since the previous frame, first guess. */
  readonly gain: number;
  readonly iterations: number;
  /** Centre and radius (level 0) about which growth and turning are measured; keeps the equations even. */
  readonly center: readonly [x: number, y: number];
  readonly radius: number;
  /** How stiffly growth, turning and shear stay at the first guess, in squared gray levels a point. @default 40 */
  readonly stiffness?: number;
}

export interface Alignment {
  readonly affine: Affine;
  readonly gain: number;
  /** Typical absolute difference left, gray levels (median over the points). */
  readonly residual: number;
  /** Share of the points inside the current picture and explained. */
  readonly inliers: number;
  /** Standard error of the shift, level-0 px; large where the points carry no texture. */
  readonly uncertainty: number;
}

/**
 * Finds the movement of a set of points between two pictures by robust Gauss-Newton on their gray values (Lucas and
 * Kanade 1981, weights of Geman and McClure; Baker and Matthews 2004 for the gradient taken from the template).
 */
export function alignPoints(request: AlignRequest): Alignment {
  const scratch = takeTemplate(request);
  const state = startState(request);
  for (let i = 0; i < request.iterations; i++) {
    measureResiduals(request, scratch, state);
    accumulate(request, scratch, state);
    stiffen(request, state);
    if (!solveStep(request, state)) break;
    if (state.stepLength < 0.02) break;
  }
  measureResiduals(request, scratch, state);
  return conclude(request, scratch, state);
}

interface Scratch {
  template: Float32Array;
  gx: Float32Array;
  gy: Float32Array;
  residual: Float32Array;
}

let scratchSpace: Scratch = makeScratch(2048);

function makeScratch(n: number): Scratch {
  return {
    template: new Float32Array(n),
    gx: new Float32Array(n),
    gy: new Float32Array(n),
    residual: new Float32Array(n),
  };
}

/** Values and gradients at the points in the previous picture. */
function takeTemplate({ previous, points, scale }: AlignRequest): Scratch {
  if (scratchSpace.template.length < points.length) scratchSpace = makeScratch(2 * points.length);
  const { template, gx, gy } = scratchSpace;
  for (let i = 0; i < points.length; i++) {
    const x = points.x[i]! * scale - 0.5;
    const y = points.y[i]! * scale - 0.5;
    template[i] = sampleGray(previous, x, y);
    gx[i] = 0.5 * (sampleGray(previous, x + 1, y) - sampleGray(previous, x - 1, y));
    gy[i] = 0.5 * (sampleGray(previous, x, y + 1) - sampleGray(previous, x, y - 1));
    if (!(Math.abs(gx[i]!) + Math.abs(gy[i]!) >= 0)) template[i] = Number.NaN;
  }
  return scratchSpace;
}

interface State {
  /** Level coordinates (translation in px of this level). */
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
  gain: number;
  /** Linear part of the first guess, to which stiffness pulls. */
  readonly home: readonly [number, number, number, number];
  spread: number;
  inside: number;
  stepLength: number;
  readonly normal: Float64Array;
  readonly right: Float64Array;
}

const normalSpace = new Float64Array(49);
const rightSpace = new Float64Array(7);
const row = new Float64Array(7);

function startState({ start, gain, scale }: AlignRequest): State {
  const [a, b, c, d, e, f] = start;
  return {
    ...{ a, b, c, d, e: e * scale, f: f * scale, gain },
    home: [a, b, c, d],
    spread: 0,
    inside: 0,
    stepLength: 0,
    normal: normalSpace,
    right: rightSpace,
  };
}

const bins = 256;
const histogram = new Uint32Array(bins);

/** Differences under the present guess, and their spread: 1.48 x the median of the absolute ones. */
function measureResiduals({ current, points, scale }: AlignRequest, scratch: Scratch, s: State): void {
  histogram.fill(0);
  let inside = 0;
  for (let i = 0; i < points.length; i++) {
    const x = points.x[i]! * scale;
    const y = points.y[i]! * scale;
    const value = sampleGray(current, s.a * x + s.c * y + s.e - 0.5, s.b * x + s.d * y + s.f - 0.5);
    const difference = value - scratch.template[i]! - s.gain;
    scratch.residual[i] = difference;
    if (Number.isNaN(difference)) continue;
    inside++;
    histogram[Math.min(bins - 1, (2 * Math.abs(difference)) | 0)]!++;
  }
  s.inside = inside;
  s.spread = 1.4826 * medianOfHistogram(inside);
}

function medianOfHistogram(count: number): number {
  let seen = 0;
  for (let bin = 0; bin < bins; bin++) {
    const here = histogram[bin]!;
    if (2 * (seen + here) >= count) return (bin + (here === 0 ? 0 : (count / 2 - seen) / here)) / 2;
    seen += here;
  }
  return bins / 2;
}

/** Below this a difference is sensor noise and interpolation error. */
const noise = 2;

const unknowns = (model: AlignRequest['model']): number => (model === 'affine' ? 7 : 5);

/** Normal equations of the weighted differences. Order: linear part, shift x, shift y, gain. */
function accumulate(request: AlignRequest, scratch: Scratch, s: State): void {
  s.normal.fill(0);
  s.right.fill(0);
  if (request.model === 'affine') accumulateAffine(request, scratch, s);
  else accumulateSimilarity(request, scratch, s);
}

/** Geman and McClure's weight: 1 for no difference, 1/4 at the limit, next to nothing beyond. */
function weightOf(difference: number, limit: number): number {
  const q = difference / limit;
  const w = 1 / (1 + q * q);
  return w * w;
}

const limitOf = (s: State): number => 2 * Math.max(noise, s.spread);

function accumulateAffine({ points, center, radius }: AlignRequest, scratch: Scratch, s: State): void {
  const { normal, right } = s;
  const limit = limitOf(s);
  row[6] = -1;
  for (let i = 0; i < points.length; i++) {
    const r = scratch.residual[i]!;
    if (Number.isNaN(r)) continue;
    const weight = weightOf(r, limit);
    const u = (points.x[i]! - center[0]) / radius;
    const v = (points.y[i]! - center[1]) / radius;
    const gx = scratch.gx[i]!;
    const gy = scratch.gy[i]!;
    row[0] = gx * u;
    row[1] = gy * u;
    row[2] = gx * v;
    row[3] = gy * v;
    row[4] = gx;
    row[5] = gy;
    for (let j = 0; j < 7; j++) {
      const wj = weight * row[j]!;
      right[j]! -= wj * r;
      for (let k = 0; k <= j; k++) normal[j * 7 + k]! += wj * row[k]!;
    }
  }
}

/** Written out, because it runs for every region, level and step. */
function accumulateSimilarity({ points, center, radius }: AlignRequest, scratch: Scratch, s: State): void {
  const limit = limitOf(s);
  const [cx, cy] = center;
  const { residual, gx: slopesX, gy: slopesY } = scratch;
  let count = 0;
  let g1 = 0;
  let t1 = 0;
  let x1 = 0;
  let y1 = 0;
  let gr = 0;
  let tr = 0;
  let xr = 0;
  let yr = 0;
  let nr = 0;
  let gg = 0;
  let gt = 0;
  let tt = 0;
  let gx = 0;
  let tx = 0;
  let xx = 0;
  let gy = 0;
  let ty = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < points.length; i++) {
    const r = residual[i]!;
    if (Number.isNaN(r)) continue;
    const w = weightOf(r, limit);
    const u = (points.x[i]! - cx) / radius;
    const v = (points.y[i]! - cy) / radius;
    const x = slopesX[i]!;
    const y = slopesY[i]!;
    const g = x * u + y * v;
    const t = y * u - x * v;
    const wg = w * g;
    const wt = w * t;
    const wx = w * x;
    const wy = w * y;
    const wr = w * r;
    gg += wg * g;
    gt += wg * t;
    tt += wt * t;
    gx += wg * x;
    tx += wt * x;
    xx += wx * x;
    gy += wg * y;
    ty += wt * y;
    xy += wx * y;
    yy += wy * y;
    g1 += wg;
    t1 += wt;
    x1 += wx;
    y1 += wy;
    count += w;
    gr += wr * g;
    tr += wr * t;
    xr += wr * x;
    yr += wr * y;
    nr += wr;
  }
  s.normal.set([gg, 0, 0, 0, 0, gt, tt, 0, 0, 0, gx, tx, xx, 0, 0, gy, ty, xy, yy, 0, -g1, -t1, -x1, -y1, count]);
  s.right.set([-gr, -tr, -xr, -yr, nr]);
}

/** Pulls the linear part (and, weakly, the gain) to the first guess: decides only where the points say nothing. */
function stiffen({ model, scale, radius, gain, stiffness = 40 }: AlignRequest, s: State): void {
  const n = unknowns(model);
  const reach = scale * radius;
  const pull = (stiffness * s.inside) / (reach * reach);
  const away = linearParameters(model, s);
  for (let j = 0; j < away.length; j++) {
    s.normal[j * n + j]! += pull;
    s.right[j]! -= pull * away[j]! * reach;
  }
  const hold = 0.05 * s.inside;
  s.normal[n * n - 1]! += hold;
  s.right[n - 1]! -= hold * (s.gain - gain);
}

/** Departure from the first guess, per unit of length. */
function linearParameters(model: AlignRequest['model'], { a, b, c, d, home }: State): readonly number[] {
  const [a0, b0, c0, d0] = home;
  if (model === 'affine') return [a - a0, b - b0, c - c0, d - d0];
  return [(a - a0 + d - d0) / 2, (b - b0 - c + c0) / 2];
}

/** Solves for the step and takes it; false where the points leave the movement open. */
function solveStep({ model, scale, center, radius }: AlignRequest, s: State): boolean {
  const n = unknowns(model);
  if (s.inside < 4 || !solveSymmetric(s.normal, s.right, n)) return false;
  const step = s.right;
  const [da, db] = [step[0]!, step[1]!];
  const [dc, dd] = model === 'affine' ? [step[2]!, step[3]!] : [-db, da];
  const reach = radius * scale;
  const shiftX = step[n - 3]!;
  const shiftY = step[n - 2]!;
  s.a += da / reach;
  s.b += db / reach;
  s.c += dc / reach;
  s.d += dd / reach;
  s.e += shiftX - (da * center[0] + dc * center[1]) / radius;
  s.f += shiftY - (db * center[0] + dd * center[1]) / radius;
  s.gain += step[n - 1]!;
  s.stepLength = Math.hypot(shiftX, shiftY) + Math.abs(da) + Math.abs(dd);
  return true;
}

function conclude(request: AlignRequest, scratch: Scratch, s: State): Alignment {
  const { scale, points } = request;
  const limit = 2.5 * Math.max(noise, s.spread);
  let explained = 0;
  let squares = 0;
  let xx = 1e-6;
  let xy = 0;
  let yy = 1e-6;
  for (let i = 0; i < points.length; i++) {
    const r = scratch.residual[i]!;
    if (!(Math.abs(r) <= limit)) continue;
    const gx = scratch.gx[i]!;
    const gy = scratch.gy[i]!;
    explained++;
    squares += r * r;
    xx += gx * gx;
    xy += gx * gy;
    yy += gy * gy;
  }
  const variance = Math.max(noise * noise, squares / Math.max(1, explained));
  const traceOfInverse = (xx + yy) / Math.max(1e-9, xx * yy - xy * xy);
  return {
    affine: [s.a, s.b, s.c, s.d, s.e / scale, s.f / scale],
    gain: s.gain,
    residual: s.spread / 1.4826,
    inliers: points.length === 0 ? 0 : explained / points.length,
    uncertainty: Math.sqrt(variance * traceOfInverse) / scale,
  };
}
