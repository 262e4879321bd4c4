import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameAnswer, RunSummary } from '../../core/pipelines/answer.ts';
import type { RunHead } from '../../core/pipelines/video-run.ts';
import { AnswerWriter, type AnswerWriterOptions } from './answer-writer.ts';

/** Where the answer of one query was written. */
export interface WrittenAnswer {
  readonly query: string;
  readonly dir: string;
  /** Files written, relative to `dir`. */
  readonly files: readonly string[];
}

/**
 * Writes a run as it goes: result.json, mask PNGs, overlay, trace. With several queries each gets a folder of its own
 * (`1`, `2` ...). After an error or abort `close()` leaves complete files of what was answered.
 */
export class ResultWriter {
  readonly #writers: readonly AnswerWriter[];

  static async open(dir: string, head: RunHead, options: AnswerWriterOptions): Promise<ResultWriter> {
    const folders = head.plans.map((_, i) => (head.plans.length === 1 ? dir : join(dir, String(i + 1))));
    const writers: AnswerWriter[] = [];
    for (const [i, plan] of head.plans.entries()) {
      await mkdir(folders[i]!, { recursive: true });
      writers.push(await AnswerWriter.open(folders[i]!, i, plan, head.source, options));
    }
    return new ResultWriter(writers);
  }

  private constructor(writers: readonly AnswerWriter[]) {
    this.#writers = writers;
  }

  async write(answer: FrameAnswer): Promise<void> {
    for (const writer of this.#writers) await writer.write(answer);
  }

  /** @param scores how well each query was answered, where that is known; goes into result.json as `scores` */
  async close(summary: RunSummary, scores: readonly (object | undefined)[] = []): Promise<readonly WrittenAnswer[]> {
    const written: WrittenAnswer[] = [];
    for (const [query, writer] of this.#writers.entries()) written.push(await writer.close(summary, scores[query]));
    return written;
  }
}
