import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type DemoAnswer, demoText, questionsOfDemo, runDemo } from '../../node/bench/index.ts';
import { wholeNumber } from '../parse-number.ts';
import { showProgress } from '../progress.ts';
import { stopSignal } from '../stop-signal.ts';

export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description(
      'answer three questions about scenes that twinseg draws itself, score them, and write a page to look at',
    )
    .option('-o, --out <dir>', 'folder for the results', 'demo-out')
    .option('--frames <n>', 'look at no more than so many frames for each question', wholeNumber(1))
    .action(async ({ out, frames }: { out: string; frames?: number }) => {
      const dir = resolve(out);
      for (const line of demoText(dir, await answerAll(dir, frames))) console.log(line);
    });
}

async function answerAll(dir: string, frames: number | undefined): Promise<readonly DemoAnswer[]> {
  const stop = stopSignal();
  const total = questionsOfDemo(frames).reduce((sum, question) => sum + question.frames, 0);
  const progress = showProgress(total, false);
  try {
    return await runDemo({ dir, frames, say: progress.say, answered: progress.tick, signal: stop.signal });
  } finally {
    progress.stop();
    stop.release();
  }
}
