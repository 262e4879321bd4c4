export * from './boundary-f.ts';
export { boundaryMap } from './boundary-map.ts';
export * from './region-similarity.ts';
