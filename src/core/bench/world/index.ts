export { AnswerScore, type AnswerScores, findQuery } from './answer-score.ts';
export * from './contract.ts';
export { demoQuestions } from './demo.ts';
export { scenes } from './scenes/index.ts';
export type { SceneScript } from './script.ts';
export { openWorld } from './world.ts';
export { type WorldOracleOptions, worldOracle } from './world-oracle.ts';
export { parseWorldPath, worldSource } from './world-source.ts';
