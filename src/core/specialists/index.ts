export * from './concept.ts';
export * from './contract.ts';
export * from './registry.ts';
