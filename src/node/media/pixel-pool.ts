import { Frame } from '../../core/media/index.ts';

/** Lends pixel buffers of one size and takes them back when their frame is closed. */
export class PixelPool {
  readonly width: number;
  readonly height: number;
  readonly #free: Uint8Array[] = [];
  readonly #keep: number;

  /** @param keep most buffers kept for reuse */
  constructor(width: number, height: number, keep = 4) {
    this.width = width;
    this.height = height;
    this.#keep = keep;
  }

  /** A buffer of height * width * 3 bytes with unspecified content. */
  take(): Uint8Array {
    return this.#free.pop() ?? new Uint8Array(this.width * this.height * 3);
  }

  /** A frame around `data` that gives its buffer back here when it is closed. */
  frame(data: Uint8Array, index: number, time: number): Frame {
    const { width, height } = this;
    return new Frame({ width, height, index, time, data, release: (pixels) => this.giveBack(pixels) });
  }

  giveBack(data: Uint8Array): void {
    if (this.#free.length < this.#keep) this.#free.push(data);
  }
}
