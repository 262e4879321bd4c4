import type { AnswerChange, ChangedObject } from '../answer.ts';
import type { ReportFrame } from './contract.ts';
import { type Html, html } from './html.ts';
import { safeColor } from './safe-color.ts';

/** Longer lists are cut; the rest is in result.json. */
const most = 60;

/** The changes of an answer, in order. */
export const changesOf = (frames: readonly ReportFrame[]): AnswerChange[] =>
  frames.flatMap(({ change }) => change ?? []);

/** When the answer changed, what came in, what went out, and why. Nothing where an answer only began. */
export function changeList(changes: readonly AnswerChange[], color: (id: number) => string): Html {
  if (changes.length < 2) return html``;
  const rows = changes
    .slice(0, most)
    .map(
      ({ frame, time, added, removed }) =>
        html`<li><b>${time.toFixed(2)} s</b> <small>frame ${frame}</small><ul>${[
          ...added.map((one) => entry(one, 'in', color)),
          ...removed.map((one) => entry(one, 'out', color)),
        ]}</ul></li>`,
    );
  const cut =
    changes.length > most ? html`<li class="note">${changes.length - most} more are in result.json.</li>` : '';
  return html`<details class="changes"><summary>${changes.length} changes of the answer, and why</summary><ol>${rows}${cut}</ol></details>`;
}

function entry({ id, because, since }: ChangedObject, way: 'in' | 'out', color: (id: number) => string): Html {
  return html`<li class="${way}"><span class="id" style="--track:${safeColor(color(id))}">#${id}</span> ${way}: ${because} <small>since ${since.toFixed(2)} s</small></li>`;
}
