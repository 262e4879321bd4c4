import type { Ledger } from './ledger.ts';
import { settings } from './settings.ts';

/** A value over time, simplified to a tolerance: a sample is kept when the value has moved away from the last one kept. */
export class Samples {
  private readonly t: number[] = [];
  private readonly v: (number | null)[] = [];
  private readonly ledger: Ledger;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
    ledger.units += settings.lineUnits;
  }

  /** `tolerance` is how far the kept value may be off. */
  push(value: number | null, t: number, tolerance: number): void {
    const newest = this.v[this.v.length - 1];
    if (newest !== undefined && isSame(newest, value, tolerance)) return;
    this.t.push(t);
    this.v.push(value);
    this.ledger.units++;
    if (this.t.length > settings.samples) this.thin();
  }

  /** The value at the last frame at or before `t`; null where unknown. */
  at(t: number): number | null {
    for (let i = this.t.length - 1; i >= 0; i--) if (this.t[i]! <= t + 1e-6) return this.v[i]!;
    return null;
  }

  /** Keeps the first and the newest value; between them it is unknown. */
  foldAll(): void {
    const n = this.t.length;
    if (n < 3) return;
    const [t, v] = [this.t[n - 1]!, this.v[n - 1]!];
    this.ledger.units -= n - 3;
    this.t.length = 1;
    this.v.length = 1;
    this.t.push(this.t[0]! + 1e-3, t);
    this.v.push(null, v);
  }

  /** It is given up. */
  close(): void {
    this.ledger.units -= settings.lineUnits + this.t.length;
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
    this.ledger.units -= this.t.length - to;
    this.t.length = to;
    this.v.length = to;
  }
}

const isSame = (a: number | null, b: number | null, tolerance: number): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= tolerance);
