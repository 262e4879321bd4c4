export * from './contract.ts';
export { type GenerateOptions, generateWorldSet } from './generate-world-set.ts';
export { listVideos } from './list-videos.ts';
