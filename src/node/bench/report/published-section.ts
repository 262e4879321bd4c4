import { type Html, html } from '../../../core/pipelines/report-page/html.ts';
import type { EvaluatedSample, Evaluation } from './contract.ts';
import { type PublishedColumn, type PublishedTable, publishedTables } from './published-rows.ts';

/** Published rows beside ours, for the data sets that have any. */
export function publishedSection(runs: readonly Evaluation[]): Html {
  const tables = publishedTables.filter(({ benches }) => runs.some(({ settings }) => benches.includes(settings.bench)));
  return html`${tables.map((table) =>
    publishedTable(
      table,
      runs.filter(({ settings }) => table.benches.includes(settings.bench)),
    ),
  )}`;
}

function publishedTable(
  { title, split, columns, rows, source, note }: PublishedTable,
  runs: readonly Evaluation[],
): Html {
  const published = rows.map(
    ({ system, values }) =>
      html`<tr><th scope="row">${system} <small>published, not rerun</small></th>${values.map((value, i) => html`<td>${numberText(value, columns[i]!)}</td>`)}</tr>`,
  );
  const ours = runs.map(
    (run) =>
      html`<tr class="ours"><th scope="row">${run.label} <small>measured here${partText(run)}</small></th>${columns.map((column) => html`<td>${numberText(ourValue(run, column), column)}</td>`)}</tr>`,
  );
  return html`<div class="card"><h3>Published, not rerun: ${title}${split !== undefined && ` (${split})`}</h3>
<div class="scroll"><table class="narrow"><thead><tr><th scope="col">system</th>${columns.map(({ name, percent }) => html`<th scope="col">${name}${percent === true && ', %'}</th>`)}</tr></thead><tbody>${published}${ours}</tbody></table></div>
<p class="note">Source: ${source.paper}, arXiv ${source.arxiv}; ${source.table}.</p><p class="warning">${note}</p></div>`;
}

function partText({ settings: { split, limit } }: Evaluation): string {
  return `${split === undefined ? '' : `, ${split}`}${limit === undefined ? '' : `, first ${limit}`}`;
}

function ourValue({ samples }: Evaluation, { ours, percent }: PublishedColumn): number | null {
  if (ours === undefined) return null;
  const belongs = ({ result: { kind, level } }: EvaluatedSample) =>
    ours === 'all' || (kind === ours.kind && level === ours.level);
  const scores = samples.flatMap((sample) => (belongs(sample) && sample.result.j !== null ? [sample.result.j] : []));
  if (scores.length === 0) return null;
  return (scores.reduce((sum, j) => sum + j, 0) / scores.length) * (percent === true ? 100 : 1);
}

const numberText = (value: number | null, { percent }: PublishedColumn) =>
  value === null ? '–' : value.toFixed(percent === true ? 1 : 3);
