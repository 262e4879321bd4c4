export * from './events/index.ts';
export * from './identity/index.ts';
export * from './metrics/index.ts';
export * from './protocols/index.ts';
export * from './world/index.ts';
