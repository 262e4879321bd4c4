import type { Point } from '../../../base/geometry.ts';
import type { Part } from '../canvas.ts';
import { mix, over, type Rgb } from '../palette.ts';
import { boundsOf, polygonDistance } from './outline.ts';

export interface BoxLook {
  /** Front face, units. */
  readonly width: number;
  readonly height: number;
  /** How far the top and the right side reach back in the picture. */
  readonly back: number;
  readonly paint: Rgb;
  /** Vertical stripes on the front in a second paint. */
  readonly stripes?: Rgb;
  /** A band across the front, as of a parcel or a printed label. */
  readonly band?: Rgb;
}

/** A box seen from the front, a little from above and from the right. */
export function box(look: BoxLook, x: number, ground: number): Part[] {
  const { width: w, height: h, back } = look;
  const [left, right, top] = [x - w / 2, x + w / 2, ground - h];
  const [dx, dy] = [back * 0.7, back * 0.55];
  const outline: Point[] = [
    [left, ground],
    [left, top],
    [left + dx, top - dy],
    [right + dx, top - dy],
    [right + dx, ground - dy],
    [right, ground],
  ];
  return [
    {
      box: boundsOf(outline),
      distance: polygonDistance(outline),
      paint: (px, py, out) => {
        mix(out, look.paint, 0.94 - 0.14 * ((py - top) / h));
        printFront(look, px - left, (py - top) / h, out);
        shadeFaces(look.paint, px - right, top - py, dx, dy, out);
      },
    },
  ];
}

function printFront({ width, stripes, band }: BoxLook, across: number, down: number, out: Float32Array): void {
  if (stripes !== undefined) {
    const period = width / 4;
    const phase = Math.abs((across / period) % 1) * period;
    over(out, stripes, 0.5 + Math.min(phase - period * 0.25, period * 0.75 - phase));
  }
  if (band !== undefined) over(out, band, 0.5 + Math.min(down - 0.36, 0.62 - down) * 40);
}

/** Paints the side where `beside` > 0 and the top where `above` > 0; the ridge between them runs along (dx, dy). */
function shadeFaces(paint: Rgb, beside: number, above: number, dx: number, dy: number, out: Float32Array): void {
  const side = ridge(paint, 0.62);
  const top = ridge(paint, 1.12);
  over(out, side, 0.5 + beside);
  const onTop = beside > 0 ? Math.min(above, above - (beside * dy) / dx) : above;
  over(out, top, 0.5 + onTop);
  const edge = Math.max(0, 1 - Math.abs(onTop) / 0.9) * (beside > 1 ? 0 : 0.35);
  over(out, ridge(paint, 1.3, 24), edge);
}

const ridge = ([r, g, b]: Rgb, k: number, add = 8): Rgb => [r * k + add, g * k + add, b * k + add];
