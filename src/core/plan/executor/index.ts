export * from './due-nodes.ts';
export * from './events.ts';
export * from './execute-frame.ts';
export * from './next-tasks.ts';
export * from './policies.ts';
