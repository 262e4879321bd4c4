import { MediaError, toError } from '../../core/base/index.ts';
import { loadSharp } from './load-sharp.ts';
import { requirePixels } from './media-file.ts';

/** RGB, 8 bits, row by row. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Size of a picture as it is shown, that is after EXIF orientation. Reads the header only. */
export async function imageSize(input: string | Uint8Array, name: string): Promise<{ width: number; height: number }> {
  const sharp = await loadSharp();
  try {
    const { width, height, orientation = 1 } = await sharp(input, { limitInputPixels: false }).metadata();
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch (thrown) {
    throw brokenImage(name, thrown);
  }
}

/**
 * Decodes a picture to sRGB: EXIF orientation applied, 16 bits reduced to 8, transparent parts over white,
 * of an animation the first frame.
 * @throws MediaError where it is broken or cut off, `media-limit` where it has more than `maxPixels`
 */
export async function decodeImage(input: string | Uint8Array, name: string, maxPixels: number): Promise<RgbImage> {
  const sharp = await loadSharp();
  const size = await imageSize(input, name);
  requirePixels(name, size.width, size.height, maxPixels);
  try {
    const { data, info } = await sharp(input, { failOn: 'error', limitInputPixels: false, animated: false })
      .autoOrient()
      .toColourspace('srgb')
      .flatten({ background: '#ffffff' })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data: threeChannels(data, info.channels) };
  } catch (thrown) {
    throw brokenImage(name, thrown);
  }
}

function threeChannels(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const out = new Uint8Array((data.length / channels) * 3);
  const step = channels > 3 ? 1 : 0;
  for (let from = 0, to = 0; to < out.length; from += channels, to += 3) {
    out[to] = data[from]!;
    out[to + 1] = data[from + step]!;
    out[to + 2] = data[from + 2 * step]!;
  }
  return out;
}

function brokenImage(name: string, thrown: unknown): MediaError {
  const cause = toError(thrown);
  const reason = cause.message.split('\n')[0]!.replace(/^Input (buffer|file) /, '');
  return new MediaError(`${name}: the picture is broken or cut off (${reason})`, {
    cause,
    details: { path: name },
    remedy: 'Open it in a picture viewer, or fetch the file again.',
  });
}
