export * from './contract.ts';
export { expectedAnswers, isOfKinds, namelessKinds } from './expected-answers.ts';
export { parseMediaSet } from './parse-media-set.ts';
export { readMediaSet } from './read-media-set.ts';
export * from './score-query.ts';
export { scoreTable } from './score-table.ts';
export { type MediaSummary, summarize } from './summary.ts';
export { truthFrames, truthMask } from './truth-frames.ts';
