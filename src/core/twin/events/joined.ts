import { boxGap } from '../../base/geometry.ts';
import { connectedComponents } from '../../masks/components.ts';
import type { Mask } from '../../masks/mask.ts';
import { unionMasks } from '../../masks/set-algebra.ts';

/** True if pixels of one mask meet pixels of the other, corners count: together they have fewer connected parts. */
export function areJoined(a: Mask, b: Mask): boolean {
  if (a.isEmpty || b.isEmpty || boxGap(a.bbox, b.bbox) > 0) return false;
  const apart = connectedComponents(a).length + connectedComponents(b).length;
  return connectedComponents(unionMasks(a, b)).length < apart;
}
