import { fileURLToPath } from 'node:url';
import { InputError } from '../../core/base/index.ts';
import type { FrameSource } from '../../core/media/index.ts';
import { openFolder } from './folder-source.ts';
import { openImage } from './image-source.ts';
import { openCamera, openStream } from './live-source.ts';
import { inspectMedia, notMedia } from './media-file.ts';
import { checkSourceOptions, type OpenSourceOptions } from './source-options.ts';
import { openStdin } from './stdin-source.ts';
import { openVideo } from './video-source.ts';

/**
 * Opens whatever a user names: a picture, a video file, a folder of frames, `camera:0`, `rtsp://...`,
 * `http(s)://...`, `-` for standard input, or `scheme:...` of `options.schemes`. Content, not the name, tells what a
 * file is. Frames are decoded when they are asked for; leaving the loop or `close()` frees everything.
 * @throws MediaError where it cannot be opened, InputError where an option is wrong
 */
export async function openSource(
  path: string,
  options: OpenSourceOptions = {},
  signal?: AbortSignal,
): Promise<FrameSource> {
  signal?.throwIfAborted();
  checkSourceOptions(options);
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(path) ?? [];
  const opener = Object.hasOwn(options.schemes ?? {}, scheme) ? options.schemes![scheme] : undefined;
  if (opener !== undefined) return opener(rest, options, signal);
  if (path === '-') return openStdin(options, signal);
  if (scheme === 'camera') return openCamera(cameraNumber(rest), options, signal);
  if (/^(rtsps?|https?)$/i.test(scheme)) return openStream(path, options, signal);
  return openPath(scheme === 'file' ? fileURLToPath(path) : path, options, signal);
}

async function openPath(
  path: string,
  options: OpenSourceOptions,
  signal: AbortSignal | undefined,
): Promise<FrameSource> {
  const found = await inspectMedia(path);
  if (found.kind === 'folder') return openFolder(path, options, signal);
  const { format } = found;
  if (format.kind === 'other') throw notMedia(path, format.name);
  if (format.kind === 'video') return openVideo(path, format.demuxer, options, signal);
  // A JPEG and a row of JPEGs begin alike: here, and only here, the name decides.
  if (format.name === 'JPEG' && /\.mjpe?g$/i.test(path)) return openVideo(path, 'mjpeg', options, signal);
  return openImage(path, path, options, signal);
}

function cameraNumber(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InputError(`camera:${text}: expected a number after "camera:"`, {
    remedy: 'Use camera:0 for the first one.',
  });
}
