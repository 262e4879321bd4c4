import type { Point } from '../base/geometry.ts';

/** Least span of samples that gives a velocity, seconds. */
const leastSpan = 0.1;
/** Samples that a velocity is fitted to, at most. */
const mostFitted = 32;
/** The path is kept for so many times the span of a velocity, for dating. */
const keptSpans = 2;
const mostKept = 64;

/**
 * Where an object has been, camera movement taken out, and how fast it went: the slope of the least-squares line
 * through the samples of the last `seconds`. A fit over time is steadier than differences of neighbouring frames:
 * the shape of a mask jitters by a pixel or two whenever it is segmented anew. What the scatter of the samples could
 * explain is taken off (positive-part shrinkage, James and Stein 1961), so that what stands still does not drift.
 */
export class Path {
  readonly #seconds: number;
  readonly #t: number[] = [];
  readonly #x: number[] = [];
  readonly #y: number[] = [];
  #at: Point = [0, 0];
  #velocity: Point | null = null;

  constructor(seconds: number, time: number) {
    this.#seconds = seconds;
    this.#add(time);
  }

  /** px/s; null until the samples span 0.1 s. */
  get velocity(): Point | null {
    return this.#velocity;
  }

  /** A measured displacement since the last sample, px. */
  moveBy(dx: number, dy: number, time: number): void {
    this.#at = [this.#at[0] + dx, this.#at[1] + dy];
    this.#add(time);
    this.#fit();
  }

  /** Starts anew at this time (after a gap), keeping the last velocity until there are new samples. */
  restart(time: number): void {
    this.#t.length = 0;
    this.#x.length = 0;
    this.#y.length = 0;
    this.#add(time);
  }

  /**
   * When the movement changed since a time: the sample that lies farthest from uniform motion between both ends.
   * A velocity is known late, the knee of the path is not. Null with fewer than three samples.
   */
  kneeSince(time: number): number | null {
    const first = this.#t.findIndex((t) => t >= time - 1e-9);
    const last = this.#t.length - 1;
    if (first < 0 || last - first < 2) return null;
    let best = first;
    let farthest = -1;
    for (let i = first; i <= last; i++) {
      const off = this.#offUniform(i, first, last);
      if (off <= farthest) continue;
      farthest = off;
      best = i;
    }
    return this.#t[best]!;
  }

  /** Square of the distance of a sample from where it would be in uniform motion between two others. */
  #offUniform(i: number, first: number, last: number): number {
    const share = (this.#t[i]! - this.#t[first]!) / (this.#t[last]! - this.#t[first]!);
    const dx = this.#x[i]! - this.#x[first]! - share * (this.#x[last]! - this.#x[first]!);
    const dy = this.#y[i]! - this.#y[first]! - share * (this.#y[last]! - this.#y[first]!);
    return dx * dx + dy * dy;
  }

  #add(time: number): void {
    this.#t.push(time);
    this.#x.push(this.#at[0]);
    this.#y.push(this.#at[1]);
    const span = keptSpans * this.#seconds + 1e-9;
    while (this.#t.length > mostKept || (this.#t.length > 3 && time - this.#t[0]! > span)) {
      this.#t.shift();
      this.#x.shift();
      this.#y.shift();
    }
  }

  #fit(): void {
    const n = this.#t.length;
    const end = this.#t[n - 1]!;
    let from = Math.max(0, n - mostFitted);
    while (n - from > 3 && end - this.#t[from]! > this.#seconds + 1e-9) from++;
    if (end - this.#t[from]! < leastSpan - 1e-9) return;
    const x = fitLine(this.#t, this.#x, from);
    const y = fitLine(this.#t, this.#y, from);
    const square = x.slope ** 2 + y.slope ** 2;
    const sure = square === 0 ? 0 : Math.max(0, 1 - (2 * (x.variance + y.variance)) / square);
    this.#velocity = [x.slope * sure, y.slope * sure];
  }
}

/** Slope of the least-squares line, and the variance of that slope as the scatter about the line gives it. */
function fitLine(t: readonly number[], values: readonly number[], from: number): { slope: number; variance: number } {
  const n = t.length - from;
  let meanT = 0;
  let mean = 0;
  for (let i = from; i < t.length; i++) {
    meanT += t[i]! / n;
    mean += values[i]! / n;
  }
  let spread = 0;
  let product = 0;
  let square = 0;
  for (let i = from; i < t.length; i++) {
    const d = t[i]! - meanT;
    const v = values[i]! - mean;
    spread += d * d;
    product += d * v;
    square += v * v;
  }
  const slope = product / spread;
  const scatter = Math.max(0, square - slope * product - 1e-9);
  return { slope, variance: n < 3 ? 0 : scatter / (n - 2) / spread };
}
