import type { Random } from '../../src/core/base/random.ts';
import { readPngChunks, writePngChunks } from '../../src/node/media/png-chunks.ts';
import { damageBytes } from './damage-bytes.ts';

/** Headers that lie, with checksums that are right. */
export function damagePng(bytes: Uint8Array, random: Random): Uint8Array {
  let chunks: ReturnType<typeof readPngChunks>;
  try {
    chunks = readPngChunks(bytes).map(({ type, data }) => ({ type, data: data.slice() }));
  } catch {
    return damageBytes(bytes, random);
  }
  const head = new DataView(chunks[0]!.data.buffer);
  const sides = [0, 1, 5, 7, 9999, 65_535, 1_000_000, 0x7fffffff, 0xffffffff];
  switch (random.int(0, 4)) {
    case 0:
      head.setUint32(0, random.pick(sides));
      break;
    case 1:
      head.setUint32(4, random.pick(sides));
      break;
    case 2:
      head.setUint8(random.int(8, 12), random.int(0, 255));
      break;
    case 3:
      chunks.splice(random.int(0, chunks.length - 1), 1);
      break;
    default: {
      const { data } = random.pick(chunks);
      if (data.length > 0) data[random.int(0, data.length - 1)] = random.int(0, 255);
    }
  }
  return writePngChunks(chunks.filter(({ type }) => type !== 'IEND'));
}

/** A frame header (SOF0) of 65,535 x 65,535 pixels. */
export function claimHugeJpeg(bytes: Uint8Array, random: Random): Uint8Array {
  const out = bytes.slice();
  const at = out.findIndex((byte, i) => byte === 0xff && out[i + 1] === 0xc0);
  if (at < 0) return damageBytes(bytes, random);
  for (let i = 5; i < 9; i++) out[at + i] = random.pick([0, 1, 255]);
  return out;
}
