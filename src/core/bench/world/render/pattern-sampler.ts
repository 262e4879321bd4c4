import type { PatternKind } from '../models/contract.ts';
import { cellNoise, valueNoise } from './noise-grid.ts';

/** Looks up patterns; places and results are its fields, so that nothing is made for each pixel. */
export class PatternSampler {
  /** Place in periods. */
  u = 0;
  v = 0;
  /** Width of a pixel in periods: finer detail is averaged away. */
  blur = 0;
  /** Share of the second colour, 0..1. */
  amount = 0;
  /** Factor on the light of the mixed colour. */
  tint = 1;
}

/** Sets `amount` and `tint` of the sampler for its place. */
export type PatternFunction = (out: PatternSampler) => void;

export function patternFunction(kind: PatternKind): PatternFunction {
  return patterns[kind];
}

const patterns: Readonly<Record<PatternKind, PatternFunction>> = {
  stripes: (out) => {
    const { v, blur } = out;
    out.amount = squareWave(v, 0.5, blur);
  },
  checks: (out) => {
    const { u, v, blur } = out;
    const a = squareWave(u / 2, 0.5, blur / 2);
    const b = squareWave(v / 2, 0.5, blur / 2);
    out.amount = a + b - 2 * a * b;
  },
  dots: (out) => {
    const { u, v, blur } = out;
    const row = Math.floor(v);
    const x = u + (row & 1) * 0.5;
    const dx = x - Math.floor(x) - 0.5;
    const dy = v - row - 0.5;
    const r = 0.27 + 0.1 * cellNoise(x, v);
    const edge = Math.max(blur, 0.04);
    out.amount = mixToMean(clamp01(0.5 + (r - Math.sqrt(dx * dx + dy * dy)) / edge), 0.23, blur);
  },
  grain: (out) => {
    const { u, v, blur } = out;
    out.amount = 0.12 * (1 + fade(blur) * valueNoise(u, v) + 0.6 * fade(4 * blur) * valueNoise(4 * u, 4 * v));
    out.tint = 1 + 0.05 * fade(16 * blur) * valueNoise(16 * u, 16 * v);
  },
  wood: (out) => {
    const { u, v, blur } = out;
    out.amount = woodGrain(u, v, blur);
    out.tint = 1 + 0.06 * valueNoise(0.4 * u, 1.7 * v);
  },
  planks: (out) => {
    const { u, v, blur } = out;
    const row = Math.floor(v);
    const x = u / 7 + 0.37 * row;
    const joint = Math.max(gap(v, 0.022, blur), gap(x, 0.004, blur / 7));
    const plank = cellNoise(x, v);
    out.amount = Math.min(1, 0.75 * woodGrain(u + 13 * plank, v * 1.3, blur) + joint);
    out.tint = 1 + 0.16 * plank;
  },
  tiles: (out) => {
    const { u, v, blur } = out;
    out.amount = Math.max(gap(u, 0.035, blur), gap(v, 0.035, blur));
    out.tint = 1 + 0.07 * cellNoise(u, v) * fade(blur) + 0.03 * fade(9 * blur) * valueNoise(9 * u, 9 * v);
  },
  brick: (out) => {
    const { u, v, blur } = out;
    const y = v * 3;
    const x = u * 1.5 + (Math.floor(y) & 1) * 0.5;
    out.amount = Math.max(gap(x, 0.045, blur * 1.5), gap(y, 0.1, blur * 3));
    out.tint =
      1 + (1 - out.amount) * (0.2 * cellNoise(x, y) * fade(blur) + 0.08 * fade(8 * blur) * valueNoise(8 * u, 8 * v));
  },
  grass: (out) => {
    const { u, v, blur } = out;
    const fine = fade(6 * blur) * valueNoise(6 * u, 6 * v) + fade(17 * blur) * valueNoise(17 * u, 15 * v);
    out.amount = clamp01(0.4 + 0.3 * fade(blur) * valueNoise(u, v) + 0.26 * fine);
    out.tint = 1 + 0.1 * fade(0.3 * blur) * valueNoise(0.3 * u, 0.3 * v);
  },
  fabric: (out) => {
    const { u, v, blur } = out;
    const weave = (triangleWave(u) - 0.5) * (triangleWave(v + 0.5) - 0.5) * 4;
    out.tint = 1 + 0.16 * fade(2 * blur) * weave + 0.06 * fade(0.3 * blur) * valueNoise(0.3 * u, 0.3 * v);
  },
  asphalt: (out) => {
    const { u, v, blur } = out;
    const fine = fade(12 * blur) * valueNoise(12 * u, 12 * v) + fade(30 * blur) * valueNoise(30 * u, 30 * v);
    out.amount = clamp01(0.3 + 0.2 * fine + 0.15 * fade(0.7 * blur) * valueNoise(0.7 * u, 0.7 * v));
  },
  marble: (out) => {
    const { u, v, blur } = out;
    const warp = valueNoise(1.3 * u, 1.3 * v);
    const vein = 1 - Math.abs(valueNoise(u + 1.2 * warp, 0.7 * v - warp));
    const sharp = vein * vein * vein * vein;
    out.amount = mixToMean(0.55 * sharp * sharp, 0.13, blur);
    out.tint = 1 + 0.04 * warp;
  },
};

/** Lines along u, closer in places, with pores. */
function woodGrain(u: number, v: number, blur: number): number {
  const warp = 0.55 * valueNoise(0.35 * u, 0.9 * v);
  const rings = triangleWave(2.2 * (v + warp));
  const pores = fade(22 * blur) * valueNoise(2.5 * u, 34 * v) + fade(9 * blur) * valueNoise(1.1 * u, 13 * v);
  return clamp01(0.22 + 0.34 * fade(2.2 * blur) * (rings - 0.5) + 0.16 * pores);
}

/** 1 during the last `duty` of each period, 0 before, averaged over `blur`. */
function squareWave(x: number, duty: number, blur: number): number {
  const integral = (t: number) => {
    const whole = Math.floor(t);
    return whole * duty + Math.max(0, t - whole - (1 - duty));
  };
  return (integral(x + blur / 2) - integral(x - blur / 2)) / blur;
}

/** Joints of a width around whole numbers. */
function gap(x: number, width: number, blur: number): number {
  return squareWave(x + width / 2, width, blur);
}

function triangleWave(x: number): number {
  return Math.abs(2 * (x - Math.floor(x)) - 1);
}

/** How much of a detail of one period a pixel of that width still shows. */
function fade(blur: number): number {
  return blur >= 1 ? 0 : blur <= 0.4 ? 1 : (1 - blur) / 0.6;
}

function mixToMean(value: number, mean: number, blur: number): number {
  return mean + (value - mean) * fade(blur);
}

function clamp01(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}
