import { MediaError } from '../../core/base/index.ts';
import { Frame, type FrameSource, type SourceInfo } from '../../core/media/index.ts';
import { ByteReader } from './byte-reader.ts';
import { type FrameReader, sourceOf } from './frame-reader.ts';
import { decodeImage, imageSize } from './image-file.ts';
import { openImage } from './image-source.ts';
import { MjpegSplitter } from './mjpeg-splitter.ts';
import { PixelPool } from './pixel-pool.ts';
import { sniffLength, sniffMedia } from './sniff-media.ts';
import {
  defaultFps,
  defaultImagePixels,
  defaultVideoPixels,
  frameRange,
  type OpenSourceOptions,
} from './source-options.ts';

/**
 * Frames from standard input: raw RGB where `rawSize` is given, else JPEG pictures one after another (MJPEG) or
 * one picture of another kind. A slow reader makes the sender wait; nothing is dropped.
 */
export async function openStdin(options: OpenSourceOptions = {}, signal?: AbortSignal): Promise<FrameSource> {
  const bytes = new ByteReader(options.stdin ?? process.stdin);
  if (options.rawSize !== undefined) return openRaw(bytes, options.rawSize, options, signal);
  const head = new Uint8Array(sniffLength);
  const got = head.subarray(0, await bytes.fill(head));
  bytes.unread(got);
  const format = sniffMedia(got);
  if (format.kind !== 'image') throw notFrames(got.length === 0 ? 'nothing' : format.name);
  return format.name === 'JPEG' ? openMjpeg(bytes, options, signal) : openPiped(bytes, options, signal);
}

function openRaw(
  bytes: ByteReader,
  [width, height]: readonly [number, number],
  options: OpenSourceOptions,
  signal: AbortSignal | undefined,
): FrameSource {
  const fps = options.fps ?? defaultFps;
  const pool = new PixelPool(width, height);
  const readPixels = async (): Promise<Uint8Array | null> => {
    const pixels = pool.take();
    const got = await bytes.fill(pixels);
    if (got === pixels.length) return pixels;
    if (got === 0) return null;
    throw cutOff(`the last frame has ${got} of ${pixels.length} bytes`);
  };
  const reader: FrameReader = {
    async read(index) {
      const pixels = await readPixels();
      return pixels && pool.frame(pixels, index, index / fps);
    },
    async skip() {
      const pixels = await readPixels();
      if (pixels) pool.giveBack(pixels);
      return pixels !== null;
    },
    close: () => bytes.close(),
  };
  return sourceOf(reader, stdinInfo(width, height, fps), frameRange(options), signal);
}

async function openMjpeg(
  bytes: ByteReader,
  options: OpenSourceOptions,
  signal: AbortSignal | undefined,
): Promise<FrameSource> {
  const fps = options.fps ?? defaultFps;
  const maxPixels = options.maxPixels ?? defaultVideoPixels;
  const nextJpeg = jpegs(bytes);
  let first = await nextJpeg();
  if (first === null) throw cutOff('the first picture does not end');
  const { width, height } = await imageSize(first, '-');
  const take = async () => {
    const jpeg = first ?? (await nextJpeg());
    first = null;
    return jpeg;
  };
  const reader: FrameReader = {
    async read(index) {
      const jpeg = await take();
      if (jpeg === null) return null;
      const image = await decodeImage(jpeg, '-', maxPixels);
      if (image.width !== width || image.height !== height) throw sizeChanged(image, width, height);
      return new Frame({ ...image, index, time: index / fps });
    },
    skip: async () => (await take()) !== null,
    close: () => bytes.close(),
  };
  return sourceOf(reader, stdinInfo(width, height, fps), frameRange(options), signal);
}

function jpegs(bytes: ByteReader): () => Promise<Uint8Array | null> {
  const splitter = new MjpegSplitter();
  return async () => {
    for (;;) {
      const jpeg = splitter.next();
      if (jpeg !== null) return jpeg;
      const chunk = await bytes.chunk();
      if (chunk !== null) splitter.push(chunk);
      else if (splitter.unfinished) throw cutOff('the last picture does not end');
      else return null;
    }
  };
}

const maxPipedBytes = 512 * 1024 * 1024;

async function openPiped(
  bytes: ByteReader,
  options: OpenSourceOptions,
  signal: AbortSignal | undefined,
): Promise<FrameSource> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let chunk = await bytes.chunk(); chunk !== null; chunk = await bytes.chunk()) {
    size += chunk.length;
    if (size > maxPipedBytes) throw cutOff(`the picture is longer than ${maxPipedBytes} bytes`);
    chunks.push(chunk);
  }
  return openImage(
    Buffer.concat(chunks),
    '-',
    { ...options, maxPixels: options.maxPixels ?? defaultImagePixels },
    signal,
  );
}

const stdinInfo = (width: number, height: number, fps: number): SourceInfo => ({
  path: '-',
  kind: 'stdin',
  width,
  height,
  fps,
  frames: null,
});

function notFrames(found: string): MediaError {
  return new MediaError(`-: expected pictures on standard input, found ${found}`, {
    details: { path: '-', found },
    remedy: 'Pipe MJPEG or a picture into it, or raw RGB with its size; give a video as a file, not through a pipe.',
  });
}

function cutOff(reason: string): MediaError {
  return new MediaError(`-: standard input is cut off: ${reason}`, {
    details: { path: '-' },
    remedy: 'Check the program that writes it; what was answered up to here stays.',
  });
}

function sizeChanged(image: { width: number; height: number }, width: number, height: number): MediaError {
  return new MediaError(`-: the size changed from ${width} x ${height} to ${image.width} x ${image.height}`, {
    details: { path: '-' },
    remedy: 'All pictures of a stream must have one size.',
  });
}
