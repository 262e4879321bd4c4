export * from './options.ts';
export * from './program-frame.ts';
export * from './scene-graph.ts';
export * from './seen-frame.ts';
export type { TrackSummary } from './track-store.ts';
export * from './twin.ts';
export * from './twin-view.ts';
