export * from './metrics/index.ts';
export * from './protocols/index.ts';
export * from './world/index.ts';
