import { isAbort, toError } from '../../../core/base/index.ts';
import { boundaryF, regionSimilarity } from '../../../core/bench/index.ts';
import { type Mask, unionAll } from '../../../core/masks/index.ts';
import type { FrameAnswer, QueryAnswer } from '../../../core/pipelines/index.ts';
import type { NodeSegmenter } from '../../segmenter/index.ts';
import type { FrameTruth, Sample } from '../datasets/index.ts';
import { type Asked, newlyAsked, outcomeOf } from './asked-sample.ts';
import type { EvalSettings, FrameScore, SampleOutcome } from './contract.ts';
import { type GalleryPicture, galleryFrames, galleryPath, writeGalleryPicture } from './gallery.ts';
import { openMedia } from './open-media.ts';
import { perceptionOptions } from './perception.ts';
import type { SampleGroup } from './sample-groups.ts';
import { traceLines } from './trace-lines.ts';

/** What is done with each answered mask, beside scoring it. */
export type MaskWriter = (sample: Sample, frame: number, mask: Mask) => Promise<void>;

export interface AnswerGroupOptions {
  readonly settings: Pick<EvalSettings, 'perception' | 'specialists' | 'everyFrame' | 'seed' | 'gallery'>;
  /** Folder of the evaluation, for pictures. */
  readonly dir: string;
  readonly writeMask?: MaskWriter;
  readonly signal?: AbortSignal;
}

/** Answers all questions about one picture or video in one run over one twin, and scores each against its truth. */
export async function answerGroup(
  segmenter: NodeSegmenter,
  { number, members }: SampleGroup,
  options: AnswerGroupOptions,
): Promise<SampleOutcome[]> {
  const asked = await Promise.all(
    members.map((member) => plannedSample(segmenter, newlyAsked(member, number), options)),
  );
  const ready = asked.filter((each) => each.plan !== undefined);
  if (ready.length > 0) await runTogether(segmenter, ready, options);
  return asked.map(outcomeOf);
}

async function plannedSample(
  segmenter: NodeSegmenter,
  asked: Asked,
  { settings: { specialists: use }, signal }: AnswerGroupOptions,
): Promise<Asked> {
  const { sample } = asked;
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
      () => openMedia(media, settings.perception, signal),
      asked.map(({ sample }) => sample.query),
      {
        ...(use && { use }),
        ...perceptionOptions(settings.perception),
        seed,
        plans: asked.map(({ plan }) => plan!),
        ...(signal && { signal }),
      },
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
  let truth: FrameTruth;
  try {
    truth = await asked.sample.truth!.read(index);
    asked.scores.set(index, frameScore(index, truth, mask));
  } catch (thrown) {
    asked.unscored = `the truth of frame ${index}: ${toError(thrown).message}`;
    return;
  }
  await show(asked, answer, index, { frame, truth: truth.mask, answer: mask }, options);
}

function frameScore(frame: number, { mask, ignored }: FrameTruth, pred: Mask): FrameScore {
  return {
    frame,
    j: regionSimilarity(mask, pred, ignored),
    f: boundaryF(mask, pred, ignored === undefined ? {} : { void: ignored }),
  };
}

/** Keeps the reasons of a few frames, and their pictures where these are asked for; the pictures go straight to disk. */
async function show(
  asked: Asked,
  { explanation }: QueryAnswer,
  frame: number,
  picture: GalleryPicture,
  { settings, dir }: AnswerGroupOptions,
): Promise<void> {
  const { index, sample, shown } = asked;
  if (!galleryFrames(sample.truth!.frames).includes(frame)) return;
  if (settings.gallery === true) await writeGalleryPicture(galleryPath(dir, index, shown.length), picture);
  shown.push({ frame, trace: traceLines(explanation) });
}
