import { toError } from '../../../core/base/index.ts';
import { boundaryF, regionSimilarity } from '../../../core/bench/index.ts';
import { type Mask, unionAll } from '../../../core/masks/index.ts';
import type { FrameAnswer } from '../../../core/pipelines/index.ts';
import type { FrameTruth, Sample } from '../datasets/index.ts';
import type { Asked } from './asked-sample.ts';
import type { EvalSettings, FrameScore } from './contract.ts';
import { type GalleryPicture, galleryFrames, galleryPath, writeGalleryPicture } from './gallery.ts';
import { traceLines } from './trace-lines.ts';

/** What is done with each answered mask, beside scoring it. */
export type MaskWriter = (sample: Sample, frame: number, mask: Mask) => Promise<void>;

/** What is kept of answers. */
export interface NoteOptions {
  readonly settings: Pick<EvalSettings, 'gallery'>;
  /** Folder of the evaluation, for pictures. */
  readonly dir: string;
  readonly writeMask?: MaskWriter;
}

/** Scores what a question got in a frame that was looked at, and notes what it cost; it is the `i`-th of its group. */
export async function noteAnswer(
  asked: Asked,
  { answers, index, frame, warnings, trace }: FrameAnswer,
  i: number,
  options: NoteOptions,
): Promise<void> {
  const answer = answers[i]!;
  const mask = unionAll(
    answer.objects.map((object) => object.mask),
    [frame.height, frame.width],
  );
  asked.answered++;
  if (answer.objects.length > 0) asked.withObjects++;
  asked.ms += trace.ms;
  asked.worstMs = Math.max(asked.worstMs, trace.ms);
  for (const warning of [...answer.warnings, ...(i === 0 ? warnings : [])]) asked.warnings.add(warning);
  for (const [id, calls] of Object.entries(answer.cost.calls)) asked.calls[id] = (asked.calls[id] ?? 0) + calls;
  asked.last = mask;
  const truth = await score(asked, index, mask, options);
  if (truth !== null)
    await show(asked, traceLines(answer.explanation), index, { frame, truth: truth.mask, answer: mask }, options);
}

/** Scores the last answer for a frame that nobody looked at; there is nothing to show of it. */
export async function keepAnswer(asked: Asked, index: number, options: NoteOptions): Promise<void> {
  if (asked.last !== null) await score(asked, index, asked.last, options);
}

/** @returns the truth of the frame where it has been scored */
async function score(asked: Asked, index: number, mask: Mask, { writeMask }: NoteOptions): Promise<FrameTruth | null> {
  const { sample } = asked;
  await writeMask?.(sample, index, mask);
  if (asked.unscored !== undefined || !(sample.truth?.frames.includes(index) ?? false)) return null;
  try {
    const truth = await sample.truth!.read(index);
    asked.scores.set(index, frameScore(index, truth, mask));
    return truth;
  } catch (thrown) {
    asked.unscored = `the truth of frame ${index}: ${toError(thrown).message}`;
    return null;
  }
}

function frameScore(frame: number, { mask, ignored }: FrameTruth, pred: Mask): FrameScore {
  const j = regionSimilarity(mask, pred, ignored);
  return {
    frame,
    j,
    f: boundaryF(mask, pred, ignored === undefined ? {} : { void: ignored }),
    ...(j < 0.5 && { fault: mask.isEmpty ? 'extra' : pred.isEmpty ? 'missing' : 'other' }),
  };
}

/** Keeps the reasons of a few frames, and their pictures where these are asked for; the pictures go straight to disk. */
async function show(
  asked: Asked,
  trace: string[],
  frame: number,
  picture: GalleryPicture,
  { settings, dir }: NoteOptions,
): Promise<void> {
  const { index, sample, shown } = asked;
  if (!galleryFrames(sample.truth!.frames).includes(frame)) return;
  if (settings.gallery === true) await writeGalleryPicture(galleryPath(dir, index, shown.length), picture);
  shown.push({ frame, trace });
}
