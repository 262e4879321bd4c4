export * from './contract.ts';
export { davisPalette } from './davis-palette.ts';
export { drawOverlay, type OverlayOptions } from './draw-overlay.ts';
export * from './frame.ts';
export { plainText } from './plain-text.ts';
export * from './resize-rgb.ts';
export { luminance, oklchToRgb, type Rgb, textColorOn, trackColor } from './track-color.ts';
export * from './turn-rgb.ts';
