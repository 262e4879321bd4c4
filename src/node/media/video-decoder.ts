import type { Frame as AvFrame, CodecContext, FormatContext, Packet, SoftwareScaleContext, Stream } from 'node-av';
import { MediaError, toError } from '../../core/base/index.ts';
import { type Turn, turnRgb } from '../../core/media/index.ts';
import { turnOfMatrix } from './display-matrix.ts';
import { type Libav, loadLibav, requireLibav } from './libav.ts';
import { requirePixels } from './media-file.ts';

export interface VideoDecoderOptions {
  /** What errors call it. */
  name: string;
  /** FFmpeg's name of the container; without it FFmpeg tells. */
  demuxer?: string;
  /** Options of FFmpeg's demuxer and protocols. */
  input?: Readonly<Record<string, string>>;
  maxPixels: number;
  /** Decode without delay and go on after faults. */
  live?: boolean;
}

/** Decodes the first video stream of a file or URL, one picture a call. Calls must not overlap. */
export class VideoDecoder {
  /** Pixels as shown, after rotation. */
  readonly width: number;
  readonly height: number;
  readonly fps: number | null;
  /** Frames that the container declares, null where it does not. */
  readonly frames: number | null;
  /** Seconds, null where unknown (streams). */
  readonly duration: number | null;
  readonly demuxer: string;
  readonly #av: Libav;
  readonly #path: string;
  readonly #input: FormatContext;
  readonly #stream: Stream;
  readonly #codec: CodecContext;
  readonly #live: boolean;
  readonly #turn: Turn;
  readonly #packet: Packet;
  readonly #picture: AvFrame;
  readonly #toRgb: SoftwareScaleContext;
  #rgb: AvFrame | undefined;
  #rgbRows: Buffer | undefined;
  #packets = 0;
  #faults = 0;
  #firstTime: number | undefined;

  static async open(url: string, options: VideoDecoderOptions, signal?: AbortSignal): Promise<VideoDecoder> {
    const av = await loadLibav();
    signal?.throwIfAborted();
    const input = new av.FormatContext();
    const interrupt = () => input.interrupt();
    signal?.addEventListener('abort', interrupt);
    try {
      await openInput(av, input, url, options);
      const stream = videoStream(av, input, options.name, options.maxPixels);
      const codec = await openCodec(av, stream, options.live === true);
      return new VideoDecoder(av, options.name, input, stream, codec, options.live === true);
    } catch (thrown) {
      await input.closeInput();
      signal?.throwIfAborted();
      throw thrown instanceof MediaError ? thrown : cannotOpen(options.name, thrown);
    } finally {
      signal?.removeEventListener('abort', interrupt);
    }
  }

  private constructor(
    av: Libav,
    path: string,
    input: FormatContext,
    stream: Stream,
    codec: CodecContext,
    live: boolean,
  ) {
    this.#av = av;
    this.#path = path;
    this.#input = input;
    this.#stream = stream;
    this.#codec = codec;
    this.#live = live;
    this.#turn = turnOfMatrix(stream.codecpar.getCodedSideData(av.AV_PKT_DATA_DISPLAYMATRIX));
    this.#packet = new av.Packet();
    this.#packet.alloc();
    this.#picture = new av.Frame();
    this.#picture.alloc();
    this.#toRgb = new av.SoftwareScaleContext();
    this.#toRgb.allocContext();
    const { width, height } = stream.codecpar;
    this.width = this.#turn.swap ? height : width;
    this.height = this.#turn.swap ? width : height;
    this.fps = positive(stream.avgFrameRate.num / stream.avgFrameRate.den);
    this.frames = positive(Number(stream.nbFrames));
    this.duration = positive(Number(input.duration) / 1e6);
    this.demuxer = input.iformat?.name ?? '';
  }

  /** Decodes the next picture; false at the end. @throws MediaError where the data are broken */
  async next(): Promise<boolean> {
    const av = this.#av;
    for (;;) {
      const code = await this.#codec.receiveFrame(this.#picture);
      if (code === 0) return this.#accept();
      if (code === av.AVERROR_EOF) return this.#atEnd();
      if (code !== av.AVERROR_EAGAIN) this.#fault(code, 'a frame cannot be decoded');
      await this.#feed();
    }
  }

  /** Seconds from the first decoded picture to the newest, null where the stream has no times. */
  get time(): number | null {
    const stamp = this.#picture.bestEffortTimestamp;
    if (stamp === this.#av.AV_NOPTS_VALUE) return null;
    const { num, den } = this.#stream.timeBase;
    const seconds = (Number(stamp) * num) / den;
    this.#firstTime ??= seconds;
    return Math.max(0, seconds - this.#firstTime);
  }

  /** A reference to the newest picture that outlives the next call of `next`; to be freed by the caller. */
  keep(): AvFrame {
    const kept = this.#picture.clone();
    if (kept === null) throw new Error('out of memory');
    return kept;
  }

  /** Writes a picture (by default the newest) as RGB, rotation applied, into height * width * 3 bytes. */
  async writeRgb(out: Uint8Array, picture: AvFrame = this.#picture): Promise<void> {
    const rows = this.#rgbBuffer();
    const code = await this.#toRgb.scaleFrame(this.#rgb!, picture);
    requireLibav(this.#av, code, 'colours cannot be converted');
    const { width, height } = this.#rgb!;
    copyTurned(rows, width, height, this.#rgb!.linesize[0]!, this.#turn, out);
  }

  /** Ends a wait for data that do not come. */
  interrupt(): void {
    this.#input.interrupt();
  }

  async close(): Promise<void> {
    this.#rgb?.free();
    this.#picture.free();
    this.#packet.free();
    this.#toRgb.freeContext();
    this.#codec.freeContext();
    await this.#input.closeInput();
  }

  /** Sends one packet of the video stream, or the end, to the decoder. */
  async #feed(): Promise<void> {
    const av = this.#av;
    for (;;) {
      const code = await this.#input.readFrame(this.#packet);
      if (code === av.AVERROR_EOF) return void (await this.#codec.sendPacket(null));
      if (code === av.AVERROR_EAGAIN) continue;
      if (code < 0) throw this.#broken(code, 'the file cannot be read on');
      if (this.#packet.streamIndex === this.#stream.index) break;
      this.#packet.unref();
    }
    this.#packets++;
    const code = await this.#codec.sendPacket(this.#packet);
    this.#packet.unref();
    if (code < 0 && code !== av.AVERROR_EAGAIN) this.#fault(code, 'a frame cannot be decoded');
  }

  #accept(): true {
    const { decodeErrorFlags, flags } = this.#picture;
    if (!this.#live && (decodeErrorFlags !== 0 || (flags & this.#av.AV_FRAME_FLAG_CORRUPT) !== 0)) {
      throw this.#broken(this.#av.AVERROR_INVALIDDATA, 'a frame is damaged');
    }
    this.#faults = 0;
    this.#firstTime ?? this.time;
    return true;
  }

  #atEnd(): false {
    const cutOff = !this.#live && this.frames !== null && this.#packets < this.frames;
    if (!cutOff) return false;
    throw new MediaError(`${this.#path}: the file is cut off: it holds ${this.#packets} of ${this.frames} frames`, {
      details: { path: this.#path, declared: this.frames },
      remedy: 'Fetch the file again; what was answered up to here stays.',
    });
  }

  /** A live stream goes on after a lost packet; a file does not. */
  #fault(code: number, what: string): void {
    if (this.#live && ++this.#faults < maxLiveFaults) return;
    throw this.#broken(code, what);
  }

  #broken(code: number, what: string): MediaError {
    const reason = this.#av.FFmpegError.strerror(code);
    return new MediaError(`${this.#path}: ${what} (${reason})`, {
      details: { path: this.#path, reason },
      remedy: this.#live
        ? 'Check that the camera or stream is still running, then start again.'
        : 'The file is damaged or cut off: fetch it again; what was answered up to here stays.',
    });
  }

  #rgbBuffer(): Buffer {
    if (this.#rgbRows === undefined) {
      const rgb = new this.#av.Frame();
      rgb.alloc();
      rgb.width = this.#stream.codecpar.width;
      rgb.height = this.#stream.codecpar.height;
      rgb.format = this.#av.AV_PIX_FMT_RGB24;
      requireLibav(this.#av, rgb.getBuffer(0), 'no memory for a frame');
      this.#rgb = rgb;
      this.#rgbRows = rgb.data![0]!;
    }
    return this.#rgbRows;
  }
}

const maxLiveFaults = 250;

const positive = (x: number): number | null => (Number.isFinite(x) && x > 0 ? x : null);

async function openInput(
  av: Libav,
  input: FormatContext,
  url: string,
  { demuxer, input: settings = {} }: VideoDecoderOptions,
): Promise<void> {
  const format = demuxer === undefined ? null : av.InputFormat.findInputFormat(demuxer);
  if (demuxer !== undefined && format === null) throw new Error(`this build of FFmpeg cannot read ${demuxer}`);
  const options = av.Dictionary.fromObject({ ...settings });
  input.allocContext();
  try {
    requireLibav(av, await input.openInput(url, format, options), 'cannot open');
    requireLibav(av, await input.findStreamInfo(null), 'no stream found');
  } finally {
    options.free();
  }
}

function videoStream(av: Libav, input: FormatContext, path: string, maxPixels: number): Stream {
  const stream = input.streams[input.findBestStream(av.AVMEDIA_TYPE_VIDEO)];
  if (stream === undefined) {
    throw new MediaError(`${path}: there is no video in it (${input.nbStreams} other streams)`, {
      details: { path },
      remedy: 'Give a file with a video stream.',
    });
  }
  const { width, height } = stream.codecpar;
  if (width <= 0 || height <= 0) throw new Error('the size of its frames is unknown');
  requirePixels(path, width, height, maxPixels);
  return stream;
}

async function openCodec(av: Libav, stream: Stream, live: boolean): Promise<CodecContext> {
  const decoder = av.Codec.findDecoder(stream.codecpar.codecId);
  if (decoder === null) throw new Error('this build of FFmpeg has no decoder for its codec');
  const codec = new av.CodecContext();
  try {
    codec.allocContext3(decoder);
    requireLibav(av, codec.parametersToContext(stream.codecpar), 'bad codec parameters');
    codec.pktTimebase = stream.timeBase;
    codec.threadCount = live ? 1 : 0;
    if (live) codec.setFlags(av.AV_CODEC_FLAG_LOW_DELAY);
    requireLibav(av, await codec.open2(decoder, null), 'the decoder does not start');
    return codec;
  } catch (thrown) {
    codec.freeContext();
    throw thrown;
  }
}

function cannotOpen(path: string, thrown: unknown): MediaError {
  const cause = toError(thrown);
  return new MediaError(`${path}: the video cannot be opened (${cause.message})`, {
    cause,
    details: { path },
    remedy: 'Check it with a player; a file that is cut off or damaged must be fetched again.',
  });
}

function copyTurned(
  rows: Uint8Array,
  width: number,
  height: number,
  stride: number,
  turn: Turn,
  out: Uint8Array,
): void {
  if (turn.swap || turn.flipX || turn.flipY) {
    turnRgb(rows, width, height, stride, turn, out);
    return;
  }
  for (let y = 0; y < height; y++) out.set(rows.subarray(y * stride, y * stride + width * 3), y * width * 3);
}
