import { join, relative } from 'node:path';
import type { FrameAnswer, QuerySummary, RunSummary } from '../core/pipelines/answer.ts';
import type { WrittenAnswer } from '../node/output/index.ts';

/** Counts answers as they come, for the summary at the end of a run. */
export class AnswerTally {
  frames = 0;
  /** Frames with an answer, by number of the query. */
  readonly #answered = new Map<number, number>();
  readonly #started = performance.now();
  readonly #said: Set<string>;

  /** @param said warnings that the user has read already */
  constructor(said: Iterable<string>) {
    this.#said = new Set(said);
  }

  add(answer: FrameAnswer): void {
    this.frames++;
    for (const warning of warningsToSay(answer)) this.#said.add(warning);
    for (const { id, objects } of answer.answers)
      if (objects.length > 0) this.#answered.set(id, (this.#answered.get(id) ?? 0) + 1);
  }

  /** Lines for people: what was found, what it cost, where it lies. */
  report(summary: RunSummary, written: readonly WrittenAnswer[]): string[] {
    const seconds = (performance.now() - this.#started) / 1000;
    const lines = summary.queries.map((query) => this.#found(query, summary));
    for (const warning of summary.warnings) if (!this.#said.has(warning)) lines.push(`note: ${warning}`);
    const { specialistCalls, alwaysOnCalls, dropped } = summary.usage;
    const calls = Object.values(specialistCalls).reduce((sum, n) => sum + n, 0);
    lines.push(
      `${this.frames === 1 ? '1 frame' : `${this.frames} frames`} in ${seconds.toFixed(1)} s${this.#rate(seconds)}, ` +
        `${calls} specialist ${calls === 1 ? 'call' : 'calls'} of ${alwaysOnCalls} that running everything would have made`,
    );
    if (summary.queries.length > 1) lines.push(...summary.queries.map(costLine));
    if (dropped > 0) lines.push(`${dropped} frames were dropped to keep up with the source`);
    for (const { dir, files } of written)
      lines.push(`wrote ${files.map((file) => relative('.', join(dir, file))).join(', ')}`);
    return lines;
  }

  #when(first: number, last: number): string {
    return this.frames === 1 ? '' : ` (frames ${first}-${last})`;
  }

  #rate(seconds: number): string {
    return this.frames === 1 ? '' : ` (${(this.frames / seconds).toFixed(1)} a second)`;
  }

  #found({ id: query, query: text, frames }: QuerySummary, { tracks }: RunSummary): string {
    const own = tracks.filter((track) => track.query === query);
    if (own.length === 0) return `"${text}": nothing matches`;
    const ids = own
      .slice(0, 8)
      .map(({ id, label, first, last }) => `#${id}${label === undefined ? '' : ` ${label}`}${this.#when(first, last)}`);
    const more = own.length > 8 ? ` and ${own.length - 8} more` : '';
    if (this.frames === 1) return `"${text}": ${ids.join(', ')}${more}`;
    return `"${text}": ${ids.join(', ')}${more}; answered in ${this.#answered.get(query) ?? 0} of ${frames} frames`;
  }
}

/** What a query bears of the work that it shares with others. */
function costLine({ query, cost }: QuerySummary): string {
  const calls = Object.entries(cost.calls).map(([id, n]) => `${id} ${Math.round(n * 10) / 10}`);
  return `"${query}" bears ${(cost.ms / 1000).toFixed(1)} s of the work; calls: ${calls.join(', ') || 'none'}`;
}

/** Warnings that are said at once, not at the end: those of a frame in which a plan was looked at again. */
export function warningsToSay({ answers, warnings }: FrameAnswer): readonly string[] {
  return answers.some(({ repair }) => repair !== undefined) ? warnings : [];
}
