export { cameraBetween } from './oracle-motion.ts';
export * from './oracle-specialist.ts';
export type { OracleNoise, OracleOptions, TrueObject } from './truth.ts';
