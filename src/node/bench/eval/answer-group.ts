import { isAbort, toError } from '../../../core/base/index.ts';
import { isDropped } from '../../../core/bench/disturb/index.ts';
import type { VideoRun } from '../../../core/pipelines/index.ts';
import type { NodeSegmenter } from '../../segmenter/index.ts';
import { alteredSample, alteredSource, type CombinedChanges, seedOfGroup } from './ablations/index.ts';
import { type Asked, newlyAsked, outcomeOf } from './asked-sample.ts';
import type { EvalSettings, SampleOutcome } from './contract.ts';
import { keepAnswer, type NoteOptions, noteAnswer } from './note-answer.ts';
import { openMedia } from './open-media.ts';
import { perceptionOptions } from './perception.ts';
import type { SampleGroup } from './sample-groups.ts';

export interface AnswerGroupOptions extends NoteOptions {
  readonly settings: Pick<EvalSettings, 'perception' | 'specialists' | 'everyFrame' | 'seed' | 'gallery'>;
  /** What the ablations of the settings come to. */
  readonly changes: CombinedChanges;
  readonly signal?: AbortSignal;
}

/** Answers all questions about one picture or video in one run over one twin, and scores each against its truth. */
export async function answerGroup(
  segmenter: NodeSegmenter,
  { number, members }: SampleGroup,
  options: AnswerGroupOptions,
): Promise<SampleOutcome[]> {
  const seed = seedOfGroup(options.settings.seed, number);
  const asked = await Promise.all(
    members.map(({ index, sample }) => {
      const altered = { index, sample: alteredSample(sample, options.changes, seed) };
      return plannedSample(segmenter, newlyAsked(altered, number), options);
    }),
  );
  const ready = asked.filter((each) => each.plan !== undefined);
  if (ready.length > 0) await runTogether(segmenter, ready, seed, options);
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
  seed: number,
  options: AnswerGroupOptions,
): Promise<void> {
  const { settings, changes, signal } = options;
  const media = asked[0]!.sample.media;
  const scored = Math.max(0, ...asked.flatMap(({ sample }) => sample.truth?.frames ?? []));
  const last = settings.everyFrame ? Number.POSITIVE_INFINITY : scored;
  const open = async () => alteredSource(await openMedia(media, settings, signal), changes, { seed, last });
  try {
    const run = segmenter.core.video(
      open,
      asked.map(({ sample }) => sample.query),
      {
        ...(settings.specialists && { use: settings.specialists }),
        ...perceptionOptions(settings.perception),
        ...changes.stream,
        seed: settings.seed,
        plans: asked.map(({ plan }) => plan!),
        ...(signal && { signal }),
      },
    );
    const end = await answerFrames(run, asked, last, options);
    const { alwaysOnCalls, frames } = run.summary().usage;
    const there = changes.mostFrames === undefined ? frames : framesThere(end, seed, changes);
    for (const each of asked) each.alwaysOnCalls = frames === 0 ? 0 : (alwaysOnCalls / frames) * there;
  } catch (thrown) {
    if (isAbort(thrown)) throw thrown;
    for (const each of asked) each.unscored = toError(thrown).message;
  }
}

/** @returns the number of frames that have an answer, those included that nobody looked at */
async function answerFrames(
  run: VideoRun,
  asked: readonly Asked[],
  last: number,
  options: AnswerGroupOptions,
): Promise<number> {
  const { changes } = options;
  const leavesOut = changes.dropped !== undefined || changes.mostFrames !== undefined;
  let next = 0;
  const keepUntil = async (end: number) => {
    for (; leavesOut && next < end; next++) for (const each of asked) await keepAnswer(each, next, options);
  };
  for await (const answer of run) {
    await keepUntil(answer.index);
    for (const [i, each] of asked.entries()) await noteAnswer(each, answer, i, options);
    next = answer.index + 1;
  }
  const { frames } = (await run.ready()).source;
  const end = Math.min(last + 1, frames ?? Number.POSITIVE_INFINITY);
  // A video that does not say how long it is ends where its last frame was seen.
  if (Number.isFinite(end)) await keepUntil(end);
  return next;
}

/** Frames that are not missing: in those that are not looked at, running everything always would have run too. */
function framesThere(end: number, seed: number, { dropped = 0 }: CombinedChanges): number {
  let count = 0;
  for (let index = 0; index < end; index++) if (!isDropped(dropped, seed, index)) count++;
  return count;
}
