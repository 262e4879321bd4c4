export * from './contract.ts';
export { placeModel } from './place.ts';
