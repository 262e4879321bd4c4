import type { Mask } from './mask.ts';
import { erodeMask } from './morphology.ts';
import { subtractMask } from './set-algebra.ts';

/**
 * The set pixels that have an unset one among their 4 (or 8) neighbours.
 * The frame's edge is no boundary: an object that the frame cuts off has none there.
 */
export function maskBoundary(mask: Mask, { neighbours = 4 }: { neighbours?: 4 | 8 } = {}): Mask {
  return subtractMask(mask, erodeMask(mask, neighbours === 4 ? 1 : 1.5));
}
