import { type Html, html } from '../../../core/pipelines/report-page/html.ts';
import { dataSetName } from './compare-runs.ts';
import type { Evaluation } from './contract.ts';
import { figureCells, figureHeads } from './figure-columns.ts';
import { cellsOf, figuresOf } from './figures.ts';
import { groupBy } from './group-by.ts';

/** One row a run, over all its samples. */
export function runsTable(runs: readonly Evaluation[]): Html {
  const rows = runs.map(
    (run, i) =>
      html`<tr><th scope="row"><i class="key c${i % 6}"></i>${run.label}</th><td class="text">${settingsText(run)}</td>${figureCells(figuresOf(run.settings, run.samples))}</tr>`,
  );
  return html`<div class="scroll"><table>${figureHeads(['run', 'data set and settings'])}<tbody>${rows}</tbody></table></div>`;
}

function settingsText(run: Evaluation): string {
  const { limit, planner, specialists, ablations, seed } = run.settings;
  return [
    dataSetName(run),
    ...(limit === undefined ? [] : [`first ${limit} samples`]),
    `planner ${planner}`,
    ...(specialists === undefined ? [] : [`only ${specialists.join(', ')}`]),
    ...(ablations.length === 0 ? [] : [`ablated: ${ablations.join(', ')}`]),
    ...(seed === 0 ? [] : [`seed ${seed}`]),
  ].join('; ');
}

/** One row a kind, level and run; null where no sample has a kind or level. */
export function cellsTable(runs: readonly Evaluation[]): Html | null {
  const cells = runs.flatMap((run, i) => cellsOf(run.samples).map((cell) => ({ ...cell, run, i })));
  if (cells.length === 0) return null;
  const groups = [...groupBy(cells, ({ kind, level }) => JSON.stringify([kind, level])).values()];
  const kinds = [...new Set(cells.map(({ kind }) => kind))];
  groups.sort(([a], [b]) => kinds.indexOf(a!.kind) - kinds.indexOf(b!.kind) || (a!.level ?? 0) - (b!.level ?? 0));
  const several = runs.length > 1;
  const rows = groups.map((members) =>
    members.map(
      ({ kind, level, run, i, samples }, at) =>
        html`<tr${at === 0 && html` class="first"`}><th scope="row">${kind ?? '–'}</th><td class="level">${level ?? '–'}</td>${several && html`<td class="text"><i class="key c${i % 6}"></i>${run.label}</td>`}${figureCells(figuresOf(run.settings, samples))}</tr>`,
    ),
  );
  return html`<div class="scroll"><table>${figureHeads(['kind', 'level', ...(several ? ['run'] : [])])}<tbody>${rows}</tbody></table></div>`;
}
