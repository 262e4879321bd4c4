export * from './appearance-specialist.ts';
export { appearanceVectorLength } from './appearance-vector.ts';
