import { basename } from 'node:path';
import { InputError, MediaError } from '../../core/base/index.ts';
import { Frame, type FrameSource, type SourceInfo } from '../../core/media/index.ts';
import { type FrameReader, sourceOf } from './frame-reader.ts';
import { decodeImage, imageSize } from './image-file.ts';
import { notMedia, readHead } from './media-file.ts';
import { sniffMedia } from './sniff-media.ts';
import { defaultFps, defaultImagePixels, frameRange, type OpenSourceOptions } from './source-options.ts';

/**
 * Pictures as frames of a video, in the order given; all must have the size of the first.
 * @param name what the source is called in messages and results
 */
export async function openPictures(
  name: string,
  paths: readonly string[],
  options: OpenSourceOptions = {},
  signal?: AbortSignal,
): Promise<FrameSource> {
  const first = paths[0];
  if (first === undefined) throw new InputError(`${name} has no frames`);
  const size = await imageSize(await frameInput(first), first);
  signal?.throwIfAborted();
  const fps = options.fps ?? defaultFps;
  const info: SourceInfo = { path: name, kind: 'folder', ...size, fps, frames: paths.length };
  const reader = listReader(paths, info, fps, options.maxPixels ?? defaultImagePixels);
  return sourceOf(reader, info, frameRange(options), signal);
}

function listReader(
  paths: readonly string[],
  { width, height }: SourceInfo,
  fps: number,
  maxPixels: number,
): FrameReader {
  let at = 0;
  return {
    async read(index) {
      const file = paths[at++];
      if (file === undefined) return null;
      const image = await decodeImage(await frameInput(file), file, maxPixels);
      if (image.width !== width || image.height !== height) {
        throw mixedSizes(file, image, `${width} x ${height} of ${basename(paths[0]!)}`);
      }
      return new Frame({ ...image, index, time: index / fps });
    },
    skip: async () => at++ < paths.length,
    close: async () => {
      at = paths.length;
    },
  };
}

async function frameInput(file: string): Promise<string> {
  const format = sniffMedia(await readHead(file));
  if (format.kind !== 'image') throw notMedia(file, format.name, 'a picture');
  return file;
}

function mixedSizes(file: string, { width, height }: { width: number; height: number }, expected: string): MediaError {
  return new MediaError(`${file}: its size ${width} x ${height} differs from the ${expected}`, {
    details: { file, width, height },
    remedy: 'All frames of a folder must have one size: scale this one or move it away.',
  });
}
