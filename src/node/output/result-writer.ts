import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceInfo } from '../../core/media/contract.ts';
import type { FrameAnswer, RunSummary } from '../../core/pipelines/answer.ts';
import type { RunHead } from '../../core/pipelines/video-run.ts';
import { AnswerWriter, type AnswerWriterOptions, type AskedQuery } from './answer-writer.ts';

/** Where the answer of one query was written. */
export interface WrittenAnswer {
  /** Number of the query. */
  readonly id: number;
  readonly query: string;
  readonly dir: string;
  /** Files written, relative to `dir`. */
  readonly files: readonly string[];
}

/**
 * Writes a run as it goes: result.json, mask PNGs, overlay, trace. With several queries each gets a folder of its own
 * (`1`, `2` ...); one that is added to a single query while the stream runs gets `2`. The files of a query that is taken
 * away end there. After an error or abort `close()` leaves complete files of what was answered.
 */
export class ResultWriter {
  readonly #dir: string;
  readonly #source: SourceInfo;
  readonly #options: AnswerWriterOptions;
  readonly #writers = new Map<number, AnswerWriter>();
  readonly #single: boolean;

  static async open(dir: string, head: RunHead, options: AnswerWriterOptions): Promise<ResultWriter> {
    const writer = new ResultWriter(dir, head, options);
    for (const [id, { query }] of head.plans.entries()) await writer.#begin({ id, query });
    return writer;
  }

  private constructor(dir: string, { source, plans }: RunHead, options: AnswerWriterOptions) {
    this.#dir = dir;
    this.#source = source;
    this.#options = options;
    this.#single = plans.length === 1;
  }

  async write(answer: FrameAnswer): Promise<void> {
    for (const own of answer.answers) await (this.#writers.get(own.id) ?? (await this.#begin(own))).write(answer, own);
    const asked = new Set(answer.answers.map(({ id }) => id));
    for (const [id, writer] of this.#writers) if (!asked.has(id)) await writer.finish();
  }

  /** @param scores by number of the query: how well it was answered, where that is known; goes into result.json as `scores` */
  async close(summary: RunSummary, scores: readonly (object | undefined)[] = []): Promise<readonly WrittenAnswer[]> {
    const written: WrittenAnswer[] = [];
    for (const [id, writer] of this.#writers) written.push(await writer.close(summary, scores[id]));
    return written;
  }

  async #begin(query: AskedQuery): Promise<AnswerWriter> {
    const dir = this.#single && query.id === 0 ? this.#dir : join(this.#dir, String(query.id + 1));
    await mkdir(dir, { recursive: true });
    const writer = new AnswerWriter(dir, query, this.#source, this.#options);
    this.#writers.set(query.id, writer);
    return writer;
  }
}
