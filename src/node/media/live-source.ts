import { existsSync } from 'node:fs';
import type { Frame as AvFrame } from 'node-av';
import { MediaError } from '../../core/base/index.ts';
import type { Frame, FrameSource, SourceInfo } from '../../core/media/index.ts';
import { type FrameReader, sourceOf } from './frame-reader.ts';
import { PixelPool } from './pixel-pool.ts';
import { defaultVideoPixels, frameRange, type OpenSourceOptions } from './source-options.ts';
import { VideoDecoder, type VideoDecoderOptions } from './video-decoder.ts';
import { videoInfo, videoReader } from './video-source.ts';

/**
 * A stream behind an `rtsp://`, `rtsps://`, `http://` or `https://` URL. The newest frame wins: frames that arrive
 * while the reader is busy are thrown away and counted in `dropped`. A video file behind http(s) that can be
 * rewound is read like a local one, every frame of it.
 */
export async function openStream(
  url: string,
  options: OpenSourceOptions = {},
  signal?: AbortSignal,
): Promise<FrameSource> {
  const name = withoutPassword(url);
  const decoder = await VideoDecoder.open(url, { ...streamOptions(url, options), name }, signal);
  const isFile = url.startsWith('http') && decoder.duration !== null && decoder.frames !== null;
  if (isFile) return sourceOf(videoReader(decoder), videoInfo(name, decoder), frameRange(options), signal);
  return liveSource(decoder, name, options, signal);
}

/** The n-th camera of this machine (Video4Linux on Linux, AVFoundation on macOS). */
export async function openCamera(
  number: number,
  options: OpenSourceOptions = {},
  signal?: AbortSignal,
): Promise<FrameSource> {
  const name = `camera:${number}`;
  const { url, demuxer } = cameraDevice(number, name);
  const maxPixels = options.maxPixels ?? defaultVideoPixels;
  const decoder = await VideoDecoder.open(url, { name, demuxer, maxPixels, live: true }, signal);
  return liveSource(decoder, name, options, signal);
}

function cameraDevice(number: number, name: string): { url: string; demuxer: string } {
  if (process.platform === 'darwin') return { url: `${number}:none`, demuxer: 'avfoundation' };
  const url = `/dev/video${number}`;
  if (process.platform === 'linux' && existsSync(url)) return { url, demuxer: 'video4linux2' };
  const reason =
    process.platform === 'linux' ? `there is no ${url}` : `cameras are not supported on ${process.platform}`;
  throw new MediaError(`${name}: ${reason}`, {
    details: { path: name },
    remedy: 'Plug the camera in, or give its rtsp:// or http:// address.',
  });
}

function streamOptions(
  url: string,
  { maxPixels, timeoutMs = 10_000 }: OpenSourceOptions,
): Omit<VideoDecoderOptions, 'name'> {
  const timeout = String(timeoutMs * 1000);
  const rtsp = url.startsWith('rtsp');
  const input: Record<string, string> = rtsp
    ? { protocol_whitelist: 'rtp,rtsp,rtsps,tcp,tls,udp,srtp', rtsp_transport: 'tcp', timeout }
    : { protocol_whitelist: 'http,https,tcp,tls,crypto', rw_timeout: timeout };
  return { input, maxPixels: maxPixels ?? defaultVideoPixels, live: true };
}

/** Errors and results must not show the password of `rtsp://user:password@host`. */
export function withoutPassword(url: string): string {
  return url.replace(/^([a-z]+:\/\/[^/@:]*):[^/@]*@/i, '$1:***@');
}

function liveSource(
  decoder: VideoDecoder,
  path: string,
  options: OpenSourceOptions,
  signal: AbortSignal | undefined,
): FrameSource {
  const { width, height, fps } = decoder;
  const info: SourceInfo = { path, kind: 'live', width, height, fps, frames: null };
  return sourceOf(new LiveReader(decoder), info, frameRange(options), signal);
}

/** What waits for the reader: one picture with its number and time. */
interface Waiting {
  readonly picture: AvFrame;
  readonly index: number;
  readonly time: number;
}

/** Decodes in the background from the first read on and keeps only the newest picture. */
class LiveReader implements FrameReader {
  dropped = 0;
  readonly #decoder: VideoDecoder;
  readonly #pool: PixelPool;
  readonly #clock: () => number | null;
  #waiting: Waiting | null = null;
  #decoded = 0;
  #ended = false;
  #failure: unknown;
  #wake: () => void = () => {};
  #decoding: Promise<void> | undefined;

  constructor(decoder: VideoDecoder) {
    this.#decoder = decoder;
    this.#pool = new PixelPool(decoder.width, decoder.height);
    this.#clock = hasOwnTimes(decoder) ? () => decoder.time : arrivalClock();
  }

  async read(): Promise<Frame | null> {
    const next = await this.#newest();
    if (next === null) return null;
    const pixels = this.#pool.take();
    try {
      await this.#decoder.writeRgb(pixels, next.picture);
    } finally {
      next.picture.free();
    }
    return this.#pool.frame(pixels, next.index, next.time);
  }

  async skip(): Promise<boolean> {
    const next = await this.#newest();
    next?.picture.free();
    return next !== null;
  }

  interrupt(): void {
    this.#ended = true;
    this.#decoder.interrupt();
    this.#wake();
  }

  async close(): Promise<void> {
    this.interrupt();
    await this.#decoding;
    this.#waiting?.picture.free();
    this.#waiting = null;
    await this.#decoder.close();
  }

  async #newest(): Promise<Waiting | null> {
    this.#decoding ??= this.#decodeOn();
    while (this.#waiting === null && !this.#ended) await this.#nextArrival();
    await this.#catchUp();
    const next = this.#waiting;
    this.#waiting = null;
    if (next === null && this.#failure !== undefined) throw this.#failure;
    return next;
  }

  /**
   * Frames pile up unseen in the connection while the stream is opened, and while the reader computes without a
   * pause: lets decoding go on as long as frames come faster than any camera sends them.
   */
  async #catchUp(): Promise<void> {
    const until = performance.now() + catchUpMs;
    for (let seen = -1; seen !== this.#decoded && !this.#ended && performance.now() < until; ) {
      seen = this.#decoded;
      await Promise.race([this.#nextArrival(), pause(arrivalGapMs)]);
    }
  }

  #nextArrival(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async #decodeOn(): Promise<void> {
    try {
      while (!this.#ended && (await this.#decoder.next())) this.#arrived();
    } catch (thrown) {
      this.#failure = thrown;
    }
    this.#ended = true;
    this.#wake();
  }

  #arrived(): void {
    if (this.#waiting !== null) {
      this.#waiting.picture.free();
      this.dropped++;
    }
    const time = this.#clock() ?? 0;
    this.#waiting = { picture: this.#decoder.keep(), index: this.#decoded++, time };
    this.#wake();
  }
}

const catchUpMs = 150;
const arrivalGapMs = 4;

/** MJPEG over HTTP carries no times: FFmpeg makes them up from an assumed rate. */
const hasOwnTimes = (decoder: VideoDecoder): boolean => !/mp?jpeg|image2/.test(decoder.demuxer);

function arrivalClock(): () => number {
  let first: number | undefined;
  return () => {
    const now = performance.now() / 1000;
    first ??= now;
    return now - first;
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
