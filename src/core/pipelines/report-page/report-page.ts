import { trackColor } from '../../media/index.ts';
import { behaviour } from './behaviour.ts';
import type { ReportInput, ReportRun } from './contract.ts';
import { Html, html } from './html.ts';
import { runSection } from './run-section.ts';
import { style } from './style.ts';

/**
 * One HTML page with everything in it: questions, plan graphs, programs, overlays, timelines, reasons, work done.
 * It loads nothing from the network (its content security policy forbids it) and escapes every text that it shows.
 * The same input gives the same bytes.
 * @throws InputError when an overlay is neither a `data:` URL nor a relative path
 */
export function reportPage(input: ReportInput): string {
  const color = input.trackColor ?? overlayColor;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data: file:; media-src 'self' data: file:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark"><title>${input.title}</title><style>${new Html(style)}</style></head>
<body><header class="page"><h1>${input.title}</h1>${input.summary !== undefined && html`<p>${input.summary}</p>`}</header>
${input.runs.length > 1 && tabs(input.runs)}
<main>${input.runs.map((run, i) => runSection(run, i, color))}</main>
<footer class="page">Boxes and masks follow COCO; J and F follow DAVIS 2017. Made by twinseg, offline.</footer>
<script>${new Html(behaviour)}</script></body></html>
`;
  return page.text;
}

function tabs(runs: readonly ReportRun[]): Html {
  const links = runs.map(
    ({ plan, scores }, i) =>
      html`<a href="#run-${i + 1}" id="tab-${i + 1}"><small>${plan.kinds.join(' + ')}</small><span>${plan.query}</span>${scores !== undefined && html`<em>J&amp;F ${((scores.j + scores.f) / 2).toFixed(2)}</em>`}</a>`,
  );
  return html`<nav class="tabs" aria-label="Questions">${links}</nav>`;
}

/** The overlay's colour of a track. */
const overlayColor = (id: number) => `#${[...trackColor(id)].map((c) => c.toString(16).padStart(2, '0')).join('')}`;
