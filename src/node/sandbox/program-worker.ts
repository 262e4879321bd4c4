import { Worker } from 'node:worker_threads';
import { ProgramError } from '../../core/reason/program-error.ts';
import { longestStepMs } from './interrupt-budget.ts';
import { ThreadTime } from './thread-time.ts';
import { workerSource } from './worker.generated.ts';
import type { WorkerHello, WorkerReply, WorkerRequest, WorkerStart } from './worker-messages.ts';

/** Time beyond the program's limit after which a thread that gives no sign is ended: it hangs in a long built-in. */
const silenceMs = 200;
/** Time for a thread to start and set up the runtime. */
const startMs = 10_000;

interface Pending {
  resolve(reply: WorkerReply): void;
  reject(error: Error): void;
}

/** One thread with one program; it keeps no process alive while it is idle. */
export class ProgramWorker {
  private readonly worker: Worker;
  private readonly limitMs: number;
  private pending: Pending | undefined;
  private timer: NodeJS.Timeout | undefined;
  private thread = ThreadTime.of(null);
  private ended = false;

  constructor(start: WorkerStart) {
    this.limitMs = start.timeLimitMs;
    this.worker = new Worker(workerSource, {
      eval: true,
      workerData: start,
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 64, stackSizeMb: 4 },
    });
    this.worker.on('message', (message: WorkerReply | WorkerHello) => {
      if ('thread' in message) this.thread = ThreadTime.of(message.thread);
      else this.settle(message);
    });
    this.worker.on('error', (cause) =>
      this.fail(new ProgramError('memory-limit', 'the sandbox broke down', { cause })),
    );
    this.worker.on('exit', () => this.fail(new ProgramError('memory-limit', 'the sandbox ended')));
  }

  /** Waits for the program to be loaded. */
  opened(): Promise<WorkerReply> {
    return this.await(startMs);
  }

  /** One request; the numbers of a frame are given away. */
  ask(request: WorkerRequest): Promise<WorkerReply> {
    const reply = this.await(this.limitMs + silenceMs);
    this.worker.postMessage(request, 'frame' in request ? [request.frame.numbers.buffer as ArrayBuffer] : []);
    return reply;
  }

  /** Ends the thread; what is pending fails with `reason`. */
  end(reason: Error): void {
    this.fail(reason);
    this.ended = true;
    void this.worker.terminate();
  }

  private await(patienceMs: number): Promise<WorkerReply> {
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      this.worker.ref();
      this.watch(patienceMs, performance.now(), this.thread.ms());
      if (this.ended) this.fail(new ProgramError('time-limit', 'the sandbox has ended'));
    });
  }

  /**
   * Ends a thread that gives no sign for so long. Before that, what it has sent is taken in (this thread may have been
   * busy itself), and a thread that got less of the processor than that gets the rest.
   */
  private watch(patienceMs: number, since: number, sinceThread: number | null): void {
    const own = this.pending;
    const later = (ms: number): void => {
      this.timer = setTimeout(() => setImmediate(look), ms);
    };
    const look = (): void => {
      if (this.pending !== own) return; // answered; what waits now is another request
      const had = sinceThread === null ? null : this.thread.ms();
      const left = had === null ? 0 : patienceMs - (had - sinceThread!);
      if (left > 1 && performance.now() - since < patienceMs + longestStepMs) {
        later(left);
        return;
      }
      this.end(new ProgramError('time-limit', `the program did not answer within ${this.limitMs} ms`));
    };
    later(patienceMs);
  }

  private settle(reply: WorkerReply): void {
    this.take()?.resolve(reply);
  }

  private fail(error: Error): void {
    this.take()?.reject(error);
  }

  private take(): Pending | undefined {
    const { pending } = this;
    clearTimeout(this.timer);
    this.pending = undefined;
    this.worker.unref();
    return pending;
  }
}
