import { describeAssumption } from '../../plan/assumptions.ts';
import type { ReportMedia, ReportRun } from './contract.ts';
import { type Html, html, jsonForScript } from './html.ts';
import { mediaSource } from './media-source.ts';
import { planGraph } from './plan-graph.ts';
import { programCode } from './program-code.ts';
import { timeline } from './timeline.ts';
import { usageTable } from './usage-table.ts';

/** All that is shown of one question. */
export function runSection(run: ReportRun, at: number, color: (id: number) => string): Html {
  const id = `run-${at + 1}`;
  const { plan, source, summary } = run;
  const frames = Math.max(1, summary.usage.frames);
  const msByNode = Object.fromEntries(Object.entries(summary.nodeMs).map(([node, ms]) => [node, ms / frames]));
  return html`<section class="run" id="${id}" aria-labelledby="${id}-title">
<header><p class="where">${plan.kinds.join(' + ')} · ${source.path} · ${source.width}×${source.height}${source.fps === null ? '' : ` · ${round(source.fps)} fps`}</p>
<h2 id="${id}-title">“${plan.query}”</h2><p class="paraphrase">${plan.paraphrase}</p>${badges(run)}</header>
${warnings(run)}
<div class="columns"><div class="seen">
<figure class="card media">${media(run.media, plan.query, id)}</figure>
<div class="card"><h3>When it was the answer</h3>${timeline(run, color, id)}</div>
<div class="card"><h3>Why, in frame <output class="frame-number">${run.frames[0]?.index ?? 0}</output></h3><div class="why" aria-live="polite"><p class="note">The reasons of each frame need JavaScript.</p></div></div>
</div><div class="thought">
<div class="card"><h3>Plan</h3><div class="scroll">${planGraph(plan, msByNode)}</div>${reasons(run)}${assumed(plan)}</div>
<div class="card"><h3>Program</h3>${plan.program === undefined ? html`<p class="note">No program: nothing in the question could be checked.</p>` : programCode(plan.program)}</div>
<div class="card"><h3>Work</h3>${usageTable(run)}</div>
</div></div>
<script type="application/json" class="run-data">${jsonForScript(runData(run, color))}</script>
</section>`;
}

const round = (x: number) => (Math.abs(x - Math.round(x)) < 0.005 ? String(Math.round(x)) : x.toFixed(2));

function badges({ scores, fps, summary }: ReportRun): Html {
  const badge = (name: string, value: string, title: string) =>
    html`<li title="${title}"><span>${name}</span><b>${value}</b></li>`;
  return html`<ul class="badges">${
    scores !== undefined && [
      badge('J&F', ((scores.j + scores.f) / 2).toFixed(3), `Mean of J and F over ${scores.frames} frames`),
      badge('J', scores.j.toFixed(3), 'Region similarity: intersection over union with the exact truth'),
      badge('F', scores.f.toFixed(3), 'Boundary F-measure, as in DAVIS 2017'),
    ]
  }${fps !== undefined && badge('fps', fps.toFixed(fps < 100 ? 1 : 0), 'Frames answered a second, reading and writing included')}${badge('frames', String(summary.usage.frames), `${summary.usage.keyFrames} of them key frames`)}</ul>`;
}

function warnings({ summary, plan }: ReportRun): Html {
  const lines = [...new Set(summary.warnings)];
  const unsaid = plan.unchecked.filter(({ word }) => !lines.some((line) => line.includes(word)));
  const all = [...lines, ...unsaid.map(({ word, remedy }) => `"${word}" was not checked; needed: ${remedy}`)];
  if (all.length === 0) return html``;
  return html`<ul class="warnings" aria-label="Warnings">${all.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function media(shown: ReportMedia | undefined, query: string, id: string): Html {
  if (shown === undefined) return html`<p class="note">No overlay was written.</p>`;
  const src = mediaSource(shown.src);
  return shown.kind === 'video'
    ? html`<video id="${id}-video" src="${src}" controls muted loop playsinline preload="auto" aria-label="Overlay of the answer to: ${query}"></video>`
    : html`<img src="${src}" alt="Overlay of the answer to: ${query}">`;
}

function reasons({ plan }: ReportRun): Html {
  return html`<dl class="reasons">${plan.specialists.map(({ id, reason }) => html`<div><dt>${id}</dt><dd>${reason}</dd></div>`)}</dl>`;
}

/** What the plan takes for granted; that an assumption failed is said in the warnings. */
function assumed(plan: ReportRun['plan']): Html {
  const { assumptions = [] } = plan;
  if (assumptions.length === 0) return html``;
  return html`<p class="note">Assumed: ${assumptions.map((one) => describeAssumption(one, plan)).join('; ')}.</p>`;
}

/** What the page's script needs: frames in short form; equal explanations are kept once. */
function runData({ frames, source }: ReportRun, color: (id: number) => string) {
  const known = new Map<string, number>();
  const explanations: unknown[] = [];
  const colors: Record<number, string> = {};
  const short = frames.map(({ index, time, ms, objects, explanation }) => {
    const text = JSON.stringify(explanation);
    if (!known.has(text)) known.set(text, explanations.push(explanation) - 1);
    for (const { id } of objects) colors[id] ??= color(id);
    return [index, time, ms, objects.map(({ id, label, score }) => [id, score, label ?? '']), known.get(text)!];
  });
  return { frames: short, explanations, colors, fps: source.fps };
}
