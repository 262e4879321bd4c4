export * from './regions-specialist.ts';
export { Segmenter, type SegmenterOptions, stillOptions, videoOptions } from './segmenter.ts';
