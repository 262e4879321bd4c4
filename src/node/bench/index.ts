export { type DataSet, problemRemedy, readerOf, readers, type Sample } from './datasets/index.ts';
export * from './demo/index.ts';
export { claimResults, type EvalSettings, evalText, runEval, submissionWriter } from './eval/index.ts';
export { folderProtocol, folderProtocols, protocolText } from './folder-protocols/index.ts';
export { writeReport } from './report/index.ts';
export { generateWorldSet } from './world-set/index.ts';
