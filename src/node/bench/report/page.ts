import { Html, html } from '../../../core/pipelines/report-page/html.ts';
import { comparisonSection } from './comparison-section.ts';
import type { Evaluation } from './contract.ts';
import { gallerySection } from './gallery-section.ts';
import { groupBy } from './group-by.ts';
import { lossSection } from './loss-section.ts';
import { publishedSection } from './published-section.ts';
import { cellsTable, runsTable } from './run-tables.ts';
import { style } from './style.ts';
import { timePlot } from './time-plot.ts';

type Perception = Evaluation['settings']['perception'];

const headings: Readonly<Record<Perception, string>> = {
  builtin: 'Seen by the built-in specialists',
  oracle: 'Seen by an oracle: the truth as perception',
  noisy: 'Seen by a noisy oracle: the truth with seeded faults as perception',
};

/**
 * One page with everything in it; it loads nothing (its content security policy forbids it), has no script, and escapes
 * every text that it shows. The same evaluations give the same bytes.
 */
export async function evaluationPage(title: string, runs: readonly Evaluation[]): Promise<string> {
  const groups = groupBy(runs, ({ settings }) => settings.perception);
  const sections: Html[] = [];
  for (const [perception, members] of groups) sections.push(await perceptionSection(perception, members, runs.length));
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark"><title>${title}</title><style>${new Html(style)}</style></head>
<body><header><h1>${title}</h1><p>${countText(runs)}</p></header>
${groups.size > 1 && html`<p class="warning">These runs see in different ways (${[...groups.keys()].join(', ')}). How well an oracle's masks are answered about says nothing about seeing: each has tables of its own, and none are compared across.</p>`}
<main>${sections}</main>${footer()}</body></html>
`;
  return page.text;
}

function countText(runs: readonly Evaluation[]): string {
  const samples = runs.reduce((sum, run) => sum + run.samples.length, 0);
  return `${runs.length} ${runs.length === 1 ? 'run' : 'runs'}, ${samples} samples.`;
}

async function perceptionSection(
  perception: Perception,
  runs: readonly Evaluation[],
  runsOfPage: number,
): Promise<Html> {
  const galleries: Html[] = [];
  for (const run of runs)
    galleries.push(
      html`<div class="card"><h3>Samples of ${run.label}</h3>${await gallerySection(run, runsOfPage)}</div>`,
    );
  const cells = cellsTable(runs);
  return html`<section><h2>${headings[perception]}</h2>
<div class="card"><h3>All samples</h3>${runsTable(runs)}${runs.map(faults)}</div>
${comparisonSection(runs)}
${cells !== null && html`<div class="card"><h3>By kind and level</h3>${cells}</div>`}
<div class="card"><h3>J against time</h3>${timePlot(runs)}</div>
${perception === 'builtin' && publishedSection(runs)}
${runs.map(lossSection)}
${galleries}</section>`;
}

const mostNamed = 20;

/** What is missing in a run's figures: files that cannot be used, samples that cannot be scored. */
function faults({ label, problems, samples }: Evaluation): Html {
  const unscored = samples.flatMap(({ result: { id, unscored, j } }) =>
    j === null ? [`${id}: ${unscored ?? 'it has no scored frame'}`] : [],
  );
  const broken = problems.map(({ file, message }) => `${file}: ${message}`);
  const alone = samples.filter(({ result }) => result.group === undefined).length;
  return html`${named(`${label}: ${broken.length} files are missing or broken; their samples or times are left out`, broken)}${named(`${label}: ${unscored.length} samples were not scored`, unscored)}${alone > 0 && html`<p class="warning">${label}: ${alone} samples do not say which picture or video they are about; the intervals take each as one of its own, and are too narrow where some share one.</p>`}`;
}

function named(heading: string, lines: readonly string[]): Html {
  if (lines.length === 0) return html``;
  const rest = lines.length - mostNamed;
  return html`<div class="warning">${heading}<ul class="problems">${lines.slice(0, mostNamed).map((line) => html`<li>${line}</li>`)}${rest > 0 && html`<li>${rest} more</li>`}</ul></div>`;
}

const footer =
  () => html`<footer><p>J and F are the region similarity and boundary measure of DAVIS 2017; a sample's score is the mean over its frames. Intervals: 95 %, percentile bootstrap that draws whole pictures or videos.</p>
<p>ms a frame: median and 95th percentile over the samples' mean times, and the slowest single frame. Queries about one video are answered together; the time of a frame is for all of them.</p>
<p>Specialist calls: a call made for several queries is shared among them, and so are the calls of an always-on system, which runs every specialist on every frame.</p><p>Made by twinseg, offline.</p></footer>`;
