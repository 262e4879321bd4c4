export * from './relation.ts';
export * from './relations-of.ts';
