import { Frame, type FrameSource, type SourceInfo } from '../../core/media/index.ts';
import { type FrameReader, sourceOf } from './frame-reader.ts';
import { decodeImage, type RgbImage } from './image-file.ts';
import { defaultImagePixels, frameRange, type OpenSourceOptions } from './source-options.ts';

/** A source of one frame. The picture is decoded at once, so that a broken one fails when it is opened. */
export async function openImage(
  input: string | Uint8Array,
  path: string,
  options: OpenSourceOptions = {},
  signal?: AbortSignal,
): Promise<FrameSource> {
  const image = await decodeImage(input, path, options.maxPixels ?? defaultImagePixels);
  signal?.throwIfAborted();
  const { width, height } = image;
  const info: SourceInfo = { path, kind: 'image', width, height, fps: null, frames: 1 };
  return sourceOf(imageReader(image), info, frameRange(options), signal);
}

function imageReader(image: RgbImage): FrameReader {
  let left: RgbImage | null = image;
  const take = () => {
    const taken = left;
    left = null;
    return taken;
  };
  return {
    read: async (index) => {
      const taken = take();
      return taken && new Frame({ ...taken, index, time: 0 });
    },
    skip: async () => take() !== null,
    close: async () => void take(),
  };
}
