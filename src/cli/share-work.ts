import { spawn } from 'node:child_process';
import { InvalidArgumentError } from 'commander';
import { TwinsegError } from '../core/base/index.ts';

/** Every `of`th piece of work, from the `index`th (from 0) on. */
export interface Share {
  readonly of: number;
  readonly index: number;
}

/** Parser of `K/N`, K from 1. */
export function shareOf(text: string): Share {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  const [index, of] = [Number(match?.[1]) - 1, Number(match?.[2])];
  if (match === null || index < 0 || index >= of) throw new InvalidArgumentError('expected K/N, such as 1/4.');
  return { of, index };
}

const everyMs = 2000;

/**
 * Runs this very command in so many processes, each with its share of the work, and waits for all of them.
 * @param look called now and then, to say how far they are
 * @throws TwinsegError when one of them fails; the others are stopped then
 */
export async function shareWork(jobs: number, look: () => void, signal: AbortSignal): Promise<void> {
  const args = [...process.execArgv, ...process.argv.slice(1), '--jobs', '1', '--quiet'];
  const children = Array.from({ length: jobs }, (_, i) =>
    spawn(process.execPath, [...args, '--share', `${i + 1}/${jobs}`], { stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  const stopAll = () => {
    for (const child of children) child.kill('SIGTERM');
  };
  const timer = setInterval(look, everyMs);
  signal.addEventListener('abort', stopAll, { once: true });
  try {
    await Promise.all(
      children.map(
        (child, i) =>
          new Promise<void>((done, fail) => {
            child.on('error', fail);
            child.on('exit', (code, killed) =>
              code === 0
                ? done()
                : fail(
                    new TwinsegError('internal', `process ${i + 1} of ${jobs} ended with ${killed ?? `code ${code}`}`),
                  ),
            );
          }),
      ),
    );
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stopAll);
    stopAll();
  }
  signal.throwIfAborted();
}
