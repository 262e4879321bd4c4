import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
  ablationsText,
  chooseAblations,
  claimResults,
  type DataSet,
  type EvalSettings,
  evalText,
  problemRemedy,
  readerOf,
  readers,
  runEval,
  submissionWriter,
} from '../../node/bench/index.ts';
import { itemProgress } from '../item-progress.ts';
import { wholeNumber } from '../parse-number.ts';
import { type Share, shareOf, shareWork } from '../share-work.ts';
import { useOf } from '../specialists-flag.ts';
import { stopSignal } from '../stop-signal.ts';

const help = `
Data sets:
${readers.map(({ name, summary, splits }) => `  ${name.padEnd(16)}${summary} [${splits.join(', ')}]`).join('\n')}

Ablations:
${ablationsText()}

Examples:
  $ twinseg eval reasonseg --root ReasonSeg --split val --out runs/reasonseg
  $ twinseg eval revos --root ReVOS --limit 50 --out runs/revos --resume
  $ twinseg eval jit --root scenes --gallery --out runs/scenes && twinseg report runs/scenes
  $ twinseg eval twinworld --root worlds --perception oracle --out runs/oracle
  $ twinseg eval twinworld --root worlds --ablate window=12,no-memory --out runs/no-memory
  $ twinseg eval mevis --root MeViS --split valid --masks submission --out runs/mevis`;

const perceptions = ['builtin', 'oracle', 'noisy'] as const;
type Perception = (typeof perceptions)[number];

interface Flags {
  readonly root: string;
  readonly out: string;
  readonly split?: string;
  readonly limit?: number;
  readonly perception: Perception;
  readonly specialists: string;
  readonly masks?: string;
  readonly ablate: readonly string[];
  readonly gallery?: boolean;
  readonly resume?: boolean;
  readonly jobs: number;
  readonly share?: Share;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function evalCommand(program: Command): void {
  program
    .command('eval')
    .description('answer every query of a data set, score the masks, and say how it went; a result file a sample')
    .argument('<bench>', 'which data set: see below')
    .requiredOption('--root <dir>', 'its folder')
    .option('--split <name>', 'part of it')
    .option('--limit <n>', 'only the first n samples', wholeNumber(1))
    .addOption(
      new Option(
        '--perception <what>',
        'who sees: the built-in specialists, or the truth of a world, exact or with seeded faults',
      )
        .choices(perceptions)
        .default('builtin'),
    )
    .option('--specialists <list>', 'comma-separated ids that plans may use, or auto', 'auto')
    .option(
      '--ablate <list>',
      'switch off, set otherwise or make harder, comma-separated; also repeatable: see below',
      (list: string, before: readonly string[]) => [...before, ...list.split(',')],
      [],
    )
    .option('-o, --out <dir>', 'folder for the results', 'eval-out')
    .option('--masks <dir>', 'write the masks of all frames there, as the servers of the data sets take them')
    .option('--gallery', 'keep up to three small pictures a sample (about 30 kB), for `twinseg report`')
    .option('--resume', 'go on with what is in the folder')
    .option('--jobs <n>', 'processes that share the work', wholeNumber(1), 1)
    .addOption(
      new Option('--share <k/n>', 'only every nth group of samples, from the kth on').argParser(shareOf).hideHelp(),
    )
    .option('--json', 'print the report as JSON')
    .option('-q, --quiet', 'no progress')
    .addHelpText('after', help)
    .action(evaluate);
}

async function evaluate(bench: string, flags: Flags): Promise<void> {
  const { root, split, limit, resume = false } = flags;
  const reader = readerOf(bench);
  const data = await reader.read(root, split === undefined ? {} : { split });
  const told = flags.share === undefined ? data.problems : [];
  for (const { path, message } of told.slice(0, 20)) console.error(`problem: ${path}: ${message}`);
  if (told.length > 0)
    console.error(`${data.problems.length} problems; ${data.samples.length} samples are left. ${problemRemedy}`);
  const { use } = useOf(flags.specialists);
  const settings: EvalSettings = {
    bench,
    ...(split === undefined ? {} : { split }),
    ...(limit === undefined ? {} : { limit }),
    perception: flags.perception,
    planner: 'rules',
    ...(use && { specialists: use }),
    everyFrame: flags.masks !== undefined,
    ...(flags.gallery === true && { gallery: true }),
    ablations: chooseAblations(flags.ablate).map(({ text }) => text),
    seed: 0,
  };
  const dir = resolve(flags.out);
  const stop = stopSignal();
  const progress = itemProgress('samples', flags.quiet === true);
  try {
    if (flags.jobs > 1) {
      await claimResults(dir, settings, resume);
      await shareWork(flags.jobs, sampleCounter(dir, data, limit, progress), stop.signal);
    }
    const report = await runEval({
      data,
      settings,
      dir,
      resume: resume || flags.jobs > 1,
      ...(flags.masks === undefined ? {} : { writeMask: submissionWriter(resolve(flags.masks)) }),
      ...(flags.share === undefined ? {} : { share: flags.share }),
      progress,
      signal: stop.signal,
    });
    console.log(flags.json === true ? JSON.stringify(report, null, 2) : evalText(report));
  } finally {
    stop.release();
  }
}

/** Says how many results are on disk. */
function sampleCounter(
  dir: string,
  { samples }: DataSet,
  limit: number | undefined,
  progress: (done: number, total: number) => void,
): () => void {
  const total = Math.min(samples.length, limit ?? samples.length);
  return () => {
    if (!existsSync(join(dir, 'samples'))) return;
    progress(readdirSync(join(dir, 'samples')).filter((name) => name.endsWith('.json')).length, total);
  };
}
