import { readFile } from 'node:fs/promises';
import { toError } from '../../../core/base/index.ts';
import { type Html, html } from '../../../core/pipelines/report-page/html.ts';
import { galleryPath } from '../eval/index.ts';
import type { EvaluatedSample, Evaluation } from './contract.ts';
import { scoreText } from './number-text.ts';
import { bestAndWorst } from './pick-samples.ts';

/** On a whole page: so many best samples and so many worst ones, shared by its runs, each run at least one of each. */
const mostOfPage = 12;
const mostBytes = 200_000;

/** The best and the worst samples of a run, with pictures where the run kept them. */
export async function gallerySection(run: Evaluation, runsOfPage: number): Promise<Html> {
  const { best, worst } = bestAndWorst(run.samples, Math.max(1, Math.floor(mostOfPage / runsOfPage)));
  if (best.length === 0) return html`<p class="note">No sample was scored.</p>`;
  const [good, bad] = [await cards(run, best), await cards(run, worst)];
  return html`${
    run.settings.gallery === true
      ? html`<p class="note"><i class="key answer"></i>the answer, filled <i class="key truth"></i>the truth, outlined</p>`
      : html`<p class="note">This run kept no pictures. Evaluate again with <code>twinseg eval … --gallery --out ANOTHER-DIR</code> to see them here.</p>`
  }<h4>Best</h4><div class="gallery">${good}</div>${worst.length > 0 && html`<h4>Worst</h4><div class="gallery">${bad}</div>`}`;
}

async function cards(run: Evaluation, samples: readonly EvaluatedSample[]): Promise<Html[]> {
  const made: Html[] = [];
  for (const sample of samples) made.push(await card(run, sample));
  return made;
}

async function card(run: Evaluation, { index, result }: EvaluatedSample): Promise<Html> {
  const { id, query, kind, level, j, f, frames, shown = [] } = result;
  const scoreAt = new Map(frames.map((score) => [score.frame, score.j]));
  const frameText = (frame: number) => `frame ${frame}, J ${scoreText(scoreAt.get(frame) ?? null)}`;
  // Whatever the file says, three frames are shown.
  const few = shown.slice(0, 3);
  const pictures: Html[] = [];
  if (run.settings.gallery === true)
    for (const [k, { frame }] of few.entries())
      pictures.push(
        html`<figure>${await pictureOf(run, index, k, `${query}: ${frameText(frame)}`)}<figcaption>${frameText(frame)}</figcaption></figure>`,
      );
  const reasons = few.map(({ frame, trace }) => html`<dt>${frameText(frame)}</dt>${traceOf(trace)}`);
  const cell = [kind, level === undefined ? undefined : `L${level}`].filter((part) => part !== undefined).join(' ');
  return html`<article class="card"><h5>“${query}”</h5><p class="note">${id}${cell !== '' && ` · ${cell}`} · J ${scoreText(j)} · F ${scoreText(f)}</p>
${pictures.length > 0 && html`<div class="shots">${pictures}</div>`}${reasons.length > 0 && html`<details><summary>why</summary><dl>${reasons}</dl></details>`}</article>`;
}

const traceOf = (lines: readonly string[]) => lines.slice(0, 13).map((line) => html`<dd>${line.slice(0, 300)}</dd>`);

async function pictureOf(run: Evaluation, index: number, k: number, alt: string): Promise<Html> {
  try {
    const bytes = await readFile(galleryPath(run.dir, index, k));
    if (bytes.length > mostBytes || bytes.readUInt16BE(0) !== 0xffd8)
      return html`<p class="warning">not a small JPEG</p>`;
    return html`<img loading="lazy" src="data:image/jpeg;base64,${bytes.toString('base64')}" alt="${alt}">`;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    return html`<p class="warning">${code === 'ENOENT' ? 'the picture is missing' : (code ?? toError(thrown).message)}</p>`;
  }
}
