import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameSource } from '../../core/media/index.ts';
import { notMedia, readHead } from './media-file.ts';
import { naturalOrder } from './natural-order.ts';
import { openPictures } from './picture-list.ts';
import { sniffMedia } from './sniff-media.ts';
import type { OpenSourceOptions } from './source-options.ts';

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
  return openPictures(
    path,
    names.map((name) => join(path, name)),
    options,
    signal,
  );
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
