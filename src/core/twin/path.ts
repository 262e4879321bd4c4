import type { Point } from '../base/geometry.ts';

/** Least span of samples that gives a velocity, seconds. */
const leastSpan = 0.1;
const mostSamples = 32;

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

  #add(time: number): void {
    this.#t.push(time);
    this.#x.push(this.#at[0]);
    this.#y.push(this.#at[1]);
    while (this.#t.length > mostSamples || (this.#t.length > 3 && time - this.#t[0]! > this.#seconds + 1e-9)) {
      this.#t.shift();
      this.#x.shift();
      this.#y.shift();
    }
  }

  #fit(): void {
    const n = this.#t.length;
    if (this.#t[n - 1]! - this.#t[0]! < leastSpan - 1e-9) return;
    const x = fitLine(this.#t, this.#x);
    const y = fitLine(this.#t, this.#y);
    const square = x.slope ** 2 + y.slope ** 2;
    const sure = square === 0 ? 0 : Math.max(0, 1 - (2 * (x.variance + y.variance)) / square);
    this.#velocity = [x.slope * sure, y.slope * sure];
  }
}

/** Slope of the least-squares line, and the variance of that slope as the scatter about the line gives it. */
function fitLine(t: readonly number[], values: readonly number[]): { slope: number; variance: number } {
  const n = t.length;
  let meanT = 0;
  let mean = 0;
  for (let i = 0; i < n; i++) {
    meanT += t[i]! / n;
    mean += values[i]! / n;
  }
  let spread = 0;
  let product = 0;
  let square = 0;
  for (let i = 0; i < n; i++) {
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
