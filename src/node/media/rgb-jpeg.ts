import { loadSharp } from './load-sharp.ts';

/** An RGB picture as a JPEG. The same pixels give the same bytes. @param quality 1..100 */
export async function encodeJpeg(
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Uint8Array },
  quality = 80,
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
}
