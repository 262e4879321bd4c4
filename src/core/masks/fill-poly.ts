import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import { maskFromBitmap } from './bitmap.ts';
import type { Ring } from './fill-rings.ts';
import { drawLine, type LineEnds } from './line.ts';
import type { Mask } from './mask.ts';
import { requireMaskSize } from './mask-size.ts';

/** Slopes and positions of edges are whole numbers of 1 / 65536 pixel, as in OpenCV. */
const unit = 65536;

interface Edge {
  /** Rows from `top` up to `bottom`, that one left out. */
  readonly top: number;
  readonly bottom: number;
  /** Position at `top`, and the change a row, in `unit`s. */
  readonly x: number;
  readonly slope: number;
}

/**
 * Fills a set of contours as OpenCV's fillPoly (8-connected, no shift): even-odd over all of them together, the
 * outlines covered too, cut at the frame. One or two points give a point or a line.
 * Coordinates are int32 there: pass whole numbers (`Math.trunc`), a pixel's number meaning its centre.
 * @throws MaskError when a coordinate is no whole number of 32 bits
 */
export function fillPoly(contours: readonly Ring[], size: SizeHw): Mask {
  requireMaskSize(size);
  for (const contour of contours) for (const point of contour) requireInt32(point);
  const [h, w] = size;
  const picture = new Uint8Array(h * w);
  const edges: Edge[] = [];
  for (const contour of contours) {
    for (const [i, to] of contour.entries()) {
      const from = contour[i === 0 ? contour.length - 1 : i - 1]!;
      const ends: LineEnds = { x0: from[0], y0: from[1], x1: to[0], y1: to[1] };
      drawLine(picture, size, ends);
      if (from[1] !== to[1]) edges.push(edgeOf(ends));
    }
  }
  fillBetween(picture, size, edges);
  return maskFromBitmap(picture, size);
}

function requireInt32(point: readonly number[]): void {
  if ((point[0]! | 0) !== point[0] || (point[1]! | 0) !== point[1]) {
    throw new MaskError(`fillPoly takes whole numbers of 32 bits, got (${point[0]}, ${point[1]})`);
  }
}

function edgeOf({ x0, y0, x1, y1 }: LineEnds): Edge {
  const slope = Math.trunc(((x1 - x0) * unit) / (y1 - y0));
  return y0 < y1 ? { top: y0, bottom: y1, x: x0 * unit, slope } : { top: y1, bottom: y0, x: x1 * unit, slope };
}

function fillBetween(picture: Uint8Array, [h, w]: SizeHw, edges: Edge[]): void {
  edges.sort((a, b) => a.top - b.top);
  let active: Edge[] = [];
  let next = 0;
  for (let y = 0; y < h; y++) {
    while (next < edges.length && edges[next]!.top <= y) active.push(edges[next++]!);
    active = active.filter((edge) => edge.bottom > y);
    const crossings = active.map((edge) => edge.x + (y - edge.top) * edge.slope).sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil(crossings[i]! / unit));
      const to = Math.min(w - 1, Math.floor(crossings[i + 1]! / unit));
      if (from <= to) picture.fill(1, y * w + from, y * w + to + 1);
    }
  }
}
