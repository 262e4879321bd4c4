import { crc32 } from './crc32.ts';

/** One chunk of a PNG file (ISO/IEC 15948, clause 5.3). */
export interface PngChunk {
  /** Four letters. */
  readonly type: string;
  readonly data: Uint8Array;
}

export const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Chunks up to IEND. @throws Error where the signature, a length or a checksum is wrong */
export function readPngChunks(bytes: Uint8Array): PngChunk[] {
  if (pngSignature.some((byte, i) => bytes[i] !== byte)) throw new Error('it is no PNG file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (length > bytes.length - at - 12) break;
    const body = bytes.subarray(at + 4, at + 8 + length);
    if (crc32(body) !== view.getUint32(at + 8 + length)) throw new Error('a checksum is wrong');
    const type = String.fromCharCode(...body.subarray(0, 4));
    chunks.push({ type, data: body.subarray(4) });
    if (type === 'IEND') return chunks;
    at += 12 + length;
  }
  throw new Error('it is cut off');
}

/** A whole PNG file; IEND is added. */
export function writePngChunks(chunks: readonly PngChunk[]): Uint8Array {
  const all = [...chunks, { type: 'IEND', data: new Uint8Array(0) }];
  const out = new Uint8Array(all.reduce((sum, { data }) => sum + data.length + 12, 8));
  const view = new DataView(out.buffer);
  out.set(pngSignature);
  let at = 8;
  for (const { type, data } of all) {
    view.setUint32(at, data.length);
    for (let i = 0; i < 4; i++) out[at + 4 + i] = type.charCodeAt(i);
    out.set(data, at + 8);
    view.setUint32(at + 8 + data.length, crc32(out.subarray(at + 4, at + 8 + data.length)));
    at += data.length + 12;
  }
  return out;
}
