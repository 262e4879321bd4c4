import { isAbort, MediaError, TwinsegError, toError } from '../../core/base/index.ts';
import type { Frame, FrameSource, SourceInfo } from '../../core/media/index.ts';
import { countInRange, type FrameRange } from './source-options.ts';

/** What each kind of source writes: decoding one frame after another. Calls never overlap. */
export interface FrameReader {
  /** Decodes the next frame; null at the end. `index` is its place in the source. */
  read(index: number): Promise<Frame | null>;
  /** Passes over the next frame without making its pixels; false at the end. */
  skip(): Promise<boolean>;
  /** Ends a `read` that is waiting for something outside. */
  interrupt?(): void;
  /** Frees decoder and files; called once, never during `read` or `skip`. */
  close(): Promise<void>;
  /** Frames thrown away so far. */
  readonly dropped?: number;
}

/** A FrameSource over a reader: range, abort, numbering of errors, and freeing when the loop is left. */
export function sourceOf(
  reader: FrameReader,
  info: SourceInfo,
  range: FrameRange,
  signal: AbortSignal | undefined,
): FrameSource {
  return new ReaderSource(reader, ranged(info, range), range, signal);
}

function ranged(info: SourceInfo, range: FrameRange): SourceInfo {
  const frames = info.frames === null ? null : countInRange(info.frames, range);
  return { ...info, frames, fps: info.fps === null ? null : info.fps / range.every };
}

class ReaderSource implements FrameSource {
  readonly info: SourceInfo;
  readonly #reader: FrameReader;
  readonly #range: FrameRange;
  readonly #signal: AbortSignal | undefined;
  #position = 0;
  #delivered = 0;
  #busy: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(reader: FrameReader, info: SourceInfo, range: FrameRange, signal: AbortSignal | undefined) {
    this.info = info;
    this.#reader = reader;
    this.#range = range;
    this.#signal = signal;
  }

  get dropped(): number {
    return this.#reader.dropped ?? 0;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Frame, void, undefined> {
    if (this.#closing) throw new TwinsegError('closed', `${this.info.path} was read after it had been closed`);
    const interrupt = () => this.#reader.interrupt?.();
    this.#signal?.addEventListener('abort', interrupt);
    try {
      for (let frame = await this.#next(); frame !== null; frame = await this.#next()) yield frame;
    } finally {
      this.#signal?.removeEventListener('abort', interrupt);
      await this.close();
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#reader.interrupt?.();
    await this.#busy.catch(() => {});
    await this.#reader.close();
  }

  #next(): Promise<Frame | null> {
    if (this.#closing) return Promise.resolve(null);
    const step = this.#advance();
    this.#busy = step;
    return step;
  }

  async #advance(): Promise<Frame | null> {
    try {
      const frame = await this.#readNext();
      if (this.#signal?.aborted || this.#closing) frame?.close();
      this.#signal?.throwIfAborted();
      if (this.#closing) return null;
      if (frame !== null) this.#delivered++;
      return frame;
    } catch (thrown) {
      this.#signal?.throwIfAborted();
      if (this.#closing) return null;
      throw this.#numbered(thrown);
    }
  }

  async #readNext(): Promise<Frame | null> {
    const { start, end, every } = this.#range;
    const target = this.#delivered === 0 ? start : this.#position + every - 1;
    if (target >= end) return null;
    while (this.#position < target) {
      this.#signal?.throwIfAborted();
      if (!(await this.#reader.skip())) return null;
      this.#position++;
    }
    this.#signal?.throwIfAborted();
    return this.#reader.read(this.#position++);
  }

  /** Says in every error how many frames were delivered before it, so that the caller keeps their answers. */
  #numbered(thrown: unknown): Error {
    const error = toError(thrown);
    if (isAbort(error) || (error instanceof TwinsegError && !(error instanceof MediaError))) return error;
    const media = error instanceof MediaError ? error : null;
    const after = this.#position > 1 ? ` (stopped at frame ${this.#position - 1})` : '';
    return new MediaError(`${media?.message ?? `${this.info.path}: ${error.message}`}${after}`, {
      code: media?.code === 'media-limit' ? 'media-limit' : 'media-unreadable',
      cause: media?.cause ?? error,
      remedy: media?.remedy ?? 'Check the file with a player, or convert it again from the original.',
      details: { path: this.info.path, ...media?.details, frame: this.#delivered },
    });
  }
}
