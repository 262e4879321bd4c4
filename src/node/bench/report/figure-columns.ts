import { type Html, html } from '../../../core/pipelines/report-page/html.ts';
import type { Figures } from './figures.ts';
import { callsText, intervalText, msText, scoreText } from './number-text.ts';

/** Two rows of heads for the columns of `figureCells`. @param leading names of the columns before these */
export function figureHeads(leading: readonly string[]): Html {
  return html`<thead><tr>${leading.map((name) => html`<th scope="col" rowspan="2">${name}</th>`)}<th colspan="3" scope="colgroup">score, 0–1</th><th colspan="2" scope="colgroup">samples</th><th colspan="3" scope="colgroup">ms a frame</th><th colspan="3" scope="colgroup">specialist calls</th></tr>
<tr><th scope="col">J <small>95 %</small></th><th scope="col">F <small>95 %</small></th><th scope="col">J&amp;F</th><th scope="col">scored</th><th scope="col">not</th><th scope="col">median</th><th scope="col">95th</th><th scope="col">worst</th><th scope="col">made</th><th scope="col">always-on</th><th scope="col">share</th></tr></thead>`;
}

export function figureCells({ j, f, jf, scored, unscored, latency, calls, alwaysOnCalls }: Figures): Html {
  const share = alwaysOnCalls > 0 ? `${((100 * calls) / alwaysOnCalls).toFixed(0)} %` : '–';
  const ms = latency === null ? ['–', '–', '–'] : [latency.median, latency.p95, latency.worst].map(msText);
  const plain = [scoreText(jf), scored, unscored, ...ms, callsText(calls), callsText(alwaysOnCalls), share];
  return html`<td>${intervalText(j)}</td><td>${intervalText(f)}</td>${plain.map((text) => html`<td>${text}</td>`)}`;
}
