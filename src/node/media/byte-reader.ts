/** Reads an iterable of chunks in pieces of asked length; nothing is fetched before it is asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next chunk as it comes; null at the end. */
  async chunk(): Promise<Uint8Array | null> {
    if (this.#rest.length > 0) return this.#takeRest();
    const { done, value } = await this.#chunks.next();
    return done ? null : value;
  }

  /** Fills `out`; gives the number of bytes written, fewer than asked only at the end. */
  async fill(out: Uint8Array): Promise<number> {
    let filled = 0;
    while (filled < out.length) {
      const chunk = await this.chunk();
      if (chunk === null) break;
      const used = Math.min(chunk.length, out.length - filled);
      out.set(chunk.subarray(0, used), filled);
      this.#rest = chunk.subarray(used);
      filled += used;
    }
    return filled;
  }

  /** Puts bytes back in front. */
  unread(bytes: Uint8Array): void {
    const joined = new Uint8Array(bytes.length + this.#rest.length);
    joined.set(bytes);
    joined.set(this.#rest, bytes.length);
    this.#rest = joined;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  #takeRest(): Uint8Array {
    const rest = this.#rest;
    this.#rest = new Uint8Array(0);
    return rest;
  }
}
