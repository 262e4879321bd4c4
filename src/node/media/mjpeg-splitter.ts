import { MediaError } from '../../core/base/index.ts';

/**
 * Cuts a run of JPEG pictures into pictures. It walks the marker segments (ITU-T T.81, annex B), so that a
 * thumbnail inside a segment ends nothing. Bytes between pictures, such as multipart headers, are passed over.
 */
export class MjpegSplitter {
  #bytes = new Uint8Array(0);
  #start = -1;
  #at = 0;
  #inScan = false;
  readonly #maxBytes: number;

  /** @param maxBytes longest picture, a guard against endless ones */
  constructor(maxBytes = 256 * 1024 * 1024) {
    this.#maxBytes = maxBytes;
  }

  push(chunk: Uint8Array): void {
    const from = this.#start >= 0 ? this.#start : this.#at;
    const kept = this.#bytes.subarray(from);
    if (kept.length + chunk.length > this.#maxBytes) throw tooLong(this.#maxBytes);
    const joined = new Uint8Array(kept.length + chunk.length);
    joined.set(kept);
    joined.set(chunk, kept.length);
    this.#bytes = joined;
    this.#at -= from;
    if (this.#start >= 0) this.#start = 0;
  }

  /** The next whole picture, null where more bytes are needed. */
  next(): Uint8Array | null {
    if (this.#start < 0 && !this.#findStart()) return null;
    while (this.#inScan ? this.#passScan() : this.#passSegment()) {
      if (this.#start < 0) return this.#taken;
    }
    return null;
  }

  /** True where a picture has begun and not ended: the stream was cut off. */
  get unfinished(): boolean {
    return this.#start >= 0;
  }

  #taken: Uint8Array | null = null;

  #findStart(): boolean {
    const bytes = this.#bytes;
    for (let i = this.#at; i + 2 < bytes.length; i++) {
      if (bytes[i] !== 0xff || bytes[i + 1] !== 0xd8 || bytes[i + 2] !== 0xff) continue;
      this.#start = i;
      this.#at = i + 2;
      this.#inScan = false;
      return true;
    }
    this.#at = Math.max(this.#at, bytes.length - 2);
    return false;
  }

  /** Steps over one marker segment; false where it is not all there yet. */
  #passSegment(): boolean {
    const bytes = this.#bytes;
    const at = this.#at;
    if (at + 4 > bytes.length) return at + 2 <= bytes.length && bytes[at + 1] === 0xd9 ? this.#finish(at + 2) : false;
    if (bytes[at] !== 0xff) return this.#giveUp();
    const marker = bytes[at + 1]!;
    if (marker === 0xff) return this.#moveTo(at + 1);
    if (marker === 0xd9) return this.#finish(at + 2);
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    if (length < 2) return this.#giveUp();
    if (at + 2 + length > bytes.length) return false;
    this.#inScan = marker === 0xda;
    return this.#moveTo(at + 2 + length);
  }

  /** Steps to the end of entropy-coded data: an 0xff that no 0x00, fill byte or restart marker follows. */
  #passScan(): boolean {
    const bytes = this.#bytes;
    for (let i = this.#at; i + 1 < bytes.length; i++) {
      if (bytes[i] !== 0xff) continue;
      const next = bytes[i + 1]!;
      if (next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)) continue;
      this.#inScan = false;
      return this.#moveTo(i);
    }
    this.#at = Math.max(this.#at, bytes.length - 1);
    return false;
  }

  #moveTo(at: number): true {
    this.#at = at;
    return true;
  }

  #finish(end: number): true {
    this.#taken = this.#bytes.slice(this.#start, end);
    this.#start = -1;
    return this.#moveTo(end);
  }

  /** Not a JPEG after all: looks for the next start behind this one. */
  #giveUp(): boolean {
    this.#start = -1;
    return this.#findStart();
  }
}

function tooLong(maxBytes: number): MediaError {
  return new MediaError(`-: a picture on standard input is longer than ${maxBytes} bytes`, {
    code: 'media-limit',
    remedy: 'Send MJPEG (JPEG pictures one after another), or raw RGB with its size.',
  });
}
