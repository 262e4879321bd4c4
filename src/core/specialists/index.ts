export * from './concept.ts';
export * from './contract.ts';
