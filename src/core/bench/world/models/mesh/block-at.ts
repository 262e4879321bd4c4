import type { Mesh } from '../contract.ts';
import type { Point } from './mesh-builder.ts';
import { moved } from './moved.ts';
import { roundedBox } from './rounded-box.ts';

/** A box of [width, height, depth] whose underside's middle is at `foot`. */
export function blockAt([w, h, d]: Point, [x, y, z]: Point, bevel = 0.004): Mesh {
  return moved(roundedBox(w, h, d, bevel), x, y + h / 2, z);
}
