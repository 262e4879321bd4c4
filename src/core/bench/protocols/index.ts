export * from './davis.ts';
export { type LabelFrame, voidLabel } from './label-frame.ts';
export * from './lisa.ts';
export * from './revos.ts';
export { roundDecimals } from './rounding.ts';
export * from './summed-frame.ts';
