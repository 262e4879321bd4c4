export * from './node-segmenter.ts';
