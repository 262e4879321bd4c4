import { type LossSource, lossWords } from './loss-sources.ts';
import type { EvalReport, FigureWithInterval } from './summarize.ts';

/** A report as lines of text: cells, totals, what could not be scored. */
export function evalText({
  settings,
  samples,
  scored,
  unscored,
  j,
  f,
  jf,
  cells,
  losses,
  calls,
  alwaysOnCalls,
}: EvalReport): string {
  const lines = [
    `${settings.bench}, ${settings.perception} perception, planner ${settings.planner}${ablated(settings.ablations)}`,
  ];
  if (cells.length > 0) lines.push('', '  J  [95 %]             F      n   kind, level');
  for (const cell of cells)
    lines.push(
      `${interval(cell.j)}  ${figure(cell.f.mean)}  ${String(cell.scored).padStart(4)}   ${cell.kind}, L${cell.level}`,
    );
  lines.push('', `J ${interval(j)}  F ${interval(f)}  J&F ${figure(jf)}  over ${scored} of ${samples} samples`);
  if (losses.length > 0) lines.push('', 'Where J is lost:', ...losses.map(lossLine));
  const made = Object.values(calls).reduce((sum, count) => sum + count, 0);
  if (alwaysOnCalls > 0)
    lines.push(
      `${made.toFixed(0)} specialist calls, ${((100 * made) / alwaysOnCalls).toFixed(0)} % of running everything always`,
    );
  for (const { id, reason } of unscored.slice(0, 20)) lines.push(`not scored: ${id}: ${reason}`);
  if (unscored.length > 20) lines.push(`not scored: ${unscored.length - 20} more`);
  return lines.join('\n');
}

const lossLine = (source: LossSource): string =>
  `${source.lost.toFixed(4)}  ${lossWords(source)} (${source.samples} samples, ${source.frames} frames)`;

const ablated = (names: readonly string[]) => (names.length === 0 ? '' : `, ablated: ${names.join(', ')}`);
const figure = (value: number | null) => (value === null ? '  -  ' : value.toFixed(3));
const interval = ({ mean, low, high }: FigureWithInterval) => `${figure(mean)} [${figure(low)}, ${figure(high)}]`;
