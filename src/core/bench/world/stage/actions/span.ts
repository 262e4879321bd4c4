import type { Stretch } from '../timeline.ts';

/** When an action happens: from `at` for `for` seconds, to the next twenty-fifth. */
export interface Span {
  readonly at: number;
  readonly for: number;
}

/**
 * Times are rounded to frames at 25 a second, so that at that rate no movement begins or ends within a frame (its first
 * step would be a part of the others, and a start would look like a start and a gain of speed).
 */
export const beat = (seconds: number): number => Math.round(seconds * 25) / 25;

export const endOf = (span: Span): number => beat(span.at + span.for);

/** A stretch of a timeline that lasts a span; `share` is how much of it has passed, 0..1. */
export function during<T>(span: Span, at: (share: number, start: T, seconds: number) => T): Stretch<T> {
  const [from, to] = [beat(span.at), endOf(span)];
  const share = (t: number) => (to > from ? Math.min(1, Math.max(0, (t - from) / (to - from))) : 1);
  return { from, to, at: (t, start) => at(share(t), start, t) };
}

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
