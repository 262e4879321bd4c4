export * from './answer-question.ts';
export * from './run-demo.ts';
