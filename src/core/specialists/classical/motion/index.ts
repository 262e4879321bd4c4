export * from './motion-specialist.ts';
