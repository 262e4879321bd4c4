export { FlatCups, type FlatCupsOptions } from './flat-cups.ts';
export { followPixels, followTruth } from './follow.ts';
export type { FollowedScene } from './followed-scene.ts';
export * from './identity-count.ts';
export { type OcclusionEpisode, occlusionEpisodes } from './occlusions.ts';
