import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '../../core/base/index.ts';
import { drawOverlay, type Frame, type FrameSink, type OverlayOptions } from '../../core/media/index.ts';
import { partialPath } from './atomic-file.ts';
import { defaultFps } from './source-options.ts';
import { VideoEncoder } from './video-encoder.ts';

/** How an overlay video is drawn and timed. */
export interface OverlayVideoOptions extends OverlayOptions {
  /** Frames a second of the source; frames keep their own times, so a variable rate stays one. @default 25 */
  fps?: number;
  /** Constant rate factor of x264, lower is better and larger. @default 20 */
  quality?: number;
}

/**
 * Writes overlays as an MP4 (H.264, yuv420p) that browsers play. The file appears under its name when it is closed,
 * whole, however few frames were written; without any frame there is no file.
 */
export function overlayVideoSink(path: string, options: OverlayVideoOptions = {}): FrameSink {
  return new OverlayVideoSink(resolve(path), options);
}

class OverlayVideoSink implements FrameSink {
  readonly #path: string;
  readonly #partial: string;
  readonly #options: OverlayVideoOptions;
  #encoder: VideoEncoder | undefined;
  #size: { width: number; height: number } = { width: 0, height: 0 };
  #firstTime = 0;
  #overlay: Uint8Array | undefined;

  constructor(path: string, options: OverlayVideoOptions) {
    this.#path = path;
    this.#partial = partialPath(path);
    this.#options = options;
  }

  async write(frame: Frame, objects: Parameters<FrameSink['write']>[1]): Promise<void> {
    const encoder = this.#encoder ?? (await this.#open(frame));
    this.#requireSize(frame);
    this.#overlay = drawOverlay(frame, objects, { ...this.#options, out: this.#overlay });
    await encoder.write(this.#overlay, Math.max(0, frame.time - this.#firstTime));
  }

  async close(): Promise<void> {
    const encoder = this.#encoder;
    this.#encoder = undefined;
    if (encoder === undefined) return;
    try {
      await encoder.close();
      await rename(this.#partial, this.#path);
    } catch (thrown) {
      await rm(this.#partial, { force: true });
      throw thrown;
    }
  }

  async #open({ width, height, time }: Frame): Promise<VideoEncoder> {
    await mkdir(dirname(this.#path), { recursive: true });
    const { fps = defaultFps, quality } = this.#options;
    this.#size = { width, height };
    this.#firstTime = time;
    this.#encoder = await VideoEncoder.open(this.#partial, { width, height, fps, quality });
    return this.#encoder;
  }

  #requireSize({ width, height, index }: Frame): void {
    if (width === this.#size.width && height === this.#size.height) return;
    throw new InputError(
      `frame ${index} is ${width} x ${height}, the video ${this.#path} is ${this.#size.width} x ${this.#size.height}`,
      { remedy: 'Give frames of one size, or start a new sink.' },
    );
  }
}
