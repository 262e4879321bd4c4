export * from './world-scores.ts';
