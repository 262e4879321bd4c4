import { type Html, html } from '../../../core/pipelines/report-page/html.ts';
import { type Comparison, compareRuns, dataSetName } from './compare-runs.ts';
import type { Evaluation } from './contract.ts';
import { pText, scoreText, signedText } from './number-text.ts';

/** Runs against the first one, on the samples that all of them have; nothing for one run. */
export function comparisonSection(runs: readonly Evaluation[]): Html {
  if (runs.length < 2) return html``;
  return html`${differenceWarnings(runs)}${compareRuns(runs).map(comparisonTable)}`;
}

function comparisonTable({ name, common, runs }: Comparison): Html {
  const [first] = runs;
  const rows = runs.map(({ run, j, difference }) => {
    const cells =
      difference === null
        ? html`<td>–</td><td>–</td><td>–</td>`
        : html`<td>${signedText(difference.mean)}</td><td>${signedText(difference.low)} – ${signedText(difference.high)}</td><td>${pText(difference.p)}</td>`;
    return html`<tr><th scope="row">${run.label}</th><td>${scoreText(j)}</td>${cells}</tr>`;
  });
  return html`<div class="card"><h3>${name}: paired comparison with ${first!.run.label}</h3>${
    common === 0
      ? html`<p class="warning">No sample was scored by all of these runs: they cannot be compared.</p>`
      : html`<p class="note">Only the ${common} samples that all these runs have scored. The interval of the difference is a 95 % bootstrap over pictures and videos; p is two-sided, from a paired permutation test in which all samples of a picture or video change sides together.</p>
<div class="scroll"><table class="narrow"><thead><tr><th scope="col">run</th><th scope="col">J</th><th scope="col">difference of J</th><th scope="col">95 %</th><th scope="col">p</th></tr></thead><tbody>${rows}</tbody></table></div>`
  }</div>`;
}

/** What makes the rows of one table answers to different questions. */
function differenceWarnings(runs: readonly Evaluation[]): Html {
  const limitOf = ({ settings: { limit } }: Evaluation) => (limit === undefined ? 'all samples' : `the first ${limit}`);
  const lines = [
    differing('data sets', runs, ({ settings }) => settings.bench, 'their means say nothing about each other'),
    differing('splits', runs, (run) => dataSetName(run), 'only runs over the same one are compared'),
    differing('limits', runs, limitOf, 'their means are over different samples; the paired comparison is not'),
  ].filter((line) => line !== null);
  return html`${lines.map((line) => html`<p class="warning">${line}</p>`)}`;
}

function differing(
  what: string,
  runs: readonly Evaluation[],
  textOf: (run: Evaluation) => string,
  so: string,
): string | null {
  if (new Set(runs.map(textOf)).size < 2) return null;
  return `The runs have different ${what} (${runs.map((run) => `${run.label}: ${textOf(run)}`).join('; ')}): ${so}.`;
}
