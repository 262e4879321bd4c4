export * from './answer-writer.ts';
export * from './run-writer.ts';
export * from './trace-line.ts';
