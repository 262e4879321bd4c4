import type { TextImage } from './text-image.ts';
import type { Rgb } from './track-color.ts';

/** RGB pixels to draw on, row by row. */
export interface RgbCanvas {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Mixes a colour into one pixel; `at` is the offset of its red byte, `alpha` 0..1. */
export function blendPixel(data: Uint8Array, at: number, [red, green, blue]: Rgb, alpha: number): void {
  data[at] = data[at]! + (red - data[at]!) * alpha + 0.5;
  data[at + 1] = data[at + 1]! + (green - data[at + 1]!) * alpha + 0.5;
  data[at + 2] = data[at + 2]! + (blue - data[at + 2]!) * alpha + 0.5;
}

/** A filled rectangle with round corners, anti-aliased, clipped to the canvas. Whole-pixel coordinates. */
export function fillRoundedBox(
  { data, width, height }: RgbCanvas,
  [x, y, w, h]: readonly [number, number, number, number],
  radius: number,
  color: Rgb,
  alpha: number,
): void {
  for (let py = Math.max(0, y); py < Math.min(height, y + h); py++) {
    for (let px = Math.max(0, x); px < Math.min(width, x + w); px++) {
      const dx = Math.max(x + radius - (px + 0.5), px + 0.5 - (x + w - radius), 0);
      const dy = Math.max(y + radius - (py + 0.5), py + 0.5 - (y + h - radius), 0);
      const inside = dx === 0 || dy === 0 ? 1 : radius + 0.5 - Math.hypot(dx, dy);
      if (inside > 0) blendPixel(data, (py * width + px) * 3, color, alpha * Math.min(1, inside));
    }
  }
}

/** Draws text with the top of its capitals at `y` and its left edge at `x`, clipped to the canvas. */
export function drawTextImage(canvas: RgbCanvas, text: TextImage, x: number, y: number, color: Rgb): void {
  const { data, width, height } = canvas;
  const top = y - text.ascent;
  for (let row = Math.max(0, -top); row < text.height && top + row < height; row++) {
    for (let column = Math.max(0, -x); column < text.width && x + column < width; column++) {
      const cover = text.coverage[row * text.width + column]!;
      if (cover > 0) blendPixel(data, ((top + row) * width + x + column) * 3, color, cover / 255);
    }
  }
}
