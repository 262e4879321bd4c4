import { once } from 'node:events';
import { type FrameAnswer, resultChange, resultFrame } from '../core/pipelines/index.ts';

/**
 * Prints one line a query and frame on stdout, waiting when the reader is slow: the frame as in result.json, the query
 * where there are several, the change where the answer has changed. A closed pipe ends the process quietly.
 */
export async function printJsonLines(answer: FrameAnswer): Promise<void> {
  const several = answer.answers.length > 1 || answer.answers.some(({ id }) => id > 0);
  for (const own of answer.answers) {
    const line = {
      ...(several ? { query: own.query } : {}),
      ...resultFrame(answer, own),
      ...(own.change === undefined ? {} : { change: resultChange(own.change) }),
    };
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
  }
}
