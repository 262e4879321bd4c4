import type { SizeHw } from '../base/geometry.ts';
import { Mask } from './mask.ts';
import { runsBetween } from './run-writer.ts';

/**
 * The mask whose value flips at each of the positions x * h + y, in any order; equal ones cancel in pairs.
 * `flips` is sorted in place and belongs to the function.
 */
export function maskFromFlips(flips: Uint32Array, size: SizeHw): Mask {
  const total = size[0] * size[1];
  flips.sort();
  let used = 0;
  for (let i = 0; i < flips.length; ) {
    let end = i + 1;
    while (end < flips.length && flips[end] === flips[i]) end++;
    if ((end - i) % 2 === 1 && flips[i]! < total) flips[used++] = flips[i]!;
    i = end;
  }
  return new Mask([size[0], size[1]], runsBetween(flips, 0, used, total));
}
