export * from './answer-writer.ts';
export * from './result-writer.ts';
export * from './trace-line.ts';
