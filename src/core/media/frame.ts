import { TwinsegError } from '../base/errors.ts';

/**
 * One picture of a source: RGB, 8 bits, interleaved, row by row (`data[(y * width + x) * 3 + channel]`).
 *
 * Ownership: whoever receives a frame from a source owns it and calls `close()` (or `using`); the pixels may then
 * be reused by the source, so nobody keeps `data` past that. `clone()` gives a frame with its own pixels.
 */
export class Frame {
  readonly width: number;
  readonly height: number;
  /** 0-based, in decode order, without gaps unless the source dropped frames (live sources). */
  readonly index: number;
  /** Seconds from the first frame of the source, from presentation times where there are any. */
  readonly time: number;
  #data: Uint8Array | null;
  readonly #release: ((data: Uint8Array) => void) | undefined;

  constructor(init: {
    width: number;
    height: number;
    index: number;
    time: number;
    data: Uint8Array;
    /** Takes the pixels back for reuse when the frame is closed. */
    release?: (data: Uint8Array) => void;
  }) {
    if (init.data.length !== init.width * init.height * 3) {
      throw new TwinsegError(
        'internal',
        `a ${init.width}x${init.height} frame needs ${init.width * init.height * 3} bytes of RGB, got ${init.data.length}`,
      );
    }
    this.width = init.width;
    this.height = init.height;
    this.index = init.index;
    this.time = init.time;
    this.#data = init.data;
    this.#release = init.release;
  }

  /** RGB bytes, height * width * 3. @throws TwinsegError `closed` after `close()` */
  get data(): Uint8Array {
    if (this.#data === null) throw new TwinsegError('closed', `frame ${this.index} was used after it had been closed`);
    return this.#data;
  }

  get closed(): boolean {
    return this.#data === null;
  }

  clone(): Frame {
    return new Frame({ ...this.#header(), data: this.data.slice() });
  }

  close(): void {
    const data = this.#data;
    this.#data = null;
    if (data !== null) this.#release?.(data);
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #header() {
    return { width: this.width, height: this.height, index: this.index, time: this.time };
  }
}
