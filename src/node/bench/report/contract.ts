import type { EvalSettings, SampleResult, SampleTiming } from '../eval/index.ts';

/** One evaluation as it lies on disk. All texts in it may be hostile: the page escapes them. */
export interface Evaluation {
  /** Name of the folder, or its path where two have the same name. */
  readonly label: string;
  readonly dir: string;
  readonly settings: EvalSettings;
  /** In the order of the data set; samples whose file is missing or broken are not among them. */
  readonly samples: readonly EvaluatedSample[];
  readonly problems: readonly FileProblem[];
}

/** A sample's result with what else is known of it. */
export interface EvaluatedSample {
  /** Place in the data set. */
  readonly index: number;
  readonly result: SampleResult;
  /** The same for samples about the same picture or video. */
  readonly media: string;
  /** null where its file is missing or broken. */
  readonly timing: SampleTiming | null;
  /**
   * Calls that running every specialist on every frame would have made, shared evenly among the queries that were answered
   * together, as the calls made are.
   */
  readonly alwaysOnCalls: number;
}

/** A file that could not be used. */
export interface FileProblem {
  /** Relative to the evaluation's folder. */
  readonly file: string;
  readonly message: string;
}
