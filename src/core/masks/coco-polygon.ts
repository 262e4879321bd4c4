import { MaskError } from '../base/errors.ts';
import type { Box, SizeHw } from '../base/geometry.ts';
import type { Mask } from './mask.ts';
import { maskFromFlips } from './mask-from-flips.ts';
import { requireMaskSize } from './mask-size.ts';
import { unionAll } from './set-algebra.ts';

// The rule of cocoapi's rleFrPoly: corners are rounded on a grid five times finer, each edge is walked on it pixel
// by pixel, and a column's value flips where the walk passes its middle. Only those places are computed here.
const fine = 5;
/** Beyond this a coordinate cannot belong to a picture, and its products would leave exact arithmetic. */
const farthest = 2 ** 26;

/**
 * A polygon [x0, y0, x1, y1, ...] in pixels, closed by itself, filled as pycocotools does (`frPyObjects`).
 * @throws MaskError when the list is odd or a coordinate is not finite or beyond 2^26
 */
export function maskFromPolygon(points: readonly number[], size: SizeHw): Mask {
  requireMaskSize(size);
  const corners = fineCorners(points);
  const flips: number[] = [];
  const n = corners.length;
  for (let i = 0; i < n; i += 2) {
    const next = i + 2 < n ? i + 2 : 0;
    walkEdge(corners[i]!, corners[i + 1]!, corners[next]!, corners[next + 1]!, size, flips);
  }
  return maskFromFlips(Uint32Array.from(flips), size);
}

/** The union of polygons, each as `maskFromPolygon`: a COCO `segmentation` of several parts. */
export const maskFromPolygons = (parts: readonly (readonly number[])[], size: SizeHw): Mask =>
  unionAll(
    parts.map((part) => maskFromPolygon(part, size)),
    size,
  );

/** A box [x, y, w, h] in pixels, fractions allowed, by the same rule. @throws MaskError as `maskFromPolygon` */
export const maskFromBox = ([x, y, w, h]: Box, size: SizeHw): Mask =>
  maskFromPolygon([x, y, x, y + h, x + w, y + h, x + w, y], size);

function fineCorners(points: readonly number[]): number[] {
  if (points.length % 2 !== 0) throw new MaskError(`a polygon lists x and y in turn, got ${points.length} numbers`);
  return points.map((value, i) => {
    if (!(Math.abs(value) <= farthest)) throw new MaskError(`number ${i} of a polygon is ${value}`);
    return Math.trunc(fine * value + 0.5);
  });
}

/** Notes the flips of one edge; both orders of its ends give the same walk. */
function walkEdge(xa: number, ya: number, xb: number, yb: number, size: SizeHw, flips: number[]): void {
  const dx = Math.abs(xb - xa);
  const dy = Math.abs(yb - ya);
  if (dx === 0) return;
  const swap = dx >= dy ? xa > xb : ya > yb;
  const [xs, ys, xe, ye] = swap ? [xb, yb, xa, ya] : [xa, ya, xb, yb];
  const first = Math.max(0, Math.ceil((Math.min(xs, xe) - 2) / fine));
  const last = Math.min(size[1] - 1, Math.floor((Math.max(xs, xe) - 3) / fine));
  for (let column = first; column <= last; column++) {
    const middle = fine * column + 2;
    const y = dx >= dy ? flatCrossing(middle - xs, ys, (ye - ys) / dx) : steepCrossing(middle, xs, ys, (xe - xs) / dy);
    const row = Math.min(Math.max(Math.ceil((y - 2) / fine), 0), size[0]);
    flips.push(column * size[0] + row);
  }
}

/** The upper of the two points that a walk along x makes around step t. */
const flatCrossing = (t: number, ys: number, slope: number): number =>
  Math.min(Math.trunc(ys + slope * t + 0.5), Math.trunc(ys + slope * (t + 1) + 0.5));

/** The last point of a walk along y before it comes to the other side of `middle`. */
function steepCrossing(middle: number, xs: number, ys: number, slope: number): number {
  const past = (t: number) => {
    const x = Math.trunc(xs + slope * t + 0.5);
    return slope > 0 ? x > middle : x <= middle;
  };
  let t = Math.max(1, Math.round((middle + 0.5 - xs) / slope));
  while (t > 1 && past(t - 1)) t--;
  while (!past(t)) t++;
  return ys + t - 1;
}
