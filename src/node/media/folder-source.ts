import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MediaError } from '../../core/base/index.ts';
import { Frame, type FrameSource, type SourceInfo } from '../../core/media/index.ts';
import { type FrameReader, sourceOf } from './frame-reader.ts';
import { decodeImage, imageSize } from './image-file.ts';
import { notMedia, readHead } from './media-file.ts';
import { naturalOrder } from './natural-order.ts';
import { sniffMedia } from './sniff-media.ts';
import { defaultFps, defaultImagePixels, frameRange, type OpenSourceOptions } from './source-options.ts';

/**
 * The pictures of a folder in natural order, as frames of a video. Hidden files and files that are no pictures
 * (by name or content) are left out; all pictures must have the size of the first.
 */
export async function openFolder(
  path: string,
  options: OpenSourceOptions = {},
  signal?: AbortSignal,
): Promise<FrameSource> {
  const names = await listFrames(path);
  if (names.length === 0) throw notMedia(path, 'a folder without pictures', 'a folder of pictures');
  const first = join(path, names[0]!);
  const size = await imageSize(await frameInput(first), first);
  signal?.throwIfAborted();
  const fps = options.fps ?? defaultFps;
  const info: SourceInfo = { path, kind: 'folder', ...size, fps, frames: names.length };
  const reader = folderReader(path, names, info, fps, options.maxPixels ?? defaultImagePixels);
  return sourceOf(reader, info, frameRange(options), signal);
}

/** Names of the pictures in a folder, in natural order. */
export async function listFrames(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const kept: string[] = [];
  for (const name of names) if (await isPicture(path, name)) kept.push(name);
  return kept.sort(naturalOrder);
}

/** A file named like a picture counts even if broken: leaving it out would shift all frames behind it. */
async function isPicture(folder: string, name: string): Promise<boolean> {
  if (/\.(jpe?g|png|webp|avif|gif|tiff?)$/i.test(name)) return true;
  const head = await readHead(join(folder, name)).catch(() => new Uint8Array());
  return sniffMedia(head).kind === 'image';
}

function folderReader(
  folder: string,
  names: readonly string[],
  { width, height }: SourceInfo,
  fps: number,
  maxPixels: number,
): FrameReader {
  let at = 0;
  return {
    async read(index) {
      const name = names[at++];
      if (name === undefined) return null;
      const file = join(folder, name);
      const image = await decodeImage(await frameInput(file), file, maxPixels);
      if (image.width !== width || image.height !== height) {
        throw mixedSizes(file, image, `${width} x ${height} of ${names[0]}`);
      }
      return new Frame({ ...image, index, time: index / fps });
    },
    skip: async () => at++ < names.length,
    close: async () => {
      at = names.length;
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
