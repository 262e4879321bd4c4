import { problemRemedy } from '../datasets/index.ts';
import type { ProtocolReport } from './contract.ts';

/** A report as lines of text: a row a scored thing, what was not scored, the totals last. */
export function protocolText({ protocol, rows, totals, unit, unscored, problems }: ProtocolReport): string {
  const columns = Object.keys(rows[0]?.scores ?? {});
  const digits = unit === 'percent' ? 4 : 3;
  const lines = [`${columns.map((column) => column.padStart(8)).join('')}  ${protocol}`];
  for (const { name, scores } of rows)
    lines.push(`${columns.map((column) => scores[column]!.toFixed(digits).padStart(8)).join('')}  ${name}`);
  for (const { path, message } of problems) lines.push(`problem: ${path}: ${message}`);
  if (problems.length > 0) lines.push(problemRemedy);
  for (const { name, reason } of unscored) lines.push(`note: ${name}: ${reason}`);
  lines.push('');
  for (const [name, value] of Object.entries(totals)) lines.push(`${value.toFixed(digits).padStart(8)}  ${name}`);
  return lines.join('\n');
}
