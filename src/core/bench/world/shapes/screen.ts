import type { Point } from '../../../base/geometry.ts';
import type { Part } from '../canvas.ts';
import { mix, over, type Rgb } from '../palette.ts';
import { boundsOf, polygonDistance } from './outline.ts';

/** A folding screen of three panels, standing in a zigzag. */
export function screen(look: { width: number; height: number; paint: Rgb }, x: number, ground: number): Part[] {
  const { width, height, paint } = look;
  const [left, top, panel] = [x - width / 2, ground - height, width / 3];
  const zig = height * 0.035;
  const outline: Point[] = [
    [left, ground],
    [left, top],
    [left + panel, top + zig],
    [left + 2 * panel, top],
    [left + width, top + zig],
    [left + width, ground - zig],
    [left + 2 * panel, ground],
    [left + panel, ground - zig],
  ];
  return [
    {
      box: boundsOf(outline),
      distance: polygonDistance(outline),
      paint: (px, py, out) => {
        const at = Math.min(2, Math.max(0, Math.floor((px - left) / panel)));
        const across = (px - left) / panel - at;
        const facing = at === 1 ? 0.84 : 1;
        mix(out, paint, facing * (1.04 - 0.2 * ((py - top) / height)) - 0.06 * across);
        const edge = Math.min(across, 1 - across) * panel;
        over(out, [paint[0] * 0.55, paint[1] * 0.5, paint[2] * 0.45], 1.6 - edge);
        const inset = Math.min(edge - 6, py - top - 10, ground - 10 - py);
        over(out, [paint[0] * 0.8, paint[1] * 0.76, paint[2] * 0.7], 0.8 - Math.abs(inset));
      },
    },
  ];
}
