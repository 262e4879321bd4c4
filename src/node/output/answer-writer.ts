import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { FrameSink, SourceInfo } from '../../core/media/contract.ts';
import type { FrameAnswer, QueryAnswer, RunSummary } from '../../core/pipelines/answer.ts';
import { resultFrame, resultText } from '../../core/pipelines/result-json.ts';
import { maskPngSink, overlayImageSink, overlayVideoSink } from '../media/index.ts';
import type { WrittenAnswer } from './result-writer.ts';
import { traceLine } from './trace-line.ts';

/** Which files are written. */
export interface AnswerWriterOptions {
  /** Index PNGs of the masks. @default true */
  readonly masks?: boolean;
  /** A picture or video with the answer drawn in. @default true */
  readonly overlay?: boolean;
  /** trace.jsonl: what ran in each frame, how long, and why each object was kept. @default false */
  readonly trace?: boolean;
}

/** A query as its answers name it. */
export type AskedQuery = Pick<QueryAnswer, 'id' | 'query'>;

/** Writes the answer of one query of a run into its folder. */
export class AnswerWriter {
  readonly #dir: string;
  readonly #id: number;
  readonly #query: string;
  readonly #source: SourceInfo;
  readonly #sinks: readonly { readonly file: string; readonly sink: FrameSink }[];
  readonly #masks: ReturnType<typeof maskPngSink> | undefined;
  readonly #frames: WriteStream;
  readonly #trace: WriteStream | undefined;
  #count = 0;
  #finished: Promise<void> | null = null;

  /** @param id number of the query, `query` its text */
  constructor(dir: string, { id, query }: AskedQuery, source: SourceInfo, options: AnswerWriterOptions) {
    this.#dir = dir;
    this.#id = id;
    this.#query = query;
    this.#source = source;
    this.#masks = options.masks === false ? undefined : maskPngSink(join(dir, 'masks'));
    this.#sinks = [
      ...(this.#masks === undefined ? [] : [{ file: 'masks', sink: this.#masks }]),
      ...(options.overlay === false ? [] : [overlaySink(dir, query, source)]),
    ];
    this.#frames = createWriteStream(join(dir, framesFile));
    this.#trace = options.trace === true ? createWriteStream(join(dir, 'trace.jsonl')) : undefined;
  }

  /** @param own this query's answer in the frame */
  async write(answer: FrameAnswer, own: QueryAnswer): Promise<void> {
    for (const { sink } of this.#sinks) await sink.write(answer.frame, own.objects);
    await push(this.#frames, `${this.#count === 0 ? '' : ',\n'}${JSON.stringify(resultFrame(answer, own))}`);
    if (this.#trace !== undefined) await push(this.#trace, `${JSON.stringify(traceLine(answer, own))}\n`);
    this.#count++;
  }

  /** No more frames come: everything is written but result.json, which needs the run's summary. */
  finish(): Promise<void> {
    this.#finished ??= this.#endFrames();
    return this.#finished;
  }

  async close(summary: RunSummary, scores?: object): Promise<WrittenAnswer> {
    await this.finish();
    await this.#assembleResult(summary, scores);
    const files = ['result.json', ...this.#sinks.map(({ file }) => file), ...(this.#trace ? ['trace.jsonl'] : [])];
    return { id: this.#id, query: this.#query, dir: this.#dir, files };
  }

  async #endFrames(): Promise<void> {
    for (const { sink } of this.#sinks) await sink.close();
    await end(this.#frames);
    if (this.#trace !== undefined) await end(this.#trace);
  }

  /** result.json = head + the frames written so far + tail, in one temporary file that is then renamed. */
  async #assembleResult(summary: RunSummary, scores: object | undefined): Promise<void> {
    const { plan } = summary.queries.find(({ id }) => id === this.#id)!;
    const maskIndex = this.#masks?.indexOfId;
    const { head, tail } = resultText(this.#id, plan, this.#source, summary, { maskIndex, scores });
    const partial = join(this.#dir, 'result.json.partial');
    const out = createWriteStream(partial);
    await push(out, head);
    for await (const chunk of createReadStream(join(this.#dir, framesFile))) await push(out, chunk);
    await push(out, tail);
    await end(out);
    await rename(partial, join(this.#dir, 'result.json'));
    await rm(join(this.#dir, framesFile));
  }
}

const framesFile = 'frames.jsonl.partial';

function overlaySink(dir: string, legend: string, source: SourceInfo): { file: string; sink: FrameSink } {
  const still = source.kind === 'image';
  const file = still ? 'overlay.png' : 'overlay.mp4';
  const path = join(dir, file);
  return {
    file,
    sink: still ? overlayImageSink(path, { legend }) : overlayVideoSink(path, { legend, fps: source.fps ?? 25 }),
  };
}

async function push(stream: WriteStream, chunk: string | Uint8Array): Promise<void> {
  if (!stream.write(chunk)) await once(stream, 'drain');
}

async function end(stream: WriteStream): Promise<void> {
  stream.end();
  await finished(stream);
}
