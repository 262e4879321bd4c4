import { settings } from './settings.ts';

/** Counts what the memories of one session hold, in units of an interval or sample. */
export class Ledger {
  units = 0;
  /** Intervals that one timeline keeps before its oldest are folded; smaller when the objects in the picture fill all. */
  intervals = 2 * settings.intervals;

  /** More than all memories together may hold. */
  get isOver(): boolean {
    return this.units > settings.memoryUnits;
  }

  /** Timelines keep half as many intervals from now on, at least four. */
  shorten(): void {
    this.intervals = Math.max(4, this.intervals >> 1);
  }

  /** No new line is begun: even folding has not made room. */
  get isFull(): boolean {
    return this.units > 1.25 * settings.memoryUnits;
  }
}
