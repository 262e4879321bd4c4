import { createInterface } from 'node:readline';
import { toError } from '../core/base/errors.ts';
import type { VideoRun } from '../core/pipelines/video-run.ts';

/**
 * Takes further queries from standard input while a run goes on, one a line; `-2` takes the second one away. What goes
 * wrong with a line is said, and the run goes on.
 *
 * @returns a function that stops listening
 */
export function listenForQueries(run: VideoRun, say: (line: string) => void): () => void {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    obey(line.trim(), run, say).catch((thrown: unknown) => say(`"${line.trim()}": ${toError(thrown).message}`));
  });
  return () => {
    lines.close();
    process.stdin.pause();
    process.stdin.unref();
  };
}

async function obey(line: string, run: VideoRun, say: (line: string) => void): Promise<void> {
  if (line === '') return;
  const away = /^-\s*(\d+)$/.exec(line);
  if (away !== null) {
    takeAway(Number(away[1]), run, say);
    return;
  }
  const { id, plan, warnings } = await run.addQuery(line);
  say(`${id + 1}. understood: ${plan.paraphrase}`);
  for (const warning of warnings) say(`note: ${warning}`);
}

function takeAway(number: number, run: VideoRun, say: (line: string) => void): void {
  try {
    run.removeQuery(number - 1);
    say(`${number}. is not asked any more`);
  } catch {
    say(`there is no ${number}. query to take away`);
  }
}
