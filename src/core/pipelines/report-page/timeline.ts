import { changeList, changesOf } from './change-list.ts';
import type { ReportFrame, ReportRun } from './contract.ts';
import { type Html, html } from './html.ts';
import { safeColor } from './safe-color.ts';

const [width, rowHeight, rowGap, msHeight, mostRows, mostBars, mostMarks] = [1000, 18, 5, 56, 16, 250, 500];

/** One row a track (when it was in the answer), marks where the answer changed, the time of each frame under them. A click goes to that frame. */
export function timeline(run: ReportRun, color: (id: number) => string, id: string): Html {
  const { frames } = run;
  const rows = answeredTracks(frames);
  const shown = rows.slice(0, mostRows);
  const top = shown.length * (rowHeight + rowGap);
  const height = top + msHeight;
  const last = frames.length - 1;
  return html`<div class="timeline" data-frames="${frames.length}">
<div class="track-names" aria-hidden="true">${shown.map((track) => html`<span style="--track:${safeColor(color(track.id))}">#${track.id}${track.label === undefined ? '' : ` ${track.label}`}</span>`)}${shown.length === 0 ? html`<span>no answer</span>` : ''}<span class="ms-name">ms a frame</span></div>
<div class="track-plot"><svg viewBox="0 0 ${width} ${Math.max(height, msHeight)}" preserveAspectRatio="none" role="img" aria-label="${describe(shown, frames.length)}" style="height:${Math.max(height, msHeight)}px">
${shown.map((track, i) => trackRow(track, i, frames.length, safeColor(color(track.id))))}
${frameTimes(frames, top)}
${changeMarks(frames, top)}
<line class="cursor" x1="0" x2="0" y1="0" y2="${Math.max(height, msHeight)}"/></svg></div>
<label class="scrub" for="${id}-scrub">Frame <output for="${id}-scrub">${frames[0]?.index ?? 0}</output></label><input id="${id}-scrub" type="range" min="0" max="${Math.max(0, last)}" value="0" step="1"${last < 1 ? html` disabled` : ''}>
</div>${rows.length > shown.length ? html`<p class="note">${rows.length - shown.length} more tracks are in result.json.</p>` : ''}${changeList(changesOf(frames), color)}`;
}

interface AnsweredTrack {
  readonly id: number;
  readonly label?: string;
  /** Places in the list of frames, both ends included. */
  readonly spans: [from: number, to: number][];
}

function answeredTracks(frames: readonly ReportFrame[]): AnsweredTrack[] {
  const tracks = new Map<number, AnsweredTrack>();
  frames.forEach(({ objects }, at) => {
    for (const { id, label } of objects) {
      const track = tracks.get(id) ?? { id, ...(label !== undefined && { label }), spans: [] };
      tracks.set(id, track);
      const span = track.spans[track.spans.length - 1];
      if (span !== undefined && span[1] === at - 1) span[1] = at;
      else track.spans.push([at, at]);
    }
  });
  return [...tracks.values()];
}

function trackRow({ spans }: AnsweredTrack, row: number, count: number, color: string): Html {
  const y = row * (rowHeight + rowGap);
  const scale = width / count;
  const bars = spans.map(
    ([from, to]) =>
      html`<rect x="${(from * scale).toFixed(1)}" y="${y}" width="${((to - from + 1) * scale).toFixed(1)}" height="${rowHeight}" fill="${color}"/>`,
  );
  return html`<rect class="lane" x="0" y="${y}" width="${width}" height="${rowHeight}"/>${bars}`;
}

/** A line through all rows at each frame in which the answer changed. */
function changeMarks(frames: readonly ReportFrame[], height: number): Html {
  const scale = width / Math.max(1, frames.length);
  const marks = frames.flatMap(({ change }, at) =>
    change === undefined || at === 0
      ? []
      : [
          html`<line class="change" x1="${(at * scale).toFixed(1)}" x2="${(at * scale).toFixed(1)}" y1="0" y2="${height}"/>`,
        ],
  );
  return html`${marks.slice(0, mostMarks)}`;
}

/** Bars of the largest time in each of at most 250 stretches; the highest bar is the 98th percentile or more. */
function frameTimes(frames: readonly ReportFrame[], top: number): Html {
  if (frames.length === 0) return html``;
  const sorted = frames.map(({ ms }) => ms).sort((a, b) => a - b);
  const ceiling = Math.max(sorted[Math.floor((sorted.length - 1) * 0.98)]!, 1e-3) * 1.1;
  const bars = Math.min(mostBars, frames.length);
  const marks = Array.from({ length: bars }, (_, i) => {
    const slice = frames.slice(Math.floor((i * frames.length) / bars), Math.floor(((i + 1) * frames.length) / bars));
    const high = Math.min(1, Math.max(...slice.map(({ ms }) => ms)) / ceiling) * (msHeight - 10);
    const key = slice.some(({ keyFrame }) => keyFrame) ? 'ms key' : 'ms';
    const [x, w] = [(i * width) / bars, width / bars];
    return html`<rect class="${key}" x="${x.toFixed(1)}" y="${(top + msHeight - high).toFixed(1)}" width="${Math.max(w * 0.8, 0.5).toFixed(2)}" height="${high.toFixed(1)}"/>`;
  });
  return html`${marks}`;
}

const describe = (tracks: readonly AnsweredTrack[], count: number) =>
  `Timeline of ${count} frames: ${tracks.map(({ id, spans }) => `track ${id} in ${spans.reduce((n, [a, b]) => n + b - a + 1, 0)} frames`).join(', ') || 'no track was in the answer'}`;
