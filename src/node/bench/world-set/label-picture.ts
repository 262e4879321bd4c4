import type { TruthObject } from '../../../core/bench/world/index.ts';
import { paintMask } from '../../../core/masks/index.ts';
import { encodeIndexedPng } from '../../media/indexed-png.ts';

/** The ids of what can be seen as a PNG with the DAVIS palette, 0 where nothing is; scenes have fewer than 256 ids. */
export function labelPicture(
  objects: readonly TruthObject[],
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const labels = new Uint8Array(width * height);
  for (const { id, mask } of objects) paintMask(mask, labels, id);
  return encodeIndexedPng({ labels, width, height });
}
