import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../../core/base/index.ts';
import { scenes } from '../../core/bench/index.ts';
import { generateWorldSet } from '../../node/bench/index.ts';
import { itemProgress } from '../item-progress.ts';
import { positiveNumber, wholeNumber } from '../parse-number.ts';
import { stopSignal } from '../stop-signal.ts';

const extras = ['pictures', 'depth', 'labels', 'twin'] as const;

const help = `
Each video is a scripted scene whose truth is known exactly. Every question has been answered by its own program on
the true twin; kinds (semantic, spatial, temporal) and levels (1, 2, 3 and more hops) are filled up alike.

Written to the folder (docs/bench.md has the fields):
  meta_expressions.json, mask_dict.json   the questions and their masks, in the layout that "twinseg eval jit" reads
  gold/VIDEO.json                         plan, program and chain of reasoning of each question
  JPEGImages/VIDEO, Annotations/VIDEO     pictures, and who is where (ids of things; Parts/VIDEO: of their parts)
  Depth/VIDEO, twin/VIDEO.jsonl           millimetres as 16-bit grey, the true twin with its events
  world.json                              the settings; the same ones make the same files, on any machine

Scenes: ${scenes.map(({ name }) => name).join(', ')}

Examples:
  $ twinseg world generate --videos 200 --seed 1 --jobs 4 --out worlds
  $ twinseg world generate --videos 40 --without pictures,depth,labels --out small   # enough for an oracle
  $ twinseg eval twinworld --root worlds --perception oracle --out runs/oracle`;

interface Flags {
  readonly videos: number;
  readonly questions: number;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames?: number;
  readonly scenes?: string;
  readonly without?: string;
  readonly jobs: number;
  readonly out: string;
  readonly quiet?: boolean;
}

export function worldCommand(program: Command): void {
  const world = program.command('world').description('scripted worlds, whose truth is known exactly');
  world
    .command('generate')
    .description('draw videos and ask about them: a benchmark of any size, with exact truth')
    .requiredOption('-o, --out <dir>', 'folder of the set; one that was stopped is gone on with')
    .option('--videos <n>', 'how many', wholeNumber(1), 200)
    .option('--questions <n>', 'questions a video, at most', wholeNumber(1), 5)
    .option('--seed <n>', 'seed of the whole set', wholeNumber(0), 1)
    .option('--width <px>', 'of the pictures', wholeNumber(16), 640)
    .option('--height <px>', 'of the pictures', wholeNumber(16), 360)
    .option('--fps <n>', 'frames a second', positiveNumber, 12.5)
    .option('--frames <n>', "frames a video, at most; by default its scene's length", wholeNumber(1))
    .option('--scenes <list>', 'comma-separated scenes that take turns; by default all')
    .option('--without <list>', `leave out some of: ${extras.join(', ')}`)
    .option('--jobs <n>', 'threads', wholeNumber(1), availableParallelism())
    .option('-q, --quiet', 'no progress')
    .addHelpText('after', help)
    .action(generate);
}

async function generate(flags: Flags): Promise<void> {
  const { seed, videos, questions, width, height, fps, frames, jobs } = flags;
  const left = listOf(flags.without, extras, '--without');
  const known = scenes.map(({ name }) => name);
  const chosen = flags.scenes === undefined ? known : listOf(flags.scenes, known, '--scenes');
  const stop = stopSignal();
  const progress = itemProgress('videos', flags.quiet === true);
  try {
    const count = await generateWorldSet({
      dir: resolve(flags.out),
      settings: {
        ...{ seed, videos, questions, width, height, fps, scenes: chosen },
        ...(frames === undefined ? {} : { frames }),
        pictures: !left.includes('pictures'),
        depth: !left.includes('depth'),
        labels: !left.includes('labels'),
        twin: !left.includes('twin'),
      },
      jobs,
      progress,
      signal: stop.signal,
    });
    console.log(`${videos} videos with ${count} questions in ${flags.out}`);
  } finally {
    stop.release();
  }
}

/** @throws InputError for a word that is not among the known ones */
function listOf<T extends string>(text: string | undefined, known: readonly T[], option: string): T[] {
  const words = (text ?? '').split(',').map((word) => word.trim());
  return words.flatMap((word) => {
    if (word === '') return [];
    const found = known.find((name) => name === word);
    if (found !== undefined) return [found];
    throw new InputError(`${option} does not know "${word}"`, { remedy: `Use some of: ${known.join(', ')}.` });
  });
}
