/** Anything of the WebAssembly heap. */
export interface Deletable {
  delete(): void;
}

/**
 * Owns Mats and deletes them all at once, newest first:
 * `using scope = new MatScope(); const blurred = scope.own(new cv.Mat());`
 */
export class MatScope {
  readonly #owned: Deletable[] = [];

  /** Takes ownership and hands the value back. */
  own<T extends Deletable>(value: T): T {
    this.#owned.push(value);
    return value;
  }

  /** Deletes everything owned. Safe to call twice. */
  close(): void {
    for (let value = this.#owned.pop(); value !== undefined; value = this.#owned.pop()) value.delete();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
