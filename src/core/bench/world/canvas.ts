import type { Box } from '../../base/geometry.ts';

/**
 * A piece of a thing: an outline and how it is painted, in scene units (1 unit = 1 px at a height of 360).
 * Where the distance is negative at a pixel's centre, the pixel belongs to the thing (about: covered by more than half).
 */
export interface Part {
  /** Holds the outline. */
  readonly box: Box;
  /** Signed distance from the outline, negative inside. */
  distance(x: number, y: number): number;
  /** Writes red, green, blue (0..255) at a place. */
  paint(x: number, y: number, out: Float32Array): void;
}

/** The window through which a scene is seen. */
export interface View {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels a scene unit. */
  readonly unit: number;
  /** Scene x of the picture's left edge. */
  readonly left: number;
}

/** Pixel range [x0, x1) x [y0, y1) of a scene box, cut at the picture's edges. */
export function pixelRange({ width, height, unit, left }: View, [x, y, w, h]: Box, margin = 1) {
  return {
    x0: Math.max(0, Math.floor((x - left) * unit) - margin),
    y0: Math.max(0, Math.floor(y * unit) - margin),
    x1: Math.min(width, Math.ceil((x + w - left) * unit) + margin),
    y1: Math.min(height, Math.ceil((y + h) * unit) + margin),
  };
}

const color = new Float32Array(3);

/** Paints a part over the picture, edges anti-aliased by their distance from the pixel's centre. */
export function paintPart(rgb: Float32Array, view: View, part: Part): void {
  const { x0, y0, x1, y1 } = pixelRange(view, part.box);
  const step = 1 / view.unit;
  for (let py = y0; py < y1; py++) {
    const y = (py + 0.5) * step;
    for (let px = x0; px < x1; px++) {
      const x = (px + 0.5) * step + view.left;
      const cover = 0.5 - part.distance(x, y) * view.unit;
      if (cover <= 0) continue;
      part.paint(x, y, color);
      blend(rgb, (py * view.width + px) * 3, cover);
    }
  }
}

function blend(rgb: Float32Array, at: number, cover: number): void {
  if (cover >= 1) {
    rgb[at] = color[0]!;
    rgb[at + 1] = color[1]!;
    rgb[at + 2] = color[2]!;
    return;
  }
  rgb[at] = rgb[at]! + cover * (color[0]! - rgb[at]!);
  rgb[at + 1] = rgb[at + 1]! + cover * (color[1]! - rgb[at + 1]!);
  rgb[at + 2] = rgb[at + 2]! + cover * (color[2]! - rgb[at + 2]!);
}

/** Marks the pixels of a part with `id`. */
export function markPart(ids: Uint8Array, view: View, part: Part, id: number): void {
  const { x0, y0, x1, y1 } = pixelRange(view, part.box);
  const step = 1 / view.unit;
  for (let py = y0; py < y1; py++) {
    const y = (py + 0.5) * step;
    for (let px = x0; px < x1; px++) {
      if (part.distance((px + 0.5) * step + view.left, y) < 0) ids[py * view.width + px] = id;
    }
  }
}

/** Darkens the ground in a soft ellipse; `strength` 0..1 at its middle. */
export function paintShadow(rgb: Float32Array, view: View, [x, y, w, h]: Box, strength: number): void {
  const { x0, y0, x1, y1 } = pixelRange(view, [x, y, w, h]);
  for (let py = y0; py < y1; py++) {
    const v = (((py + 0.5) / view.unit - y) / h) * 2 - 1;
    for (let px = x0; px < x1; px++) {
      const u = (((px + 0.5) / view.unit + view.left - x) / w) * 2 - 1;
      const inside = 1 - u * u - v * v;
      if (inside <= 0) continue;
      const keep = 1 - strength * inside * inside * (1.6 - 0.6 * inside);
      const at = (py * view.width + px) * 3;
      rgb[at] = rgb[at]! * keep;
      rgb[at + 1] = rgb[at + 1]! * keep;
      rgb[at + 2] = rgb[at + 2]! * (keep + (1 - keep) * 0.06);
    }
  }
}
