import { compareRuns } from './compare-runs.ts';
import type { Evaluation } from './contract.ts';
import { figuresOf } from './figures.ts';
import { callsText, msText, scoreText, signedText } from './number-text.ts';

const head = [
  'ablation',
  'scored',
  'J',
  'F',
  'J&F',
  'J less base [95 %]',
  'specialist calls',
  'of always-on',
  'ms a frame',
];

/**
 * Runs against a base as a Markdown table, a row each. The difference of J is over the samples that both have scored,
 * with its bootstrap interval over whole media. The same runs give the same table, but for the last column.
 */
export function ablationTable(base: Evaluation, runs: readonly Evaluation[]): string {
  const rows = [rowOf(base, null), ...runs.map((run) => rowOf(run, base))];
  return [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function rowOf(run: Evaluation, base: Evaluation | null): string[] {
  const { j, f, jf, scored, calls, alwaysOnCalls, latency } = figuresOf(run.settings, run.samples);
  return [
    base === null ? 'base' : run.settings.ablations.map((text) => `\`${text}\``).join(', '),
    String(scored),
    scoreText(j.mean),
    scoreText(f.mean),
    scoreText(jf),
    base === null ? '–' : differenceText(base, run),
    callsText(calls),
    alwaysOnCalls > 0 ? `${((100 * calls) / alwaysOnCalls).toFixed(0)} %` : '–',
    latency === null ? '–' : msText(latency.median),
  ];
}

function differenceText(base: Evaluation, run: Evaluation): string {
  const difference = compareRuns([base, run])[0]?.runs[1]?.difference;
  if (difference == null) return '–';
  return `${signedText(difference.mean)} [${signedText(difference.low)}, ${signedText(difference.high)}]`;
}
