import { resolve } from 'node:path';
import type { Command } from 'commander';
import { runDemo } from '../../node/bench/index.ts';
import { stopSignal } from '../stop-signal.ts';

export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description(
      'answer three questions about scenes that twinseg draws itself, score them, and write a page to look at',
    )
    .option('-o, --out <dir>', 'folder for the results', 'demo-out')
    .action(async (flags: { out: string }) => {
      const stop = stopSignal();
      try {
        await runDemo({ dir: resolve(flags.out), say: (line) => console.log(line), signal: stop.signal });
      } finally {
        stop.release();
      }
    });
}
