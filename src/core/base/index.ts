export * from './abort.ts';
export * from './errors.ts';
export * from './geometry.ts';
export * from './issues.ts';
export * from './random.ts';
