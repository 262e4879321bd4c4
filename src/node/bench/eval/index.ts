export { ablations, ablationsText, chooseAblations, sweepAblations } from './ablations/index.ts';
export * from './contract.ts';
export { galleryColors, galleryPath } from './gallery.ts';
export { type LossSource, lossSources, lossWords } from './loss-sources.ts';
export { evalText } from './report-text.ts';
export { claimResults } from './result-store.ts';
export { type EvalRun, runEval } from './run-eval.ts';
export { submissionWriter } from './submission.ts';
export { type EvalReport, summarize } from './summarize.ts';
