export { ball } from './ball.ts';
export { box } from './box.ts';
export * from './contract.ts';
export { paint, paints } from './paints.ts';
