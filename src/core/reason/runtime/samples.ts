import { settings } from './settings.ts';

/** A value over time, simplified to a tolerance: a sample is kept when the value has moved away from the last one kept. */
export class Samples {
  private readonly t: number[] = [];
  private readonly v: (number | null)[] = [];

  /** `tolerance` is how far the kept value may be off. */
  push(value: number | null, t: number, tolerance: number): void {
    const newest = this.v[this.v.length - 1];
    if (newest !== undefined && isSame(newest, value, tolerance)) return;
    this.t.push(t);
    this.v.push(value);
    if (this.t.length > settings.samples) this.thin();
  }

  /** The value at the last frame at or before `t`; null where unknown. */
  at(t: number): number | null {
    for (let i = this.t.length - 1; i >= 0; i--) if (this.t[i]! <= t + 1e-6) return this.v[i]!;
    return null;
  }

  /** Keeps the first and the newer half, and every second of the older half. */
  private thin(): void {
    const half = this.t.length >> 1;
    let to = 0;
    for (let i = 0; i < this.t.length; i++) {
      if (i < half && i % 2 === 1) continue;
      this.t[to] = this.t[i]!;
      this.v[to] = this.v[i]!;
      to++;
    }
    this.t.length = to;
    this.v.length = to;
  }
}

const isSame = (a: number | null, b: number | null, tolerance: number): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= tolerance);
