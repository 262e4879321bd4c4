import type { NodeSegmenter } from '../../segmenter/index.ts';
import type { DataSet, Sample } from '../datasets/index.ts';
import { type CombinedChanges, chooseAblations, combineChanges, requireFit } from './ablations/index.ts';
import { answerGroup } from './answer-group.ts';
import type { EvalSettings, SampleTiming } from './contract.ts';
import type { MaskWriter } from './note-answer.ts';
import { segmenterOf } from './perception.ts';
import { ResultStore } from './result-store.ts';
import { groupByMedia, mediaKey, type SampleGroup } from './sample-groups.ts';
import { type EvalReport, type MediaResult, summarize } from './summarize.ts';

/** One evaluation. */
export interface EvalRun {
  readonly data: DataSet;
  readonly settings: EvalSettings;
  /** Folder of the results. */
  readonly dir: string;
  readonly resume?: boolean;
  /** Makes what answers one group of samples; closed after it. @default by the settings' perception */
  readonly segmenterFor?: (group: SampleGroup) => Promise<NodeSegmenter>;
  readonly writeMask?: MaskWriter;
  /** Only groups whose number leaves this rest: several processes share the work. */
  readonly share?: { readonly of: number; readonly index: number };
  readonly progress?: (done: number, total: number, id: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Answers and scores every sample of a data set. Each result is on disk before the next group begins; what is there
 * already is not done again. @returns the report, over all samples that have a result
 */
export async function runEval(run: EvalRun): Promise<EvalReport> {
  const { dir, resume = false, share } = run;
  const chosen = chooseAblations(run.settings.ablations);
  const settings = { ...run.settings, ablations: chosen.map(({ text }) => text) };
  requireFit(chosen, settings);
  const changes = combineChanges(chosen);
  const samples = run.data.samples.slice(0, settings.limit);
  const store = await ResultStore.open(dir, settings, resume || share !== undefined);
  const groups = groupByMedia(samples);
  let done = 0;
  for (const [i, group] of groups.entries()) {
    run.signal?.throwIfAborted();
    if (share === undefined || i % share.of === share.index) await finishGroup(run, store, group, changes);
    done += group.members.length;
    run.progress?.(done, samples.length, group.members[0]!.sample.id);
  }
  return reportOf(settings, samples, store);
}

async function finishGroup(
  run: EvalRun,
  store: ResultStore,
  group: SampleGroup,
  changes: CombinedChanges,
): Promise<void> {
  const open: SampleGroup['members'][number][] = [];
  for (const member of group.members)
    if ((await store.read(member.index, member.sample.id)) === null) open.push(member);
  if (open.length === 0) return;
  const segmenter = await (run.segmenterFor?.(group) ?? segmenterOf(run.settings, group, changes));
  try {
    // All members again, finished ones too: what shares a twin may depend on what else is asked of it.
    const outcomes = await answerGroup(segmenter, group, { ...run, changes });
    for (const [i, outcome] of outcomes.entries()) await store.write(group.members[i]!.index, outcome);
  } finally {
    await segmenter.close();
  }
}

/** The report of what is on disk. */
export async function reportOf(
  settings: EvalSettings,
  samples: readonly Sample[],
  store: ResultStore,
): Promise<EvalReport> {
  const results: MediaResult[] = [];
  const timings: SampleTiming[] = [];
  for (const [index, sample] of samples.entries()) {
    const outcome = await store.read(index, sample.id);
    if (outcome === null) continue;
    results.push({ ...outcome.result, media: mediaKey(sample) });
    timings.push(outcome.timing);
  }
  const report = summarize(settings, results);
  await store.writeReport('report.json', `${JSON.stringify(report, null, 2)}\n`);
  await store.writeReport('timings.json', `${JSON.stringify(timings)}\n`);
  return report;
}
