import { InputError } from '../base/errors.ts';
import type { Box, SizeHw } from '../base/geometry.ts';
import { maskToBitmap } from './bitmap.ts';
import type { Mask } from './mask.ts';
import { emptyMask } from './mask-from-runs.ts';
import { requireMaskSize } from './mask-size.ts';
import { cropMask } from './place.ts';
import { RunWriter } from './run-writer.ts';

/** Where a point goes: x' = a * x + b * y + c, y' = d * x + e * y + f, in pixels. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * Moves a mask by an affine map into a frame of `size` (its own by default). Nearest: a pixel is set when its
 * centre comes from inside a set pixel; what leaves the frame is lost.
 * @throws InputError when the map is not finite or flattens the plane
 */
export function warpMask(mask: Mask, map: Affine, size: SizeHw = mask.size): Mask {
  requireMaskSize(size);
  const back = inverseOf(map);
  if (mask.isEmpty) return emptyMask(size);
  const [left, top, w, h] = mask.bbox;
  const picture = maskToBitmap(cropMask(mask, mask.bbox));
  const [x0, y0, width, height] = mappedBox(mask.bbox, map, size);
  const writer = new RunWriter();
  for (let x = x0; x < x0 + width; x++) {
    for (let y = y0; y < y0 + height; y++) {
      const column = Math.floor(back[0] * (x + 0.5) + back[1] * (y + 0.5) + back[2]) - left;
      const row = Math.floor(back[3] * (x + 0.5) + back[4] * (y + 0.5) + back[5]) - top;
      if (column < 0 || column >= w || row < 0 || row >= h || picture[row * w + column] === 0) continue;
      writer.span(x * size[0] + y, x * size[0] + y + 1);
    }
  }
  return writer.finish([size[0], size[1]]);
}

function inverseOf([a, b, c, d, e, f]: Affine): Affine {
  const scale = a * e - b * d;
  if (!Number.isFinite(scale + c + f) || scale === 0) {
    throw new InputError(`an affine map must be finite and have an inverse, got [${[a, b, c, d, e, f]}]`);
  }
  return [e / scale, -b / scale, (b * f - c * e) / scale, -d / scale, a / scale, (c * d - a * f) / scale];
}

/** The whole pixels in the frame that a box can be mapped to, one more on each side for rounding. */
function mappedBox([x, y, w, h]: Box, [a, b, c, d, e, f]: Affine, size: SizeHw): Box {
  const corners: [number, number][] = [
    [x, y],
    [x + w, y],
    [x, y + h],
    [x + w, y + h],
  ];
  const xs = corners.map(([px, py]) => a * px + b * py + c);
  const ys = corners.map(([px, py]) => d * px + e * py + f);
  const [left, width] = stretch(xs, size[1]);
  const [top, height] = stretch(ys, size[0]);
  return [left, top, width, height];
}

function stretch(values: number[], limit: number): [from: number, length: number] {
  const from = Math.min(limit, Math.max(0, Math.floor(Math.min(...values)) - 1));
  const to = Math.min(limit, Math.max(0, Math.ceil(Math.max(...values)) + 1));
  return [from, to - from];
}
