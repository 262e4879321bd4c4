import type { Truth } from './kleene.ts';
import type { Ledger } from './ledger.ts';
import { settings } from './settings.ts';

/**
 * What a condition was at a frame: its truth, or that the object was away. A frame in which the object, or the one
 * that it refers to, was missing does not count; its truth is kept for `at`.
 */
export const codes = { no: 0, yes: 1, unknown: 2, away: 3, uncounted: 4 } as const;
/** One of the first four, or `uncounted` plus one of the first three. */
export type Code = number;

export const codeOf = (v: Truth): Code => (v === null ? codes.unknown : v ? codes.yes : codes.no);
export const truthOf = (code: Code): Truth =>
  (code & 3) === codes.yes ? true : (code & 3) === codes.no ? false : null;

/** Frames of one code in a row; `last` is the time of the last of them, `end` that of the first frame after. */
export interface Segment {
  readonly code: Code;
  readonly from: number;
  readonly last: number;
  readonly end: number;
}

/** What is kept of segments that were folded away. */
export interface Folded {
  readonly from: number;
  last: number;
  /** Which codes occurred. */
  readonly saw: boolean[];
  secondsTrue: number;
  /** Edges, bursts below 0.2 s left out, and the times of the first ones. */
  begins: number;
  ends: number;
  firstBegin: number | null;
  firstEnd: number | null;
  /** The last of yes or no. */
  known: Code;
}

/** What one condition was of one object, frame by frame, as runs; the oldest beyond a limit are folded. */
export class Timeline {
  folded: Folded | undefined;
  /** Changes with each new segment and each that is folded; between changes only the newest segment gets longer. */
  version = 0;
  /** It was yes or no at a frame that counted. */
  wasKnown = false;
  private readonly code: Code[] = [];
  private readonly from: number[] = [];
  private readonly last: number[] = [];
  private readonly ledger: Ledger | undefined;

  /** `ledger` counts what it holds; a timeline that lives for one frame has none. */
  constructor(ledger?: Ledger) {
    this.ledger = ledger;
    if (ledger !== undefined) ledger.units += settings.lineUnits;
  }

  /** The newest frame. Times grow. */
  push(code: Code, t: number): void {
    const end = this.code.length - 1;
    if (end >= 0 && this.code[end] === code) {
      this.last[end] = t;
      return;
    }
    this.version++;
    if (code === codes.yes || code === codes.no) this.wasKnown = true;
    this.code.push(code);
    this.from.push(t);
    this.last.push(t);
    if (this.ledger === undefined) return;
    this.ledger.units++;
    while (this.code.length > this.ledger.intervals) this.fold();
  }

  get length(): number {
    return this.code.length;
  }

  segment(i: number): Segment {
    const last = this.last[i]!;
    return { code: this.code[i]!, from: this.from[i]!, last, end: this.from[i + 1] ?? last };
  }

  /** The newest code; `away` before the first frame. */
  get newest(): Code {
    return this.code[this.code.length - 1] ?? codes.away;
  }

  /** Place of the last segment that begins at or before `t`; -1 when none does. */
  placeAt(t: number): number {
    let low = 0;
    let high = this.from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.from[middle]! <= t + 1e-6) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The code at the last frame at or before `t`; null where it is folded away. */
  at(t: number): Code | null {
    const place = this.placeAt(t);
    if (place >= 0) return this.code[place]!;
    return this.folded === undefined || t < this.folded.from - 1e-6 ? codes.away : null;
  }

  /** Folds all but the newest segment. */
  foldAll(): void {
    while (this.code.length > 1) this.fold();
  }

  /** What it was from `from` to `last` is lost: unknown. */
  startLost(from: number, last: number): void {
    this.version++;
    this.folded = { ...nothingFolded(from, last), saw: [false, false, true] };
  }

  /** It is given up. */
  close(): void {
    if (this.ledger !== undefined) this.ledger.units -= settings.lineUnits + this.code.length;
  }

  private fold(): void {
    if (this.ledger !== undefined) this.ledger.units--;
    this.version++;
    const { code, from, last, end } = this.segment(0);
    this.code.shift();
    this.from.shift();
    this.last.shift();
    this.folded ??= nothingFolded(from, last);
    const { folded } = this;
    folded.last = last;
    folded.saw[code] = true;
    if (code === codes.yes) this.foldTrue(folded, from, end);
    if (code === codes.no && folded.known === codes.yes) {
      folded.ends++;
      folded.firstEnd ??= from;
    }
    if (code === codes.no) folded.known = code;
  }

  private foldTrue(folded: Folded, from: number, end: number): void {
    if (end - from < settings.edgeSeconds - 1e-6) return;
    folded.secondsTrue += end - from;
    if (folded.known === codes.no) {
      folded.begins++;
      folded.firstBegin ??= from;
    }
    folded.known = codes.yes;
  }
}

const nothingFolded = (from: number, last: number): Folded => ({
  from,
  last,
  saw: [],
  secondsTrue: 0,
  begins: 0,
  ends: 0,
  firstBegin: null,
  firstEnd: null,
  known: codes.away,
});
