import type { Point } from '../base/geometry.ts';

/** Least span of samples that gives a velocity, seconds. */
const leastSpan = 0.1;
const mostSamples = 32;

/**
 * Where an object has been, camera movement taken out, and how fast it went: the slope of the least-squares line
 * through the samples of the last `seconds`. A fit over time is steadier than differences of neighbouring frames:
 * the shape of a mask jitters by a pixel or two whenever it is segmented anew.
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
    let mean = 0;
    for (const t of this.#t) mean += t / n;
    let spread = 0;
    let x = 0;
    let y = 0;
    for (let i = 0; i < n; i++) {
      const d = this.#t[i]! - mean;
      spread += d * d;
      x += d * this.#x[i]!;
      y += d * this.#y[i]!;
    }
    this.#velocity = [x / spread, y / spread];
  }
}
