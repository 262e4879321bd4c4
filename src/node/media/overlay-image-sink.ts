import { extname } from 'node:path';
import { InputError } from '../../core/base/index.ts';
import { drawOverlay, type FrameSink, type OverlayOptions } from '../../core/media/index.ts';
import { writeAtomically } from './atomic-file.ts';
import { loadSharp } from './load-sharp.ts';

/**
 * Writes the overlay of a picture to one file (`.png`, `.jpg` or `.webp` by its name). Given several frames, each
 * replaces the one before: the file shows the newest.
 */
export function overlayImageSink(path: string, options: OverlayOptions = {}): FrameSink {
  const format = imageFormat(path);
  return {
    async write(frame, objects) {
      const sharp = await loadSharp();
      const { width, height } = frame;
      const pixels = drawOverlay(frame, objects, options);
      const picture = sharp(pixels, { raw: { width, height, channels: 3 } });
      await writeAtomically(path, await picture.toFormat(format, format === 'png' ? {} : { quality: 92 }).toBuffer());
    },
    async close() {},
  };
}

function imageFormat(path: string): 'png' | 'jpeg' | 'webp' {
  const formats: Record<string, 'png' | 'jpeg' | 'webp'> = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg', webp: 'webp' };
  const format = formats[extname(path).slice(1).toLowerCase()];
  if (format !== undefined) return format;
  throw new InputError(`${path}: an overlay picture is .png, .jpg or .webp`, { remedy: 'Use such a file name.' });
}
