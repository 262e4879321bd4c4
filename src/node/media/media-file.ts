import { open, stat } from 'node:fs/promises';
import { MediaError } from '../../core/base/index.ts';
import { type MediaFormat, sniffLength, sniffMedia } from './sniff-media.ts';

/** What lies at a path: a folder, or a file with the format that its first bytes tell. */
export type MediaFile = { readonly kind: 'folder' } | { readonly kind: 'file'; readonly format: MediaFormat };

/** @throws MediaError where nothing can be read at `path` */
export async function inspectMedia(path: string): Promise<MediaFile> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) return { kind: 'folder' };
    if (!about.isFile()) throw new Error('it is neither a file nor a folder');
    return { kind: 'file', format: sniffMedia(await readHead(path)) };
  } catch (thrown) {
    throw unreadable(path, thrown as NodeJS.ErrnoException);
  }
}

/** The first bytes of a file, as many as `sniffMedia` needs. */
export async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(sniffLength), 0, sniffLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function unreadable(path: string, cause: NodeJS.ErrnoException): MediaError {
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'it may not be read by this user',
    ENAMETOOLONG: 'the name is too long',
  };
  const reason = reasons[cause.code ?? ''] ?? cause.message;
  return new MediaError(`${path}: ${reason}`, {
    cause,
    details: { path, code: cause.code },
    remedy: 'Check the path and its permissions.',
  });
}

/** @throws MediaError saying what was found at `path` instead of a picture or video */
export function notMedia(path: string, found: string, wanted = 'a picture or video'): MediaError {
  return new MediaError(`${path}: expected ${wanted}, found ${found}`, {
    details: { path, found },
    remedy: 'Give a JPEG, PNG, WebP, AVIF, GIF or TIFF picture, a video file, or a folder of pictures.',
  });
}

/** @throws MediaError `media-limit` where a picture has more pixels than allowed */
export function requirePixels(path: string, width: number, height: number, maxPixels: number): void {
  if (width * height <= maxPixels) return;
  throw new MediaError(`${path}: ${width} x ${height} pixels are more than the limit of ${maxPixels}`, {
    code: 'media-limit',
    details: { path, width, height, maxPixels },
    remedy: `Scale it down, or raise the limit (maxPixels) to ${width * height} or more.`,
  });
}
