import type { ExplanationRecord } from '../../../core/reason/contract.ts';

const [mostLines, mostIds, mostLetters] = [12, 4, 240];

/** What each step of a program kept and dropped, a line a step; at most 12 lines of 240 letters, whatever the program says. */
export function traceLines(records: readonly ExplanationRecord[]): string[] {
  const lines = records
    .slice(0, mostLines)
    .map(({ op, text, kept, dropped }) =>
      shortened(`${op} ${text}: kept ${listed(kept)}; dropped ${listed(dropped)}`, mostLetters),
    );
  return records.length > mostLines ? [...lines, `${records.length - mostLines} more steps`] : lines;
}

function listed(objects: readonly { readonly id: number; readonly because: string }[]): string {
  if (objects.length === 0) return 'nothing';
  const shown = objects.slice(0, mostIds).map(({ id, because }) => `#${id} (${shortened(because, 60)})`);
  return [...shown, ...(objects.length > mostIds ? [`${objects.length - mostIds} more`] : [])].join(', ');
}

const shortened = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
