export * from './answer.ts';
export * from './key-frames.ts';
export * from './merge-plans.ts';
export * from './report-page/index.ts';
export * from './result-json.ts';
export * from './segmenter.ts';
export * from './stream-session.ts';
export * from './video-run.ts';
