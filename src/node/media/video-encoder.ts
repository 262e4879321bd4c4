import type { Frame as AvFrame, CodecContext, FormatContext, Packet, SoftwareScaleContext, Stream } from 'node-av';
import { MissingError } from '../../core/base/index.ts';
import { type Libav, loadLibav, requireLibav } from './libav.ts';

/** How a video is encoded. */
export interface VideoEncoderOptions {
  readonly width: number;
  readonly height: number;
  /** Expected frames a second: guides the encoder; times are given with each frame. */
  readonly fps: number;
  /** Constant rate factor of x264, 0 (lossless) to 51. @default 20 */
  readonly quality?: number;
  /** Clockwise turn that players apply, in degrees. @default 0 */
  readonly rotation?: 0 | 90 | 180 | 270;
}

/**
 * Writes an MP4 with H.264 in yuv420p, index in front, so that browsers start at once. Odd sizes are padded by
 * repeating the last row or column. The file is complete only after `close()`.
 */
export class VideoEncoder {
  readonly #av: Libav;
  readonly #output: FormatContext;
  readonly #stream: Stream;
  readonly #codec: CodecContext;
  readonly #packet: Packet;
  readonly #rgb: AvFrame;
  readonly #yuv: AvFrame;
  readonly #toYuv: SoftwareScaleContext;
  readonly #options: VideoEncoderOptions;
  #lastTick = -1n;

  static async open(path: string, options: VideoEncoderOptions): Promise<VideoEncoder> {
    const av = await loadLibav();
    const output = new av.FormatContext();
    try {
      requireLibav(av, output.allocOutputContext2(null, 'mp4', `file:${path}`), 'no MP4 writer');
      const codec = await openCodec(av, options);
      const stream = addStream(av, output, codec, options);
      requireLibav(av, await output.openOutput(), `cannot write ${path}`);
      const header = av.Dictionary.fromObject({ movflags: '+faststart' });
      requireLibav(av, await output.writeHeader(header), `cannot write ${path}`);
      header.free();
      return new VideoEncoder(av, output, stream, codec, options);
    } catch (thrown) {
      output.freeContext();
      throw thrown;
    }
  }

  private constructor(
    av: Libav,
    output: FormatContext,
    stream: Stream,
    codec: CodecContext,
    options: VideoEncoderOptions,
  ) {
    this.#av = av;
    this.#output = output;
    this.#stream = stream;
    this.#codec = codec;
    this.#options = options;
    this.#packet = new av.Packet();
    this.#packet.alloc();
    this.#rgb = newFrame(av, codec.width, codec.height, av.AV_PIX_FMT_RGB24);
    this.#yuv = newFrame(av, codec.width, codec.height, av.AV_PIX_FMT_YUV420P);
    tagColors(av, this.#yuv);
    this.#toYuv = new av.SoftwareScaleContext();
    this.#toYuv.allocContext();
  }

  /** Adds a picture shown from `time` seconds on; times that do not grow are moved on by the shortest step. */
  async write(rgb: Uint8Array, time: number): Promise<void> {
    const av = this.#av;
    this.#fillPadded(rgb);
    requireLibav(av, this.#yuv.makeWritable(), 'no memory for a frame');
    requireLibav(av, await this.#toYuv.scaleFrame(this.#yuv, this.#rgb), 'colours cannot be converted');
    const tick = BigInt(Math.round(time * ticksPerSecond));
    this.#lastTick = tick > this.#lastTick ? tick : this.#lastTick + 1n;
    this.#yuv.pts = this.#lastTick;
    requireLibav(av, await this.#codec.sendFrame(this.#yuv), 'a frame cannot be encoded');
    await this.#writePackets();
  }

  /** Writes what the encoder still holds and the index, and closes the file. */
  async close(): Promise<void> {
    const av = this.#av;
    try {
      requireLibav(av, await this.#codec.sendFrame(null), 'the video cannot be finished');
      await this.#writePackets();
      requireLibav(av, await this.#output.writeTrailer(), 'the video cannot be finished');
    } finally {
      await this.#free();
    }
  }

  async #writePackets(): Promise<void> {
    const av = this.#av;
    while ((await this.#codec.receivePacket(this.#packet)) === 0) {
      this.#packet.streamIndex = this.#stream.index;
      this.#packet.duration = BigInt(Math.round(ticksPerSecond / this.#options.fps));
      this.#packet.rescaleTs(timeBase, this.#stream.timeBase);
      requireLibav(av, await this.#output.interleavedWriteFrame(this.#packet), 'the video cannot be written');
    }
  }

  #fillPadded(rgb: Uint8Array): void {
    const { width, height } = this.#options;
    const rows = this.#rgb.data![0]!;
    const stride = this.#rgb.linesize[0]!;
    const padded = this.#codec.height;
    for (let y = 0; y < padded; y++) {
      const from = Math.min(y, height - 1) * width * 3;
      rows.set(rgb.subarray(from, from + width * 3), y * stride);
      if (this.#codec.width > width)
        rows.copyWithin(y * stride + width * 3, y * stride + width * 3 - 3, y * stride + width * 3);
    }
  }

  async #free(): Promise<void> {
    this.#packet.free();
    this.#rgb.free();
    this.#yuv.free();
    this.#toYuv.freeContext();
    this.#codec.freeContext();
    await this.#output.closeOutput();
    this.#output.freeContext();
  }
}

const ticksPerSecond = 90_000;
const timeBase = { num: 1, den: ticksPerSecond };

async function openCodec(av: Libav, { width, height, fps, quality = 20 }: VideoEncoderOptions): Promise<CodecContext> {
  const x264 = av.Codec.findEncoderByName('libx264' as never);
  const encoder = x264 ?? av.Codec.findEncoder(av.AV_CODEC_ID_H264);
  if (encoder === null) {
    throw new MissingError('this build of FFmpeg has no H.264 encoder', {
      remedy: 'Use --no-overlay, or another node-av.',
    });
  }
  const codec = new av.CodecContext();
  codec.allocContext3(encoder);
  codec.width = width + (width % 2);
  codec.height = height + (height % 2);
  codec.pixelFormat = av.AV_PIX_FMT_YUV420P;
  codec.timeBase = new av.Rational(timeBase.num, timeBase.den);
  codec.framerate = new av.Rational(Math.round(fps * 1000), 1000);
  codec.gopSize = Math.max(1, Math.round(fps * 2));
  codec.setFlags(av.AV_CODEC_FLAG_GLOBAL_HEADER);
  tagColors(av, codec);
  const settings = av.Dictionary.fromObject(x264 ? { preset: 'veryfast', crf: quality } : {});
  requireLibav(av, await codec.open2(encoder, settings), 'the H.264 encoder does not start');
  settings.free();
  return codec;
}

/** Says which of the two usual conversions was used, else players guess by size. */
function tagColors(av: Libav, target: Pick<CodecContext, 'colorSpace' | 'colorPrimaries' | 'colorTrc' | 'colorRange'>) {
  target.colorSpace = av.AVCOL_SPC_BT709;
  target.colorPrimaries = av.AVCOL_PRI_BT709;
  target.colorTrc = av.AVCOL_TRC_BT709;
  target.colorRange = av.AVCOL_RANGE_MPEG;
}

function addStream(
  av: Libav,
  output: FormatContext,
  codec: CodecContext,
  { rotation = 0 }: VideoEncoderOptions,
): Stream {
  const stream = output.newStream(null);
  requireLibav(av, stream.codecpar.fromContext(codec), 'bad codec parameters');
  stream.timeBase = new av.Rational(timeBase.num, timeBase.den);
  if (rotation !== 0) stream.codecpar.addCodedSideData(av.AV_PKT_DATA_DISPLAYMATRIX, rotationMatrix(rotation));
  return stream;
}

/** The display matrix of a clockwise turn, 16.16 and 2.30 fixed point. */
function rotationMatrix(degrees: number): Buffer {
  const [cos, sin] = [Math.round(Math.cos((degrees * Math.PI) / 180)), Math.round(Math.sin((degrees * Math.PI) / 180))];
  const one = 1 << 16;
  return Buffer.from(new Int32Array([cos * one, sin * one, 0, -sin * one, cos * one, 0, 0, 0, 1 << 30]).buffer);
}

function newFrame(av: Libav, width: number, height: number, format: number): AvFrame {
  const frame = new av.Frame();
  frame.alloc();
  frame.width = width;
  frame.height = height;
  frame.format = format as AvFrame['format'];
  requireLibav(av, frame.getBuffer(0), 'no memory for a frame');
  return frame;
}
