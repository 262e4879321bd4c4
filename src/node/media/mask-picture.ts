import { type Mask, maskToBitmap } from '../../core/masks/index.ts';
import { writeAtomically } from './atomic-file.ts';
import { loadSharp } from './load-sharp.ts';

/** Writes a mask as a grey PNG of 8 bits, 0 and 255: what evaluation servers and most tools read. */
export async function writeMaskPicture(path: string, mask: Mask): Promise<void> {
  const sharp = await loadSharp();
  const [height, width] = mask.size;
  const pixels = maskToBitmap(mask).map((bit) => bit * 255);
  const png = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 9 })
    .toBuffer();
  await writeAtomically(path, png);
}
