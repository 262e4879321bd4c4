import { TwinsegError } from '../base/errors.ts';
import type { FrameSource, SourceInfo } from '../media/contract.ts';
import type { Plan } from '../plan/contract.ts';
import type { FrameAnswer, RunSummary } from './answer.ts';
import type { StreamSession } from './stream-session.ts';

/** What a run knows before its first frame is read. */
export interface RunHead {
  readonly source: SourceInfo;
  /** One a query, in the order of the queries. */
  readonly plans: readonly Plan[];
  /** Warnings of the planning. */
  readonly warnings: readonly string[];
}

/** A query of a run. */
export interface QueryHandle {
  /** Its number; answers and summaries name it by this. */
  readonly id: number;
  readonly query: string;
  /** The plan that it begins with. */
  readonly plan: Plan;
  /** What went wrong in planning, and what cannot be checked. */
  readonly warnings: readonly string[];
}

/** A run whose source is open and whose queries are planned. */
export interface OpenedRun extends RunHead {
  readonly frames: FrameSource;
  readonly session: StreamSession;
  /** Plans a further query and opens it. */
  readonly ask: (query: string, plan?: Plan) => Promise<QueryHandle>;
}

/**
 * Answers of a stream, frame by frame: frame t is answered before frame t + 1 is asked for. Nothing is opened before
 * the loop starts or `ready()` is called; leaving the loop closes source and session.
 */
export class VideoRun implements AsyncIterable<FrameAnswer> {
  readonly #open: () => Promise<OpenedRun>;
  readonly #signal: AbortSignal | undefined;
  #opened: Promise<OpenedRun> | undefined;
  #session: StreamSession | undefined;
  #started = false;

  constructor(open: () => Promise<OpenedRun>, signal: AbortSignal | undefined) {
    this.#open = open;
    this.#signal = signal;
  }

  /** Opens the source and plans the queries, once. A run that is opened and then not iterated must be closed. */
  async ready(): Promise<RunHead> {
    return this.#run();
  }

  /**
   * Asks a further question of the same stream. It is planned beside the stream and answered from the first frame that is
   * asked for after this promise is kept. A question about time knows of the past what the twin still holds: the events
   * so far and how things looked last (warning `late-memory`).
   *
   * @param plan one made beforehand, instead of asking the planner
   * @throws InputError for an empty query, or after 1000 queries; TwinsegError `closed` after the end
   */
  async addQuery(query: string, plan?: Plan): Promise<QueryHandle> {
    return (await this.#run()).ask(query, plan);
  }

  /**
   * Takes a query away, from the next frame on; specialists that no other query needs are closed and freed. A run without
   * queries goes on, with empty answers.
   *
   * @param query what `addQuery` gave, or its number; the queries that the run began with are 0, 1 ...
   * @throws InputError for one that is not asked, TwinsegError `closed` before the run is opened or after its end
   */
  removeQuery(query: QueryHandle | number): void {
    if (this.#session === undefined)
      throw new TwinsegError('closed', 'a query was taken away before the run was opened');
    this.#session.removeQuery(typeof query === 'number' ? query : query.id);
  }

  /** Work done so far; final when the loop has ended. */
  summary(): RunSummary {
    if (this.#session === undefined)
      throw new TwinsegError('closed', 'summary() was asked for before the run was opened');
    return this.#session.summary();
  }

  /** Closes a run that is not iterated to its end. */
  async close(): Promise<void> {
    this.#started = true;
    const run = await this.#opened?.catch(() => undefined);
    run?.session.close();
    await run?.frames.close();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<FrameAnswer, void, undefined> {
    if (this.#started) throw new TwinsegError('closed', 'a run can be iterated once');
    this.#started = true;
    const { frames, session } = await this.#run();
    try {
      for await (const frame of frames) {
        try {
          this.#signal?.throwIfAborted();
          session.noteDropped(frames.dropped);
          yield await session.answer(frame);
        } finally {
          frame.close();
        }
      }
    } finally {
      session.close();
      await frames.close();
    }
  }

  async #run(): Promise<OpenedRun> {
    this.#opened ??= this.#open();
    const run = await this.#opened;
    this.#session = run.session;
    return run;
  }
}
