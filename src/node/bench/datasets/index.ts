export * from './contract.ts';
export { claimedMask, readLabelFrame } from './label-picture.ts';
export { readPickle } from './pickle.ts';
export { readerOf, readers } from './readers.ts';
