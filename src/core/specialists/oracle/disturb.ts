import { type Random, seededRandom } from '../../base/random.ts';
import type { Mask } from '../../masks/mask.ts';
import { dilateMask, erodeMask } from '../../masks/morphology.ts';
import { translateMask } from '../../masks/place.ts';

/** A source of faults that depends on seed, frame, object and kind of fault only. */
export function faultsOf(seed: number, frame: number, id: number, kind: number): Random {
  const mixed = [frame, id, kind].reduce(
    (hash, part) => Math.imul(hash ^ (part + 0x7f4a7c15), 0x2c1b3c6d) ^ (hash >>> 13),
    seed | 0,
  );
  return seededRandom(mixed);
}

/** The mask grown or shrunk and moved by normal amounts; the mask itself where nothing of it would be left. */
export function jitterMask(mask: Mask, px: number, random: Random): Mask {
  if (px <= 0 || mask.isEmpty) return mask;
  const growth = px * random.normal();
  const moved = translateMask(mask, Math.round((px / 2) * random.normal()), Math.round((px / 2) * random.normal()));
  const changed = growth > 0 ? dilateMask(moved, growth) : erodeMask(moved, -growth);
  return changed.isEmpty ? mask : changed;
}

/** The vector with a random one of about that length added, of length 1 again. */
export function disturbVector(vector: Float32Array, length: number, random: Random): Float32Array {
  if (length <= 0) return vector;
  const step = length / Math.sqrt(vector.length);
  const out = vector.map((value) => value + step * random.normal());
  const norm = Math.sqrt(out.reduce((sum, value) => sum + value * value, 0));
  return norm > 0 ? out.map((value) => value / norm) : vector;
}
