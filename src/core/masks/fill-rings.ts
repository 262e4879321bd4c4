import { MaskError } from '../base/errors.ts';
import type { Point, SizeHw } from '../base/geometry.ts';
import type { Mask } from './mask.ts';
import { maskFromFlips } from './mask-from-flips.ts';
import { requireMaskSize } from './mask-size.ts';

/** A closed line through points in pixels; the last is joined to the first. */
export type Ring = readonly Point[];

/**
 * Sets the pixels whose centre (x + 0.5, y + 0.5) lies inside an odd number of rings: a ring in another is a hole.
 * The exact rule, without the rounding of COCO or OpenCV; it undoes `maskContours`.
 * @throws MaskError when a coordinate is not finite
 */
export function maskFromRings(rings: readonly Ring[], size: SizeHw): Mask {
  requireMaskSize(size);
  const flips: number[] = [];
  for (const ring of rings) {
    for (const [i, point] of ring.entries()) crossColumns(point, ring[i + 1] ?? ring[0]!, size, flips);
  }
  return maskFromFlips(Uint32Array.from(flips), size);
}

/** An edge covers the centres from its left end up to its right end, that one left out, so that joints count once. */
function crossColumns([xa, ya]: Point, [xb, yb]: Point, [h, w]: SizeHw, flips: number[]): void {
  if (!Number.isFinite(xa + ya + xb + yb)) throw new MaskError(`a ring has the point (${xa}, ${ya}) or (${xb}, ${yb})`);
  const [x0, y0, x1, y1] = xa < xb ? [xa, ya, xb, yb] : [xb, yb, xa, ya];
  const first = Math.max(0, Math.ceil(x0 - 0.5));
  const end = Math.min(w, Math.ceil(x1 - 0.5));
  for (let x = first; x < end; x++) {
    const y = y0 + ((y1 - y0) * (x + 0.5 - x0)) / (x1 - x0);
    flips.push(x * h + Math.min(h, Math.max(0, Math.ceil(y - 0.5))));
  }
}
