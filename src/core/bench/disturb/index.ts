export * from './camera-shake.ts';
export * from './contract.ts';
export { darken } from './darken.ts';
export * from './dropped-frames.ts';
export * from './fewer-pixels.ts';
export { gaussianBlur } from './gaussian-blur.ts';
export { greyBoxes } from './grey-boxes.ts';
export { greyNoise } from './grey-noise.ts';
