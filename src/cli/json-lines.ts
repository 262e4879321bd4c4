import { once } from 'node:events';
import { type FrameAnswer, resultFrame } from '../core/pipelines/index.ts';

/** Prints one line a query and frame on stdout, waiting when the reader is slow. A closed pipe ends the process quietly. */
export async function printJsonLines(answer: FrameAnswer): Promise<void> {
  for (const own of answer.answers) {
    const frame = resultFrame(answer, own);
    const line = answer.answers.length > 1 ? { query: own.query, ...frame } : frame;
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
  }
}
