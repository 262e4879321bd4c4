import { isAbort, toError } from '../../../core/base/index.ts';
import { boundaryF, regionSimilarity } from '../../../core/bench/index.ts';
import { type Mask, unionAll } from '../../../core/masks/index.ts';
import type { FrameSource } from '../../../core/media/index.ts';
import type { FrameAnswer } from '../../../core/pipelines/index.ts';
import type { Plan } from '../../../core/plan/index.ts';
import { openPictures, openSource } from '../../media/index.ts';
import type { NodeSegmenter } from '../../segmenter/index.ts';
import type { Sample, SampleMedia } from '../datasets/index.ts';
import type { EvalSettings, FrameScore, SampleOutcome } from './contract.ts';
import type { SampleGroup } from './sample-groups.ts';

/** What is done with each answered mask, beside scoring it. */
export type MaskWriter = (sample: Sample, frame: number, mask: Mask) => Promise<void>;

export interface AnswerGroupOptions {
  readonly settings: Pick<EvalSettings, 'specialists' | 'everyFrame' | 'seed'>;
  readonly writeMask?: MaskWriter;
  readonly signal?: AbortSignal;
}

/** Answers all questions about one picture or video in one run over one twin, and scores each against its truth. */
export async function answerGroup(
  segmenter: NodeSegmenter,
  { members }: SampleGroup,
  options: AnswerGroupOptions,
): Promise<SampleOutcome[]> {
  const asked = await Promise.all(members.map(({ sample }) => plannedSample(segmenter, sample, options)));
  const ready = asked.filter((each) => each.plan !== undefined);
  if (ready.length > 0) await runTogether(segmenter, ready, options);
  return asked.map(outcomeOf);
}

/** A sample on its way: what is known of it so far. */
interface Asked {
  readonly sample: Sample;
  plan?: Plan;
  unscored?: string;
  readonly scores: Map<number, FrameScore>;
  readonly warnings: Set<string>;
  answered: number;
  withObjects: number;
  ms: number;
  worstMs: number;
  calls: Record<string, number>;
  alwaysOnCalls: number;
}

async function plannedSample(
  segmenter: NodeSegmenter,
  sample: Sample,
  { settings: { specialists: use }, signal }: AnswerGroupOptions,
): Promise<Asked> {
  const asked: Asked = {
    sample,
    scores: new Map(),
    warnings: new Set(),
    answered: 0,
    withObjects: 0,
    ms: 0,
    worstMs: 0,
    calls: {},
    alwaysOnCalls: 0,
  };
  try {
    const source = { still: sample.media.type === 'image', live: false };
    const { plan, warnings } = await segmenter.core.plan(sample.query, source, {
      ...(use && { use }),
      ...(signal && { signal }),
    });
    for (const warning of warnings) asked.warnings.add(warning);
    asked.plan = plan;
  } catch (thrown) {
    if (isAbort(thrown)) throw thrown;
    asked.unscored = `it could not be planned: ${toError(thrown).message}`;
  }
  return asked;
}

async function runTogether(
  segmenter: NodeSegmenter,
  asked: readonly Asked[],
  options: AnswerGroupOptions,
): Promise<void> {
  const { settings, signal } = options;
  const { specialists: use, seed } = settings;
  const media = asked[0]!.sample.media;
  const last = Math.max(0, ...asked.flatMap(({ sample }) => sample.truth?.frames ?? []));
  try {
    const run = segmenter.core.video(
      () => openMedia(media, signal),
      asked.map(({ sample }) => sample.query),
      { ...(use && { use }), seed, plans: asked.map(({ plan }) => plan!), ...(signal && { signal }) },
    );
    for await (const answer of run) {
      for (const [i, each] of asked.entries()) await note(each, answer, i, options);
      if (answer.index >= last && !settings.everyFrame) break;
    }
    const { usage } = run.summary();
    for (const each of asked) each.alwaysOnCalls = usage.alwaysOnCalls;
  } catch (thrown) {
    if (isAbort(thrown)) throw thrown;
    for (const each of asked) each.unscored = toError(thrown).message;
  }
}

/** Opens what a sample is about. */
export function openMedia(media: SampleMedia, signal?: AbortSignal): Promise<FrameSource> {
  if (media.type !== 'frames') return openSource(media.path, {}, signal);
  return openPictures(media.paths[0] ?? 'a video', media.paths, { fps: media.fps }, signal);
}

async function note(
  asked: Asked,
  { answers, index, frame, warnings, trace }: FrameAnswer,
  i: number,
  options: AnswerGroupOptions,
) {
  const answer = answers[i]!;
  const size = [frame.height, frame.width] as const;
  const mask = unionAll(
    answer.objects.map((object) => object.mask),
    size,
  );
  asked.answered++;
  if (answer.objects.length > 0) asked.withObjects++;
  asked.ms += trace.ms;
  asked.worstMs = Math.max(asked.worstMs, trace.ms);
  for (const warning of [...answer.warnings, ...(i === 0 ? warnings : [])]) asked.warnings.add(warning);
  for (const [id, calls] of Object.entries(answer.cost.calls)) asked.calls[id] = (asked.calls[id] ?? 0) + calls;
  await options.writeMask?.(asked.sample, index, mask);
  if (asked.unscored !== undefined || !(asked.sample.truth?.frames.includes(index) ?? false)) return;
  try {
    asked.scores.set(index, await scoreFrame(asked.sample, index, mask));
  } catch (thrown) {
    asked.unscored = `the truth of frame ${index}: ${toError(thrown).message}`;
  }
}

async function scoreFrame({ truth }: Sample, frame: number, pred: Mask): Promise<FrameScore> {
  const { mask, ignored } = await truth!.read(frame);
  return {
    frame,
    j: regionSimilarity(mask, pred, ignored),
    f: boundaryF(mask, pred, ignored === undefined ? {} : { void: ignored }),
  };
}

function outcomeOf(asked: Asked): SampleOutcome {
  const { sample, answered, withObjects, warnings, alwaysOnCalls, ms, worstMs } = asked;
  const unscored = asked.unscored ?? (sample.truth === null ? 'only a server knows the truth' : undefined);
  const frames =
    unscored === undefined ? sample.truth!.frames.map((frame) => asked.scores.get(frame) ?? { frame, j: 0, f: 0 }) : [];
  const mean = (key: 'j' | 'f') =>
    frames.length === 0 ? null : frames.reduce((sum, score) => sum + score[key], 0) / frames.length;
  const calls = Object.fromEntries(Object.entries(asked.calls).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    result: {
      version: 1,
      id: sample.id,
      query: sample.query,
      ...(sample.kind === undefined ? {} : { kind: sample.kind }),
      ...(sample.level === undefined ? {} : { level: sample.level }),
      frames,
      j: mean('j'),
      f: mean('f'),
      ...(unscored === undefined ? {} : { unscored }),
      answered,
      withObjects,
      warnings: [...warnings],
      calls,
      alwaysOnCalls,
    },
    timing: { id: sample.id, msPerFrame: answered === 0 ? 0 : ms / answered, worstMs },
  };
}
