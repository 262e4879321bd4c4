import type { FrameSource, SourceInfo } from '../../core/media/index.ts';
import { type FrameReader, sourceOf } from './frame-reader.ts';
import { PixelPool } from './pixel-pool.ts';
import { defaultFps, defaultVideoPixels, frameRange, type OpenSourceOptions } from './source-options.ts';
import { VideoDecoder } from './video-decoder.ts';

/**
 * A video file, decoded frame by frame as it is asked for. Times come from the presentation times of the
 * container, so a variable frame rate is kept.
 * @param demuxer FFmpeg's name of the container, as `sniffMedia` tells it
 */
export async function openVideo(
  path: string,
  demuxer: string,
  options: OpenSourceOptions = {},
  signal?: AbortSignal,
): Promise<FrameSource> {
  const maxPixels = options.maxPixels ?? defaultVideoPixels;
  const input = { protocol_whitelist: 'file' };
  const decoder = await VideoDecoder.open(`file:${path}`, { name: path, demuxer, input, maxPixels }, signal);
  return sourceOf(videoReader(decoder), videoInfo(path, decoder), frameRange(options), signal);
}

export function videoInfo(path: string, { width, height, fps, frames }: VideoDecoder): SourceInfo {
  return { path, kind: 'video', width, height, fps, frames };
}

/** Pull-based: nothing is decoded before it is asked for. */
export function videoReader(decoder: VideoDecoder): FrameReader {
  const pool = new PixelPool(decoder.width, decoder.height);
  return {
    async read(index) {
      if (!(await decoder.next())) return null;
      const pixels = pool.take();
      await decoder.writeRgb(pixels);
      return pool.frame(pixels, index, decoder.time ?? index / (decoder.fps ?? defaultFps));
    },
    skip: () => decoder.next(),
    interrupt: () => decoder.interrupt(),
    close: () => decoder.close(),
  };
}
