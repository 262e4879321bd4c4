import { describe, expect, it } from 'vitest';
import { answerRow, type Outcome } from './answer-row.ts';
import type { Kind, Level, Row, Sheet } from './row.ts';
import { sheets } from './sheets.ts';

/** Share of rows that must be right. */
const floor = 0.2;

const kinds: readonly Kind[] = ['semantic', 'spatial', 'temporal', 'beyond'];
const levels: readonly Level[] = [1, 2, 3];

interface Result extends Outcome {
  readonly sheet: Sheet;
  readonly row: Row;
}

/** Right of total, by kind and level. */
function table(results: readonly Result[]): string {
  const cell = (kind: Kind, level: Level) => {
    const rows = results.filter(({ row }) => row[0] === kind && row[1] === level);
    return `${rows.filter(({ right }) => right).length}/${rows.length}`.padStart(8);
  };
  const lines = kinds.map((kind) => `${kind.padEnd(9)}${levels.map((level) => cell(kind, level)).join('')}`);
  const right = results.filter((result) => result.right).length;
  return ['               L1      L2      L3', ...lines, `in all ${right}/${results.length}`].join('\n');
}

const line = ({ sheet, row: [kind, level, question, ids, notes], got, unchecked }: Result) =>
  `${sheet.twin} [${kind} ${level}] ${question}${notes?.at === undefined ? '' : ` (at ${notes.at} s)`}: ` +
  `wanted ${ids.join() || 'nothing'}, got ${(typeof got === 'string' ? got : got.join()) || 'nothing'}` +
  (unchecked.length > 0 ? `; unchecked: ${unchecked.join(', ')}` : '');

describe('questions on hand-drawn twins', () => {
  it('asks each question once per time and twin', () => {
    const keys = sheets.flatMap(({ twin, rows }) =>
      rows.map(([, , question, , notes]) => `${twin} ${question} ${notes?.at}`),
    );
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
  it('knows all expected ids', () => {
    const unknown = sheets.flatMap(({ twin, frames, rows }) => {
      const there = new Set(frames.flatMap(({ o }) => o.map(({ id }) => id)));
      return rows
        .filter(([, , , ids]) => ids.some((id) => !there.has(id)))
        .map(([, , question]) => `${twin} ${question}`);
    });
    expect(unknown).toEqual([]);
  });
  it('answers as many as ever', async () => {
    const results: Result[] = [];
    for (const sheet of sheets) {
      for (const row of sheet.rows) results.push({ sheet, row, ...(await answerRow(sheet, row)) });
    }
    const wrong = results.filter(({ right }) => !right).map(line);
    console.log(`${table(results)}\n\nwrong:\n${wrong.join('\n')}`);
    expect(1 - wrong.length / results.length).toBeGreaterThanOrEqual(floor);
  });
});
