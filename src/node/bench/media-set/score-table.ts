import { isOfKinds } from './expected-answers.ts';
import type { QueryScore } from './score-query.ts';
import type { MediaSummary } from './summary.ts';

/** The result as lines of text: scored queries, means, and queries that need names. */
export function scoreTable(scores: readonly QueryScore[], summary: MediaSummary, kinds: readonly string[]): string {
  const nameless = scores.filter((score) => isOfKinds({ text: '', kind: score.kinds, answer: null }, kinds));
  const named = scores.filter((score) => !nameless.includes(score));
  const lines = ['   J     F    frames  ms/frame  warned  query', ...nameless.map(scoredLine), ''];
  for (const [kind, { queries, j, f }] of Object.entries(summary.byKind))
    lines.push(`${figure(j)} ${figure(f)}   mean over ${queries} of the kind ${kind}`);
  if (summary.attributeAndSpatial !== null) {
    const { queries, j, f } = summary.attributeAndSpatial;
    lines.push(`${figure(j)} ${figure(f)}   MEAN over ${queries} attribute or spatial queries`);
  }
  lines.push(`${summary.fps.toFixed(1)} frames a second over everything, reading included`);
  if (named.length > 0) lines.push('', 'Queries that need names (not scored; what counts is that they say so):');
  return [...lines, ...named.map(namedLine)].join('\n');
}

function scoredLine(score: QueryScore): string {
  const { j, f, frames, msPerFrame, warnings, item, text, kinds, error } = score;
  const marks = [figure(j), figure(f), String(frames.length).padStart(6), msPerFrame.toFixed(0).padStart(8)];
  const head = `${marks.join(' ')}  ${String(warnings.length).padStart(6)}  ${item}: ${text} [${kinds.join(', ')}]`;
  return error === undefined ? `${head} ${givenIds(score)}` : `${head} STOPPED: ${error}`;
}

function namedLine({ item, text, warnings, withObjects, error, kinds }: QueryScore): string {
  const answer = withObjects === 0 ? 'no answer' : 'ranked what could be checked';
  const said = warnings.length === 0 ? 'WITHOUT A WARNING' : `warned: ${warnings[0]}`;
  return `  ${item}: ${text} [${kinds.join(', ')}]: ${error === undefined ? `${answer}, ${said}` : `STOPPED: ${error}`}`;
}

/** Answered track ids, each set once, in the order they came up. */
function givenIds({ frames }: QueryScore): string {
  const sets = [
    ...new Set(frames.map(({ given }) => (given.length === 0 ? '-' : given.map((id) => `#${id}`).join(' ')))),
  ];
  return sets.length === 0 ? '(no ground truth)' : `-> ${sets.slice(0, 4).join(' | ')}${sets.length > 4 ? ' ...' : ''}`;
}

const figure = (value: number | null) => (value === null ? '  -  ' : value.toFixed(3));
