export * from './contract.ts';
export { readPickle } from './pickle.ts';
export { readerOf, readers } from './readers.ts';
