import type { Command } from 'commander';
import { writeReport } from '../../node/bench/index.ts';

const help = `
Each DIR is a folder that \`twinseg eval ... --out DIR\` has written. The first is what the others are compared with.
The page has pictures of samples where the evaluation was made with --gallery.

Examples:
  $ twinseg eval reasonseg --root ReasonSeg --gallery --out runs/reasonseg
  $ twinseg report runs/reasonseg
  $ twinseg report runs/before runs/after --out compared.html --title "Before and after"`;

interface Flags {
  readonly out: string;
  readonly title: string;
}

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description(
      'one HTML page about evaluations: scores by kind and level, time, cost, comparison, best and worst samples',
    )
    .argument('<dirs...>', 'folders of evaluations')
    .option('-o, --out <file>', 'the page', 'report.html')
    .option('--title <text>', 'its heading', 'Evaluation report')
    .addHelpText('after', help)
    .action(report);
}

async function report(dirs: readonly string[], { out, title }: Flags): Promise<void> {
  const { bytes, runs } = await writeReport({ dirs, out, title });
  for (const { label, problems } of runs) {
    for (const { file, message } of problems.slice(0, 5)) console.error(`problem: ${label}: ${file}: ${message}`);
    if (problems.length > 5)
      console.error(`problem: ${label}: ${problems.length - 5} more files are missing or broken`);
  }
  console.log(`${out}: ${runs.length} ${runs.length === 1 ? 'run' : 'runs'}, ${Math.ceil(bytes / 1000)} kB`);
}
