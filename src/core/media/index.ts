export * from './contract.ts';
export * from './frame.ts';
export * from './turn-rgb.ts';
