export * from './contract.ts';
export { placeModel } from './place.ts';
export { Rasteriser } from './rasteriser.ts';
