import { answerRow, type Outcome } from './answer-row.ts';
import type { Kind, Level, Row, Sheet } from './row.ts';

const kinds: readonly Kind[] = ['semantic', 'spatial', 'temporal', 'beyond'];
const levels: readonly Level[] = [1, 2, 3];

/** A row with its outcome. */
export interface Result extends Outcome {
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

/** What came of all rows, as data and as a text: right of total by kind and level, then each wrong row. */
export interface Score {
  readonly results: readonly Result[];
  readonly share: number;
  readonly text: string;
}

/** Asks all questions of the sheets, one after the other. */
export async function scoreSheets(sheets: readonly Sheet[]): Promise<Score> {
  const results: Result[] = [];
  for (const sheet of sheets) {
    for (const row of sheet.rows) results.push({ sheet, row, ...(await answerRow(sheet, row)) });
  }
  const wrong = results.filter(({ right }) => !right);
  const text = `${table(results)}\n\nwrong:\n${wrong.map(line).join('\n')}`;
  return { results, share: 1 - wrong.length / results.length, text };
}
