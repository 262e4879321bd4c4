import type { Point } from '../base/geometry.ts';

/** Least span of samples that gives a velocity, seconds. */
const leastSpan = 0.1;
/** Samples that a velocity is fitted to, at most. */
const mostFitted = 32;
/** The path is kept for so many times the span of a velocity, for dating. */
const keptSpans = 2;
const mostKept = 64;

/** A knee is believed when two lines leave this share of the scatter about one line, or less. */
const kneeGain = 1 / 8;
/** Scatter of a sample that pixels alone explain, px. */
const pixelScatter = 0.12;
/** Samples on each side of a knee. */
const leastSide = 3;

/**
 * Where an object has been, camera movement taken out, and how fast it went: the slope of the least-squares line
 * through the samples of the last `seconds`. A fit over time is steadier than differences of neighbouring frames:
 * the shape of a mask jitters by a pixel or two whenever it is segmented anew. Where two lines that meet in a knee
 * explain the samples much better than one, the movement has changed, and only what came after is fitted. What the
 * scatter of the samples could explain is taken off (positive-part shrinkage, James and Stein 1961), so that what stands
 * still does not drift.
 */
export class Path {
  readonly #seconds: number;
  readonly #t: number[] = [];
  readonly #x: number[] = [];
  readonly #y: number[] = [];
  #at: Point = [0, 0];
  #velocity: Point | null = null;
  /** Time of the last knee: what came before belongs to another movement. */
  #changed = Number.NEGATIVE_INFINITY;

  constructor(seconds: number, time: number) {
    this.#seconds = seconds;
    this.#add(time);
  }

  /** px/s; null until the samples span 0.1 s. */
  get velocity(): Point | null {
    return this.#velocity;
  }

  /** The last displacement, px, if it was that of this time; else none. */
  stepAt(time: number): Point {
    const n = this.#t.length;
    return n < 2 || this.#t[n - 1] !== time
      ? [0, 0]
      : [this.#x[n - 1]! - this.#x[n - 2]!, this.#y[n - 1]! - this.#y[n - 2]!];
  }

  /** Mean velocity of the `seconds` up to a time, px/s; null where the path does not reach back so far. */
  meanVelocity(time: number, seconds: number): Point | null {
    const end = this.#t.findLastIndex((t) => t <= time + 1e-9);
    const begin = this.#t.findLastIndex((t) => t <= time - seconds + 1e-9);
    if (begin < 0 || end <= begin) return null;
    const dt = this.#t[end]! - this.#t[begin]!;
    return [(this.#x[end]! - this.#x[begin]!) / dt, (this.#y[end]! - this.#y[begin]!) / dt];
  }

  /** Length of the way of the `seconds` up to a time, in two straight pieces, per second: single steps would add up jitter. */
  meanSpeed(time: number, seconds: number): number | null {
    const end = this.#t.findLastIndex((t) => t <= time + 1e-9);
    const begin = this.#t.findLastIndex((t) => t <= time - seconds + 1e-9);
    if (begin < 0 || end <= begin) return null;
    const middle = Math.floor((begin + end) / 2);
    return (this.#between(begin, middle) + this.#between(middle, end)) / (this.#t[end]! - this.#t[begin]!);
  }

  #between(i: number, j: number): number {
    return Math.hypot(this.#x[j]! - this.#x[i]!, this.#y[j]! - this.#y[i]!);
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
    return this.#t[this.#farthest(first, last)]!;
  }

  /** How far from its first place it comes between two times, px. */
  reachWithin(from: number, to: number): number {
    const first = this.#t.findIndex((t) => t >= from - 1e-9);
    let reach = 0;
    for (let i = first; i >= 0 && i < this.#t.length && this.#t[i]! <= to + 1e-9; i++)
      reach = Math.max(reach, Math.hypot(this.#x[i]! - this.#x[first]!, this.#y[i]! - this.#y[first]!));
    return reach;
  }

  /** When it set out: the last sample since a time at which it had gone a tenth of the way to its last place at most. */
  setOutSince(time: number): number | null {
    const first = this.#t.findLastIndex((t) => t <= time + 1e-9);
    if (first < 0) return null;
    const gone = (i: number) => Math.hypot(this.#x[i]! - this.#x[first]!, this.#y[i]! - this.#y[first]!);
    const most = 0.1 * gone(this.#t.length - 1);
    return this.#t[this.#t.findLastIndex((_, i) => i >= first && gone(i) <= most)] ?? null;
  }

  /** The sample farthest from uniform motion between two others. */
  #farthest(first: number, last: number): number {
    let best = first;
    let farthest = -1;
    for (let i = first; i <= last; i++) {
      const off = this.#offUniform(i, first, last);
      if (off <= farthest) continue;
      farthest = off;
      best = i;
    }
    return best;
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
    const end = this.#t.at(-1)!;
    const from = this.#fitFrom(end);
    if (end - this.#t[from]! < leastSpan - 1e-9) return;
    let line = this.#line(from, this.#t.length);
    const knee = this.#kneeOf(from, line);
    if (knee !== null) {
      this.#changed = this.#t[knee]!;
      line = this.#line(knee, this.#t.length);
    }
    const square = line.x ** 2 + line.y ** 2;
    const sure = square === 0 ? 0 : Math.max(0, 1 - (2 * line.variance) / square);
    this.#velocity = [line.x * sure, line.y * sure];
  }

  /** First sample of the last `seconds`, not before the last change of movement; at least three where there are. */
  #fitFrom(end: number): number {
    const n = this.#t.length;
    const earliest = Math.max(end - this.#seconds, this.#changed) - 1e-9;
    let from = Math.max(0, n - mostFitted);
    while (n - from > 3 && this.#t[from]! < earliest) from++;
    return from;
  }

  /** The sample from which on another line explains the path, much better than one line would; null where one will do. */
  #kneeOf(from: number, line: PathLine): number | null {
    const last = this.#t.length - 1;
    const floor = 2 * (last + 1 - from) * pixelScatter * pixelScatter;
    let least = kneeGain * line.scatter - floor;
    let best: number | null = null;
    // what was taken for the knee before may have lain a little too early
    const first = from + (this.#t[from] === this.#changed ? 1 : leastSide - 1);
    for (let knee = first; least > 0 && knee <= last + 1 - leastSide; knee++) {
      if (this.#t[last]! - this.#t[knee]! < leastSpan - 1e-9) break;
      const after = this.#line(knee, last + 1).scatter;
      const scatter = after < least ? after + this.#scatterBefore(from, knee) : after;
      if (scatter > least) continue;
      least = scatter;
      best = knee;
    }
    return best;
  }

  /** It may have gone there by a leap: then the line before does not end there. */
  #scatterBefore(from: number, knee: number): number {
    const meeting = this.#line(from, knee + 1).scatter;
    return knee - from < leastSide ? meeting : Math.min(meeting, this.#line(from, knee).scatter);
  }

  #line(from: number, to: number): PathLine {
    const x = fitLine(this.#t, this.#x, from, to);
    const y = fitLine(this.#t, this.#y, from, to);
    return { x: x.slope, y: y.slope, scatter: x.scatter + y.scatter, variance: x.variance + y.variance };
  }
}

interface PathLine {
  /** px/s. */
  readonly x: number;
  readonly y: number;
  /** Sum of the squares of what is left, px². */
  readonly scatter: number;
  readonly variance: number;
}

interface Line {
  readonly slope: number;
  readonly scatter: number;
  /** Of the slope, as the scatter about the line gives it. */
  readonly variance: number;
}

/** The least-squares line through samples `from` to `to` (not included). */
function fitLine(t: readonly number[], values: readonly number[], from: number, to: number): Line {
  const n = to - from;
  let meanT = 0;
  let mean = 0;
  for (let i = from; i < to; i++) {
    meanT += t[i]! / n;
    mean += values[i]! / n;
  }
  let spread = 0;
  let product = 0;
  let square = 0;
  for (let i = from; i < to; i++) {
    const d = t[i]! - meanT;
    const v = values[i]! - mean;
    spread += d * d;
    product += d * v;
    square += v * v;
  }
  const slope = product / spread;
  const scatter = Math.max(0, square - slope * product - 1e-9);
  return { slope, scatter, variance: n < 3 ? 0 : scatter / (n - 2) / spread };
}
