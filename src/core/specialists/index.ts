export { type ClassicalOptions, classicalSpecialists } from './classical/index.ts';
export * from './concept.ts';
export * from './contract.ts';
export * from './oracle/index.ts';
export * from './registry.ts';
