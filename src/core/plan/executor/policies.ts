import { anySignal, isAbort } from '../../base/abort.ts';
import { TwinsegError, toError } from '../../base/errors.ts';

/** A step of work that can be cancelled. */
export type Work<T> = (signal: AbortSignal | undefined) => Promise<T>;

/** Wraps work with a behaviour; policies share this signature, so they stack. */
export type Policy = <T>(work: Work<T>) => Work<T>;

/** Fails with code `timeout` when the work takes longer than `ms`; the work's signal is aborted then. */
export function withTimeout(ms: number, what: string): Policy {
  return (work) => async (signal) => {
    const timer = new AbortController();
    const expired = new TwinsegError('timeout', `${what} took longer than ${ms} ms`, { details: { ms } });
    let handle: ReturnType<typeof setTimeout> | undefined;
    const deadline = new Promise<never>((_, reject) => {
      handle = setTimeout(() => {
        timer.abort(expired);
        reject(expired);
      }, ms);
    });
    try {
      return await Promise.race([work(anySignal(signal, timer.signal)), deadline]);
    } finally {
      clearTimeout(handle);
    }
  };
}

/** Tries again after a failure, `tries` times in all; never after an abort. */
export function withRetry(tries: number, onRetry: (error: Error) => void): Policy {
  return (work) => async (signal) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work(signal);
      } catch (thrown) {
        if (attempt >= tries || isAbort(thrown) || signal?.aborted) throw thrown;
        onRetry(toError(thrown));
      }
    }
  };
}
