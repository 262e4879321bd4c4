import { type Html, html } from '../../../core/pipelines/report-page/html.ts';
import { lossSources, lossWords } from '../eval/index.ts';
import type { Evaluation } from './contract.ts';

/** Where a run loses J: the ten largest sources; nothing where none is lost. */
export function lossSection({ label, samples }: Evaluation): Html | false {
  const losses = lossSources(samples.map(({ result }) => result));
  if (losses.length === 0) return false;
  const rows = losses.map(
    (source) =>
      html`<tr><td class="text">${lossWords(source)}</td><td>${source.lost.toFixed(4)}</td><td>${source.samples}</td><td>${source.frames}</td></tr>`,
  );
  return html`<div class="card"><h3>Where ${label} loses J</h3><div class="scroll"><table><thead><tr><th class="text">sort of question, and what went wrong</th><th>J lost</th><th>samples</th><th>frames</th></tr></thead><tbody>${rows}</tbody></table></div></div>`;
}
