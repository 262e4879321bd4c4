import { TwinsegError } from '../../core/base/errors.ts';
import { readProgram } from '../../core/reason/check-program.ts';
import type { ProgramAnswer, ProgramOptions, ProgramSandbox, ProgramSession } from '../../core/reason/contract.ts';
import { ProgramError } from '../../core/reason/program-error.ts';
import { AnswerReader } from '../../core/reason/runtime/packed-answer.ts';
import { packFrame } from '../../core/reason/runtime/packed-frame.ts';
import type { TwinFrame } from '../../core/twin/program-frame.ts';
import { ProgramWorker } from './program-worker.ts';
import { quickJsModule } from './quickjs-wasm.ts';
import { errorOf, readReply } from './read-reply.ts';
import type { WorkerReply } from './worker-messages.ts';

const defaults = { timeLimitMs: 50, memoryLimitMb: 32, hysteresisSeconds: 0.2, explain: 'each-frame' } as const;

/**
 * Runs each program in QuickJS, compiled to WebAssembly with capped memory, in a thread of its own: a program that
 * hangs or breaks its module takes nobody with it. After a limit the session is over.
 */
export function quickJsSandbox(): ProgramSandbox {
  const sessions = new Set<QuickJsSession>();
  return {
    open: async (program, options = {}) => {
      const session = await QuickJsSession.open(program, options, (ended) => sessions.delete(ended));
      sessions.add(session);
      return session;
    },
    close: async () => {
      for (const session of sessions) session.close();
      sessions.clear();
    },
  };
}

class QuickJsSession implements ProgramSession {
  private readonly worker: ProgramWorker;
  private readonly onEnd: (session: QuickJsSession) => void;
  private readonly signal: AbortSignal | undefined;
  private readonly abort = (): void => this.end(abortReason(this.signal));
  private readonly reader = new AnswerReader();
  /** Why no more frames are taken. */
  private over: Error | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(worker: ProgramWorker, signal: AbortSignal | undefined, onEnd: (s: QuickJsSession) => void) {
    this.worker = worker;
    this.onEnd = onEnd;
    this.signal = signal;
    signal?.addEventListener('abort', this.abort, { once: true });
  }

  static async open(
    program: string,
    { signal, ...options }: ProgramOptions,
    onEnd: (session: QuickJsSession) => void,
  ): Promise<QuickJsSession> {
    signal?.throwIfAborted();
    const { source } = readProgram(program);
    const wasm = await quickJsModule();
    const session = new QuickJsSession(new ProgramWorker({ wasm, source, ...defaults, ...options }), signal, onEnd);
    await session.load();
    return session;
  }

  step(frame: TwinFrame): Promise<ProgramAnswer> {
    return this.inTurn(() => this.stepNow(frame));
  }

  memoryBytes(): Promise<number> {
    return this.inTurn(async () => {
      if (this.over !== undefined) throw this.over;
      return Number(jsonOf(await this.worker.ask({ memory: true })));
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  close(): void {
    this.end(new TwinsegError('closed', 'the program session is closed'));
  }

  private async load(): Promise<void> {
    try {
      const json = jsonOf(await this.worker.opened());
      if (json !== '') throw errorOf(JSON.parse(json).trouble);
    } catch (error) {
      this.end(error as Error);
      throw error;
    }
  }

  private async stepNow(frame: TwinFrame): Promise<ProgramAnswer> {
    if (this.over !== undefined) throw this.over;
    try {
      return readReply(jsonOf(await this.worker.ask({ frame: packFrame(frame) })), frame, this.reader);
    } catch (error) {
      if (error instanceof ProgramError && error.code === 'program-limit') this.end(error);
      throw error;
    }
  }

  private end(reason: Error): void {
    if (this.over !== undefined) return;
    this.over = reason;
    this.signal?.removeEventListener('abort', this.abort);
    this.worker.end(reason);
    this.onEnd(this);
  }
}

function jsonOf(reply: WorkerReply): string {
  if ('json' in reply) return reply.json;
  throw new ProgramError(reply.limit, reply.message, { hint: 'the session is over; open another one' });
}

function abortReason(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new TwinsegError('closed', 'aborted');
}
