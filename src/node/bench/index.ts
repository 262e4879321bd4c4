export { type DataSet, problemRemedy, readerOf, readers, type Sample } from './datasets/index.ts';
export * from './demo/index.ts';
export {
  ablations,
  ablationsText,
  chooseAblations,
  claimResults,
  type EvalSettings,
  evalText,
  runEval,
  submissionWriter,
  sweepAblations,
} from './eval/index.ts';
export { folderProtocol, folderProtocols, protocolText } from './folder-protocols/index.ts';
export { ablationTable, readEvaluation, writeReport } from './report/index.ts';
export { generateWorldSet } from './world-set/index.ts';
