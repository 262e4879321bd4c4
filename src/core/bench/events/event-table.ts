import { type EventName, eventNames } from '../../twin/program-frame.ts';
import type { EventScores, TypeScore } from './event-match.ts';

/** Counts of one type; those of several runs can be added. */
export interface EventCounts {
  readonly type: EventName | 'all';
  readonly matched: number;
  readonly extra: number;
  readonly missing: number;
  /** True hands of matched events, and those that were named rightly. */
  readonly hands: number;
  readonly handsRight: number;
  /** Sum of |found time - true time| of matched events, seconds. */
  readonly offsets: number;
}

/** One row of the table; null where there is nothing to divide by. */
export interface EventRow extends EventCounts {
  readonly precision: number | null;
  readonly recall: number | null;
  /** Share of true hands that were named rightly. */
  readonly by: number | null;
  /** Mean of |found time - true time|, seconds. */
  readonly offset: number | null;
}

/** A row for each type that happened or was found, and one for all. */
export const eventRows = (scores: EventScores): EventRow[] =>
  sumRows([...scores].map(([type, score]) => countsOf(type, score)));

/** The joint rows of several lists of them, put one after the other. */
export function sumRows(counts: readonly EventCounts[]): EventRow[] {
  const single = counts.filter(({ type }) => type !== 'all');
  const rows = eventNames
    .map((name) => single.filter(({ type }) => type === name))
    .filter((alike) => alike.length > 0)
    .map((alike) => rowOf(alike[0]!.type, alike));
  return [...rows, rowOf('all', single)];
}

const countsOf = (type: EventName, score: TypeScore): EventCounts => ({
  ...{ type, matched: score.matched, extra: score.extra.length, missing: score.missing.length },
  ...{ hands: score.hands, handsRight: score.handsRight },
  offsets: score.offsets.reduce((total, offset) => total + Math.abs(offset), 0),
});

function rowOf(type: EventRow['type'], counts: readonly EventCounts[]): EventRow {
  const sum = (of: (count: EventCounts) => number) => counts.reduce((total, count) => total + of(count), 0);
  const [matched, extra, missing] = [sum((c) => c.matched), sum((c) => c.extra), sum((c) => c.missing)];
  const [hands, handsRight, offsets] = [sum((c) => c.hands), sum((c) => c.handsRight), sum((c) => c.offsets)];
  return {
    ...{ type, matched, extra, missing, hands, handsRight, offsets },
    ...{ precision: ratio(matched, matched + extra), recall: ratio(matched, matched + missing) },
    ...{ by: ratio(handsRight, hands), offset: ratio(offsets, matched) },
  };
}

const ratio = (a: number, b: number): number | null => (b === 0 ? null : a / b);

/** The rows as text for people. */
export function eventTable(rows: readonly EventRow[]): string {
  const head = ['event', 'right', 'extra', 'missing', 'precision', 'recall', 'by', 'off s'];
  const share = (value: number | null) => (value === null ? '-' : value.toFixed(3));
  const cells = rows.map((row) => [
    row.type,
    ...[row.matched, row.extra, row.missing].map(String),
    ...[row.precision, row.recall, row.by, row.offset].map(share),
  ]);
  const lines = [head, ...cells];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const format = (line: readonly string[]) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return lines.map(format).join('\n');
}
