import type { TrackHistory } from './track-memory.ts';
import type { TwinMemory } from './twin-memory.ts';

/** What is remembered, a line a track, for language models and people: first those known in full, then those gone. */
export function memoryToText(memory: TwinMemory): string {
  const known = [...memory.tracks.values()].sort((a, b) => a.id - b.id).map((one) => line(one.history()));
  const gone = memory.summaries.map((one) => `${line(one)}; gone since`);
  const { tracks } = memory.totals;
  return [...known, ...gone, ...(tracks === 0 ? [] : [`${tracks} more were here and are only counted`])].join('\n');
}

function line(track: TrackHistory): string {
  const facts = [
    `#${track.id} here ${seconds(track.firstSeen)} to ${seconds(track.lastSeen)}`,
    ...(track.visits > 1 ? [`${track.visits} visits`] : []),
    path(track),
    ...attributes(track),
    ...track.events.map(({ t, type, who, other }) => {
      const object = other === undefined ? '' : ` #${other}`;
      return `${seconds(t)} ${who === track.id ? '' : `#${who} `}${type}${object}`;
    }),
    ...Object.entries(track.foldedEvents).map(([type, n]) => `${n} more "${type}"`),
  ];
  return facts.join('; ');
}

/** At most eight places, evenly taken from the corners. */
function path({ path: { corners, error } }: TrackHistory): string {
  const step = Math.max(1, Math.ceil(corners.length / 8));
  const shown = corners.filter((_, i) => i % step === 0 || i === corners.length - 1);
  const places = shown.map(
    ({ t, x, y, gap }) => `${gap ? 'back ' : ''}${Math.round(x)},${Math.round(y)} @${seconds(t)}`,
  );
  return `path (to ${Math.round(error)} px) ${places.join(' > ')}`;
}

function attributes({ changes }: TrackHistory): string[] {
  return changes.map(({ t, facet, is }) => `${facet} ${is} from ${seconds(t)}`);
}

const seconds = (t: number): string => `${t.toFixed(1)} s`;
