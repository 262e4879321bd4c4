import { resolve } from 'node:path';
import type { Command } from 'commander';
import { isAbort } from '../../core/base/abort.ts';
import { InputError } from '../../core/base/errors.ts';
import type { FrameAnswer } from '../../core/pipelines/answer.ts';
import type { RunHead, VideoRun } from '../../core/pipelines/video-run.ts';
import { WorldScores } from '../../node/bench/world-scores/index.ts';
import { ResultWriter } from '../../node/output/index.ts';
import { createSegmenter, type NodeSegmentOptions } from '../../node/segmenter/index.ts';
import { AnswerTally, warningsToSay } from '../answer-tally.ts';
import { describeChange } from '../describe-change.ts';
import { printJsonLines } from '../json-lines.ts';
import { pixelSize, wholeNumber } from '../parse-number.ts';
import { showProgress } from '../progress.ts';
import { readQueryFile } from '../query-file.ts';
import { useOf } from '../specialists-flag.ts';
import { stopSignal } from '../stop-signal.ts';
import { listenForQueries } from '../typed-queries.ts';

interface SegmentFlags {
  out: string;
  jsonl?: boolean;
  overlay: boolean;
  masks: boolean;
  trace?: boolean;
  specialists: string;
  seed: number;
  start?: number;
  end?: number;
  every?: number;
  limit?: number;
  keyEvery?: number;
  workingSize?: number;
  raw?: [number, number];
  fps?: number;
  queryFile?: string;
  ask?: boolean;
  quiet?: boolean;
}

const examples = `
Examples:
  $ twinseg segment photo.jpg "the blue mug"
  $ twinseg segment clip.mp4 "the second bottle from the left" --out answer --trace
  $ twinseg segment clip.mp4 "the red ball" "what is behind the box"     two queries, one twin
  $ twinseg segment rtsp://10.0.0.5/door "who is at the door" --ask      type further queries, one a line; -2 takes one away
  $ twinseg segment clip.mp4 --query-file questions.txt --out answers
  $ twinseg segment world:crossing:7 "the ball that is moving" --jsonl | jq .objects[].bbox
  $ twinseg segment rtsp://10.0.0.5/door "the person in the red jacket" --limit 500
  $ ffmpeg -i clip.mkv -f image2pipe -c:v mjpeg - | twinseg segment - "the leftmost box"

SOURCE is a picture, a video file, a folder of frames, rtsp:// or http:// stream, camera:N, world:SCENE:SEED, or - for
standard input. Writes result.json, masks/00000.png ... and overlay.mp4 (overlay.png) into the folder given by --out.
The built-in specialists have no neural weights: they see colours, shapes, positions, motion, not names.`;

export function segmentCommand(program: Command): void {
  program
    .command('segment')
    .description('answer one or more queries about a picture or a stream with masks')
    .argument('<source>', 'picture, video, folder, URL, camera:N, world:SCENE:SEED or -')
    .argument('[query...]', 'what to segment, in words')
    .option('-o, --out <dir>', 'folder for the results', 'twinseg-out')
    .option(
      '--jsonl',
      'print one JSON object a frame on stdout as it is answered, and write no files unless --out is given',
    )
    .option('--no-overlay', 'write no overlay picture or video')
    .option('--no-masks', 'write no mask PNGs')
    .option('--trace', 'write trace.jsonl: what ran in each frame, for how long, and why objects were kept or dropped')
    .option('--specialists <list>', 'comma-separated ids that the plan may use, or auto', 'auto')
    .option('--seed <n>', 'same input and seed give the same result', wholeNumber(0, 2 ** 31), 0)
    .option('--start <frame>', 'first frame', wholeNumber(0))
    .option('--end <frame>', 'frame to stop before', wholeNumber(1))
    .option('--every <n>', 'take every n-th frame', wholeNumber(1))
    .option('--limit <n>', 'stop after n answered frames (for live sources)', wholeNumber(1))
    .option('--key-every <n>', 'look for new regions at least every n-th frame', wholeNumber(1))
    .option('--working-size <px>', 'long side at which the built-in specialists work', wholeNumber(64, 4096))
    .option('--raw <WxH>', 'standard input is raw RGB of this size instead of MJPEG', pixelSize)
    .option('--fps <n>', 'frames a second of a folder or of raw input', wholeNumber(1, 1000))
    .option('--query-file <file>', 'further queries, one a line; blank lines and lines that begin with # do not count')
    .option(
      '--ask',
      'take further queries from standard input while the stream runs, one a line; -N takes the N-th away',
    )
    .option('-q, --quiet', 'no progress and no summary on stderr')
    .addHelpText('after', examples)
    .action(async (source: string, queries: string[], flags: SegmentFlags, command: Command) => {
      const writeFiles = flags.jsonl !== true || command.getOptionValueSource('out') === 'cli';
      process.exitCode = await segment(source, await allQueries(source, queries, flags), flags, writeFiles);
    });
}

async function allQueries(source: string, given: readonly string[], flags: SegmentFlags): Promise<string[]> {
  if (flags.ask === true && source === '-')
    throw new InputError('--ask reads standard input, and so does the source -', { remedy: 'give a file or a URL' });
  const queries = [...given, ...(flags.queryFile === undefined ? [] : await readQueryFile(flags.queryFile))];
  if (queries.length > 0) return queries;
  throw new InputError('no query was given', { remedy: 'ask for something, such as "the red mug"' });
}

async function segment(
  source: string,
  queries: readonly string[],
  flags: SegmentFlags,
  writeFiles: boolean,
): Promise<number> {
  const stop = stopSignal();
  const segmenter = await createSegmenter(
    flags.workingSize === undefined ? {} : { workingLongSide: flags.workingSize },
  );
  try {
    const run = segmenter.video(source, queries, segmentOptions(flags, stop.signal));
    return await answerAll(run, flags, writeFiles, stop.signal);
  } finally {
    await segmenter.close();
    stop.release();
  }
}

function segmentOptions(flags: SegmentFlags, signal: AbortSignal): NodeSegmentOptions {
  const { start, end, every, raw, fps, keyEvery } = flags;
  return {
    signal,
    seed: flags.seed,
    ...useOf(flags.specialists),
    ...(keyEvery === undefined ? {} : { keyFrameInterval: keyEvery }),
    source: {
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      ...(every === undefined ? {} : { every }),
      ...(raw === undefined ? {} : { rawSize: raw }),
      ...(fps === undefined ? {} : { fps }),
    },
  };
}

async function answerAll(
  run: VideoRun,
  flags: SegmentFlags,
  writeFiles: boolean,
  signal: AbortSignal,
): Promise<number> {
  const say = flags.quiet === true ? () => {} : (line: string) => console.error(line);
  const head = await run.ready();
  sayHead(head, say);
  const writer = writeFiles ? await ResultWriter.open(resolve(flags.out), head, flags) : null;
  const progress = showProgress(
    flags.limit ?? head.source.frames,
    flags.quiet === true || head.source.kind === 'image',
  );
  const tally = new AnswerTally(head.warnings);
  const stopListening = flags.ask === true ? listenForQueries(run, (line) => progress.say(line)) : () => {};
  const scores = WorldScores.of(head);
  let failure: unknown;
  try {
    for await (const answer of run) {
      await writer?.write(answer);
      if (flags.jsonl === true) await printJsonLines(answer);
      tally.add(answer);
      scores?.add(answer);
      if (head.source.kind !== 'image') for (const line of news(answer)) progress.say(line);
      progress.tick(tally.frames);
      if (flags.limit !== undefined && tally.frames >= flags.limit) break;
    }
  } catch (thrown) {
    failure = thrown;
  }
  stopListening();
  progress.stop();
  const written = (await writer?.close(run.summary(), scores?.scores())) ?? [];
  if (tally.frames > 0) for (const line of tally.report(run.summary(), written)) say(line);
  for (const line of scores?.report() ?? []) say(line);
  if (failure === undefined) return 0;
  if (isAbort(failure) || signal.aborted) {
    say(`stopped after ${tally.frames} frames; what was answered is kept`);
    return 130;
  }
  if (tally.frames > 0) say(`the run ended early, after ${tally.frames} frames; what was answered is kept`);
  throw failure;
}

/** What is new in a frame, for people: changes of answers after the first frame, and plans that were looked at again. */
function news(answer: FrameAnswer): string[] {
  const { index, answers } = answer;
  const changes = answers.flatMap((own) => (own.change === undefined ? [] : [describeChange(own, own.change)]));
  return [...(index === 0 ? [] : changes), ...warningsToSay(answer).map((warning) => `note: ${warning}`)];
}

function sayHead({ plans, warnings }: RunHead, say: (line: string) => void): void {
  for (const [i, plan] of plans.entries()) say(`${plans.length > 1 ? `${i + 1}. ` : ''}understood: ${plan.paraphrase}`);
  for (const warning of warnings) say(`note: ${warning}`);
}
