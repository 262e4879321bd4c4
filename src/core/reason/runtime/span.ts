import type { Condition } from './condition.ts';
import type { Moment } from './moments.ts';
import type { Node } from './node.ts';
import type { Thing } from './thing.ts';
import { type Code, codes } from './timeline.ts';

/** A stretch of time, as the program wrote it. */
export interface Span {
  readonly after?: Moment;
  readonly before?: Moment;
  /** Seconds after `after`, else before `before`, else before now. */
  readonly within?: number;
  readonly while?: Condition;
}

/** Both ends exclusive, seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const tick = 1e-6;

/** The stretch as seen from an object now; null when a moment has not happened. */
export function stretchOf(span: Span, o: Thing, now: number): Stretch | null {
  const after = span.after?.time(o);
  const before = span.before?.time(o);
  if (after === null || before === null) return null;
  let from = after ?? Number.NEGATIVE_INFINITY;
  let to = before ?? Number.POSITIVE_INFINITY;
  if (span.within !== undefined) {
    if (after !== undefined) to = Math.min(to, after + span.within + tick);
    else from = (before ?? now) - span.within - tick;
  }
  return { from, to };
}

export const isWithin = (t: number, { from, to }: Stretch): boolean => t > from && t < to;

/** Whether the span's `while` condition was true at a moment, by its code then. */
export const holdsThen = (code: Code): boolean => (code & 3) === codes.yes;

/** The words that a span is made of. */
export function innerOf(span: Span): Node[] {
  return [span.after, span.before, span.while].filter((one) => one !== undefined);
}

/** As the program writes it: `{ after: stop }`; empty for none. */
export function describeSpan(span: Span): string {
  const shown = Object.entries(span)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${typeof value === 'number' ? value : (value as Node).show()}`);
  return shown.length === 0 ? '' : `{ ${shown.join(', ')} }`;
}

/** The same after other arguments: `, { after: stop }`. */
export function afterComma(span: Span): string {
  const text = describeSpan(span);
  return text === '' ? '' : `, ${text}`;
}
