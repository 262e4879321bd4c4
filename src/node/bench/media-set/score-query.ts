import { boundaryF, regionSimilarity } from '../../../core/bench/metrics/index.ts';
import { type Mask, unionAll } from '../../../core/masks/index.ts';
import type { MediaItem, MediaQuery } from './contract.ts';
import { expectedAnswers } from './expected-answers.ts';
import { truthMask } from './truth-frames.ts';

/** What is needed of a Segmenter: one question to a picture, or to a video frame by frame. */
export interface Answerer {
  image(path: string, query: string): Promise<AnsweredPicture>;
  video(
    path: string,
    query: string,
  ): AsyncIterable<AnsweredFrame> & { ready(): Promise<{ warnings: readonly string[] }> };
}

/** Objects of one frame. */
export interface AnsweredFrame {
  readonly index: number;
  readonly objects: readonly { readonly id: number; readonly mask: Mask; readonly score: number }[];
  readonly warnings: readonly string[];
}

/** Answer to a picture; its pixels are given back by `frame.close()`. */
export type AnsweredPicture = AnsweredFrame & { readonly frame: { close(): void } };

/** How one query went. */
export interface QueryScore {
  readonly item: string;
  readonly text: string;
  readonly kinds: readonly string[];
  /** One a scored frame. */
  readonly frames: readonly FrameScore[];
  /** Means over the scored frames; null where none could be scored. */
  readonly j: number | null;
  readonly f: number | null;
  /** Frames that were answered, those of them with any object, and ms a frame, reading included. */
  readonly answered: number;
  readonly withObjects: number;
  readonly msPerFrame: number;
  readonly warnings: readonly string[];
  /** Message of the error that ended it early. */
  readonly error?: string;
}

export interface FrameScore {
  readonly frame: number;
  readonly j: number;
  readonly f: number;
  /** Ids of the right answer, and of the given one (the latter are tracks: other numbers). */
  readonly expected: readonly number[];
  readonly given: readonly number[];
}

/**
 * Asks one query of one item and scores each frame that has ground truth: the union of the answered masks against the
 * union of the right ones. The video is read up to its last scored frame; a frame that was never answered
 * scores 0.
 * @param options.score false: only look at the first frames, whether anything is answered and what is warned of
 */
export async function scoreQuery(
  answerer: Answerer,
  dir: string,
  item: MediaItem,
  query: MediaQuery,
  { score = true }: { score?: boolean } = {},
): Promise<QueryScore> {
  const expected = score ? expectedAnswers(item, query) : new Map<number, readonly number[]>();
  const end = expected.size > 0 ? Math.max(...expected.keys()) : firstLook;
  const run = await collect(answerer, `${dir}/${item.file}`, item, query.text, end, new Set(expected.keys()));
  const frames: FrameScore[] = [];
  for (const [frame, ids] of expected) {
    const given = run.kept.get(frame);
    if (given === undefined) {
      frames.push({ frame, j: 0, f: 0, expected: ids, given: [] });
      continue;
    }
    const truth = await truthMask(dir, item, frame, ids);
    const [j, f] = [regionSimilarity(truth, given.mask), boundaryF(truth, given.mask)];
    frames.push({ frame, j, f, expected: ids, given: given.ids });
  }
  const mean = (values: number[]) => (values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length);
  return {
    item: item.id,
    text: query.text,
    kinds: query.kind,
    frames,
    j: mean(frames.map(({ j }) => j)),
    f: mean(frames.map(({ f }) => f)),
    answered: run.answered,
    withObjects: run.withObjects,
    msPerFrame: run.answered === 0 ? 0 : run.ms / run.answered,
    warnings: [...run.warnings],
    ...(run.error !== undefined && { error: run.error }),
  };
}

/** Index of the last frame that is read of a video when nothing is to be scored. */
const firstLook = 11;

interface Collected {
  kept: Map<number, { mask: Mask; ids: number[] }>;
  answered: number;
  withObjects: number;
  ms: number;
  warnings: Set<string>;
  error?: string;
}

async function collect(
  answerer: Answerer,
  path: string,
  item: MediaItem,
  text: string,
  end: number,
  wanted: ReadonlySet<number>,
): Promise<Collected> {
  const run: Collected = { kept: new Map(), answered: 0, withObjects: 0, ms: 0, warnings: new Set() };
  const start = performance.now();
  try {
    for await (const answer of answersTo(answerer, path, item, text, run.warnings)) {
      run.answered++;
      if (answer.objects.length > 0) run.withObjects++;
      for (const warning of answer.warnings) run.warnings.add(warning);
      if (wanted.has(answer.index)) run.kept.set(answer.index, unionOf(answer, item));
      if (answer.index >= end) break;
    }
  } catch (thrown) {
    run.error = thrown instanceof Error ? thrown.message : String(thrown);
  }
  run.ms = performance.now() - start;
  return run;
}

async function* answersTo(
  answerer: Answerer,
  path: string,
  item: MediaItem,
  text: string,
  warnings: Set<string>,
): AsyncGenerator<AnsweredFrame> {
  if (item.type === 'image') {
    const answer = await answerer.image(path, text);
    answer.frame.close();
    yield { index: 0, objects: answer.objects, warnings: answer.warnings };
    return;
  }
  const run = answerer.video(path, text);
  for (const warning of (await run.ready()).warnings) warnings.add(warning);
  yield* run;
}

function unionOf({ objects }: AnsweredFrame, { width, height }: MediaItem) {
  const size = [height, width] as const;
  return {
    mask: unionAll(
      objects.map(({ mask }) => mask),
      size,
    ),
    ids: objects.map(({ id }) => id),
  };
}
