import { type PairedDifference, pairedDifference } from '../../../core/bench/index.ts';
import { readers } from '../datasets/index.ts';
import type { EvaluatedSample, Evaluation } from './contract.ts';
import { groupBy } from './group-by.ts';

/** Runs over the same split of the same data set, on the samples that all of them have scored. */
export interface Comparison {
  /** `bench`, or `bench, split`. */
  readonly name: string;
  /** Samples that all have; the first run is what the others are compared with. */
  readonly common: number;
  readonly runs: readonly ComparedRun[];
}

/** One run of a comparison. */
export interface ComparedRun {
  readonly run: Evaluation;
  /** Mean J over the common samples; null without one. */
  readonly j: number | null;
  /** J less that of the first run, sample by sample; null for the first run and without a common sample. */
  readonly difference: PairedDifference | null;
}

/** One comparison for each data set and split that two or more of the runs share. */
export function compareRuns(runs: readonly Evaluation[]): Comparison[] {
  const sets = groupBy(runs, dataSetName);
  return [...sets].filter(([, members]) => members.length > 1).map(([name, members]) => compareOnSet(name, members));
}

/** Data set and split; the reader's first split where the run named none. */
export function dataSetName({ settings: { bench, split } }: Evaluation): string {
  const part = split ?? readers.find(({ name }) => name === bench)?.splits[0];
  return part === undefined ? bench : `${bench}, ${part}`;
}

function compareOnSet(name: string, runs: readonly Evaluation[]): Comparison {
  const scores = runs.map(({ samples }) => new Map(samples.flatMap(scoreByQuestion)));
  const first = runs[0]!.samples.filter((sample) => scores.every((known) => known.has(questionKey(sample))));
  const media = [...groupBy(first, (sample) => sample.media).values()];
  return {
    name,
    common: first.length,
    runs: runs.map((run, i) => {
      const values = media.map((samples) => samples.map((sample) => scores[i]!.get(questionKey(sample))!));
      const base = media.map((samples) => samples.map((sample) => scores[0]!.get(questionKey(sample))!));
      return {
        run,
        j: first.length === 0 ? null : values.flat().reduce((sum, j) => sum + j, 0) / first.length,
        difference: i === 0 || first.length === 0 ? null : pairedDifference(differences(values, base)),
      };
    }),
  };
}

/** The id alone will not do: another edition of a data set may ask another question under it. */
const questionKey = ({ result: { id, query } }: EvaluatedSample) => JSON.stringify([id, query]);

const scoreByQuestion = (sample: EvaluatedSample): [string, number][] =>
  sample.result.j === null ? [] : [[questionKey(sample), sample.result.j]];

const differences = (values: readonly (readonly number[])[], base: readonly (readonly number[])[]) =>
  values.map((cluster, i) => cluster.map((value, k) => value - base[i]![k]!));
