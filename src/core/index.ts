export * from './base/index.ts';
export * from './masks/index.ts';
export * from './media/index.ts';
export * from './pipelines/index.ts';
export * from './plan/index.ts';
export * from './reason/index.ts';
export * from './specialists/index.ts';
export * from './twin/index.ts';
