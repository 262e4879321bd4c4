import { type EventName, eventNames } from '../../twin/program-frame.ts';
import type { EventScores, TypeScore } from './event-match.ts';

/** One row of the table; null where there is nothing to divide by. */
export interface EventRow {
  readonly type: EventName | 'all';
  readonly matched: number;
  readonly extra: number;
  readonly missing: number;
  readonly precision: number | null;
  readonly recall: number | null;
  /** Share of true hands that were named rightly. */
  readonly hands: number | null;
  /** Mean of |found time - true time|, seconds. */
  readonly offset: number | null;
}

/** A row for each type that happened or was found, and one for all. */
export function eventRows(scores: EventScores): EventRow[] {
  const rows = eventNames.filter((type) => scores.has(type)).map((type) => rowOf(type, [scores.get(type)!]));
  return [...rows, rowOf('all', [...scores.values()])];
}

function rowOf(type: EventRow['type'], scores: readonly TypeScore[]): EventRow {
  const sum = (of: (score: TypeScore) => number) => scores.reduce((total, score) => total + of(score), 0);
  const matched = sum((s) => s.matched);
  const extra = sum((s) => s.extra.length);
  const missing = sum((s) => s.missing.length);
  return {
    ...{ type, matched, extra, missing },
    precision: ratio(matched, matched + extra),
    recall: ratio(matched, matched + missing),
    hands: ratio(
      sum((s) => s.handsRight),
      sum((s) => s.hands),
    ),
    offset: ratio(
      sum((s) => s.offsets.reduce((total, offset) => total + Math.abs(offset), 0)),
      matched,
    ),
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
    ...[row.precision, row.recall, row.hands, row.offset].map(share),
  ]);
  const lines = [head, ...cells];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const format = (line: readonly string[]) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return lines.map(format).join('\n');
}
