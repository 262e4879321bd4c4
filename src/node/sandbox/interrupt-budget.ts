import type { ThreadTime } from './thread-time.ts';

/** Where processor time is not known: a thread that hardly ran may go on until so many polls have come, or so long. */
const fewPolls = 8;
const graceMs = 100;
/** However little of the processor a thread got, a step ends after so long. */
export const longestStepMs = 2000;

/**
 * Tells QuickJS when to stop. The limit is one of processor time where the system tells it: wall time is only looked at
 * first, since it costs nothing.
 */
export class InterruptBudget {
  private readonly thread: ThreadTime;
  private limitMs = 0;
  private started = 0;
  private startedThread: number | null = null;
  private polls = 0;

  constructor(thread: ThreadTime) {
    this.thread = thread;
  }

  start(limitMs: number): void {
    this.limitMs = limitMs;
    this.started = performance.now();
    this.startedThread = this.thread.ms();
    this.polls = 0;
  }

  isSpent(): boolean {
    this.polls++;
    const wall = performance.now() - this.started;
    if (wall <= this.limitMs) return false;
    if (wall > longestStepMs) return true;
    const now = this.startedThread === null ? null : this.thread.ms();
    if (now !== null) return now - this.startedThread! > this.limitMs;
    return wall > this.limitMs + graceMs || this.polls >= fewPolls;
  }
}
