import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Processor time of one thread, so that a busy machine stops no innocent program. Known on Linux; elsewhere `ms()` gives
 * null and wall time has to do.
 */
export class ThreadTime {
  private readonly path: string | null;

  private constructor(path: string | null) {
    this.path = path;
  }

  /** Number of the calling thread as the system counts them; null where it does not tell. */
  static ownId(): number | null {
    try {
      const id = Number(readlinkSync('/proc/thread-self').split('/').pop());
      return Number.isInteger(id) ? id : null;
    } catch {
      return null;
    }
  }

  /** Of a thread of this process. */
  static of(threadId: number | null): ThreadTime {
    return new ThreadTime(threadId === null ? null : `/proc/self/task/${threadId}/schedstat`);
  }

  /** Processor time that the thread has had so far, ms; null where it is not known. */
  ms(): number | null {
    if (this.path === null) return null;
    try {
      const nanoseconds = Number(readFileSync(this.path, 'latin1').split(' ', 1)[0]);
      return Number.isFinite(nanoseconds) ? nanoseconds / 1e6 : null;
    } catch {
      return null;
    }
  }
}
