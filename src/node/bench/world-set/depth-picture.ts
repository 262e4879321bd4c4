import { loadSharp } from '../../media/load-sharp.ts';

/** Depth as a grey PNG of 16 bits: millimetres along the line of sight, 65535 for farther and for nothing at all. */
export async function depthPicture(
  metres: Float32Array,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const millimetres = Uint16Array.from(metres, (m) => Math.min(65535, Math.round(m * 1000)));
  return sharp(millimetres, { raw: { width, height, channels: 1 } })
    .toColourspace('grey16')
    .png({ compressionLevel: 6 })
    .toBuffer();
}
