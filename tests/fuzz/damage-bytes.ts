import type { Random } from '../../src/core/base/random.ts';

/** Cuts, flips, inserts, drops or doubles bytes of any file, or replaces them all. */
export function damageBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.int(0, bytes.length);
  const noise = () => Uint8Array.from({ length: random.int(1, 40) }, () => random.int(0, 255));
  switch (random.int(0, 5)) {
    case 0:
      return bytes.slice(0, at);
    case 1: {
      const flipped = bytes.slice();
      for (let n = random.int(1, 8); n > 0 && flipped.length > 0; n--)
        flipped[random.int(0, flipped.length - 1)]! ^= 1 << random.int(0, 7);
      return flipped;
    }
    case 2:
      return Buffer.concat([bytes.subarray(0, at), noise(), bytes.subarray(at)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + random.int(1, 30)))]);
    case 4:
      return Buffer.concat([bytes, bytes.subarray(at)]);
    default:
      return random.int(0, 1) === 0 ? noise() : new Uint8Array(0);
  }
}
