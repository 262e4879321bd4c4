export * from './depth-specialist.ts';
