import type { SizeHw } from '../base/geometry.ts';

/** A line between two pixels, both included. */
export interface LineEnds {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Sets the pixels of an 8-connected line as OpenCV's LineIterator: cut at the frame first, drawn left to right. */
export function drawLine(picture: Uint8Array, size: SizeHw, ends: LineEnds): void {
  const cut = { ...ends };
  if (!clipLine(cut, size)) return;
  const width = size[1];
  const rightward = cut.x1 >= cut.x0;
  const x = rightward ? cut.x0 : cut.x1;
  const y = rightward ? cut.y0 : cut.y1;
  const dx = Math.abs(cut.x1 - cut.x0);
  const rise = (rightward ? 1 : -1) * (cut.y1 - cut.y0);
  const row = rise < 0 ? -width : width;
  const dy = Math.abs(rise);
  if (dy > dx) stepLine(picture, y * width + x, dy, dx, row, 1);
  else stepLine(picture, y * width + x, dx, dy, 1, row);
}

/** Bresenham: `long` steps of `stride`, `short` of which also go aside. */
function stepLine(picture: Uint8Array, from: number, long: number, short: number, stride: number, aside: number): void {
  let error = long - 2 * short;
  let at = from;
  for (let i = 0; i <= long; i++) {
    picture[at] = 1;
    at += stride;
    if (error < 0) {
      error += 2 * long;
      at += aside;
    }
    error -= 2 * short;
  }
}

/** Cuts a line at the frame in OpenCV's whole-number steps; false when nothing is left inside. */
function clipLine(line: LineEnds, [h, w]: SizeHw): boolean {
  if (h <= 0 || w <= 0) return false;
  let a = outside(line.x0, line.y0, h, w);
  let b = outside(line.x1, line.y1, h, w);
  if ((a & b) !== 0 || (a | b) === 0) return (a | b) === 0;
  if ((a & 12) !== 0) {
    const y = a < 8 ? 0 : h - 1;
    line.x0 += Math.trunc(((y - line.y0) * (line.x1 - line.x0)) / (line.y1 - line.y0));
    line.y0 = y;
    a = besides(line.x0, w);
  }
  if ((b & 12) !== 0) {
    const y = b < 8 ? 0 : h - 1;
    line.x1 += Math.trunc(((y - line.y1) * (line.x1 - line.x0)) / (line.y1 - line.y0));
    line.y1 = y;
    b = besides(line.x1, w);
  }
  if ((a & b) !== 0 || (a | b) === 0) return (a | b) === 0;
  if (a !== 0) {
    const x = a === 1 ? 0 : w - 1;
    line.y0 += Math.trunc(((x - line.x0) * (line.y1 - line.y0)) / (line.x1 - line.x0));
    line.x0 = x;
  }
  if (b !== 0) {
    const x = b === 1 ? 0 : w - 1;
    line.y1 += Math.trunc(((x - line.x1) * (line.y1 - line.y0)) / (line.x1 - line.x0));
    line.x1 = x;
  }
  return true;
}

const besides = (x: number, w: number): number => (x < 0 ? 1 : x > w - 1 ? 2 : 0);
const outside = (x: number, y: number, h: number, w: number): number => besides(x, w) + (y < 0 ? 4 : y > h - 1 ? 8 : 0);
