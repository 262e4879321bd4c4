export * from '../core/index.ts';
export * from './media/index.ts';
export * from './output/index.ts';
export * from './sandbox/index.ts';
export * from './segmenter/index.ts';
