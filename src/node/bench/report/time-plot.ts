import { type ScoreSeries, scoreOverTime, type TimePoint } from '../../../core/bench/index.ts';
import { type Html, html } from '../../../core/pipelines/report-page/html.ts';
import type { EvaluatedSample, Evaluation } from './contract.ts';
import { groupBy } from './group-by.ts';

const [width, height, left, right, top, bottom] = [720, 260, 54, 12, 12, 34];

/** Mean J by normalised time of the clip, a line with its band a run; says so where no sample has two scored frames. */
export function timePlot(runs: readonly Evaluation[]): Html {
  const lines = runs.map((run, i) => ({ run, i, points: scoreOverTime(seriesByMedia(run.samples)) }));
  const drawn = lines.filter(({ points }) => points.length > 0);
  if (drawn.length === 0)
    return html`<p class="note">No sample has two scored frames: pictures have no course in time.</p>`;
  const label = drawn.map(({ run, points }) => `${run.label} ${courseText(points)}`).join('; ');
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="Mean J by time of the clip: ${label}">
${axes()}${drawn.map(({ i, points }) => band(points, i))}${drawn.map(({ i, points }) => line(points, i))}</svg>
<ul class="legend">${drawn.map(({ run, i, points }) => html`<li><i class="key c${i % 6}"></i>${run.label} <small>${courseText(points)}</small></li>`)}</ul>
<p class="note">0 is the first scored frame of each clip, 1 its last; between scored frames J is interpolated. Bands: 95 % bootstrap intervals over videos.</p>`;
}

function seriesByMedia(samples: readonly EvaluatedSample[]): ScoreSeries[][] {
  const scored = samples.filter(({ result }) => result.j !== null);
  return [...groupBy(scored, ({ media }) => media).values()].map((members) =>
    members.map(({ result }) =>
      [...new Map(result.frames.map(({ frame, j }) => [frame, { frame, score: j }])).values()].sort(
        (a, b) => a.frame - b.frame,
      ),
    ),
  );
}

const courseText = (points: readonly TimePoint[]) =>
  `${points[0]!.mean.toFixed(2)} → ${points[points.length - 1]!.mean.toFixed(2)}`;

const x = (time: number) => (left + time * (width - left - right)).toFixed(1);
/** Scores of a broken file may lie anywhere: they stay in the picture. */
const y = (score: number) => (top + (1 - Math.min(1, Math.max(0, score))) * (height - top - bottom)).toFixed(1);

function axes(): Html {
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return html`${ticks.map((at) => html`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(at)}" y2="${y(at)}"/><text x="${left - 7}" y="${y(at)}" dy=".35em" text-anchor="end">${at}</text>`)}${ticks.map((at) => html`<text x="${x(at)}" y="${height - bottom + 16}" text-anchor="middle">${at}</text>`)}<text x="${x(0.5)}" y="${height - 3}" text-anchor="middle">time of the clip</text><text transform="translate(11 ${y(0.5)}) rotate(-90)" text-anchor="middle">mean J</text>`;
}

function band(points: readonly TimePoint[], i: number): Html {
  const upper = points.map(({ time, high }) => `${x(time)},${y(high)}`);
  const lower = points.map(({ time, low }) => `${x(time)},${y(low)}`).reverse();
  return html`<polygon class="band c${i % 6}" points="${[...upper, ...lower].join(' ')}"/>`;
}

/** Colours repeat after six runs, then in dashes. */
function line(points: readonly TimePoint[], i: number): Html {
  const dashes = i < 6 ? '' : html` stroke-dasharray="${3 * Math.floor(i / 6)} 4"`;
  return html`<polyline class="course c${i % 6}"${dashes} points="${points.map(({ time, mean }) => `${x(time)},${y(mean)}`).join(' ')}"/>`;
}
