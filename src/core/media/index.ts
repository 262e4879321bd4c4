export * from './contract.ts';
export * from './frame.ts';
