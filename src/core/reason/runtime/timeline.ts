import type { Truth } from './kleene.ts';
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
  begins: number;
  ends: number;
  /** Time of the first true frame. */
  firstTrue: number | null;
  /** The last of yes or no. */
  known: Code;
}

/** What one condition was of one object, frame by frame, as runs; the oldest beyond a limit are folded. */
export class Timeline {
  folded: Folded | undefined;
  private readonly code: Code[] = [];
  private readonly from: number[] = [];
  private readonly last: number[] = [];

  /** The newest frame. Times grow. */
  push(code: Code, t: number): void {
    const end = this.code.length - 1;
    if (end >= 0 && this.code[end] === code) {
      this.last[end] = t;
      return;
    }
    this.code.push(code);
    this.from.push(t);
    this.last.push(t);
    if (this.code.length > 2 * settings.intervals) this.fold();
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

  /** The code at the last frame at or before `t`; null where it is folded away. */
  at(t: number): Code | null {
    for (let i = this.code.length - 1; i >= 0; i--) if (this.from[i]! <= t + 1e-6) return this.code[i]!;
    return this.folded === undefined || t < this.folded.from - 1e-6 ? codes.away : null;
  }

  private fold(): void {
    const { code, from, last, end } = this.segment(0);
    this.code.shift();
    this.from.shift();
    this.last.shift();
    this.folded ??= { from, last, saw: [], secondsTrue: 0, begins: 0, ends: 0, firstTrue: null, known: codes.away };
    const { folded } = this;
    folded.last = last;
    folded.saw[code] = true;
    if (code === codes.yes) {
      folded.secondsTrue += end - from;
      folded.firstTrue ??= from;
      if (folded.known === codes.no) folded.begins++;
    }
    if (code === codes.no && folded.known === codes.yes) folded.ends++;
    if (code === codes.yes || code === codes.no) folded.known = code;
  }
}
