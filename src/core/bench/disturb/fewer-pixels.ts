import { resizeRgb } from '../../media/resize-rgb.ts';
import type { PictureChange, PictureStream } from './contract.ts';

/** What is left of a picture that had only `factor` (0..1) of its sides' pixels: shrunk by areas, enlarged linearly. */
export function fewerPixels(factor: number, { width, height }: PictureStream): PictureChange {
  const [w, h] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
  const small = new Uint8Array(w * h * 3);
  return (data) => {
    resizeRgb(data, width, height, w, h, small);
    resizeRgb(small, w, h, width, height, data);
  };
}
