import type { SizeHw } from '../base/geometry.ts';
import { Mask } from './mask.ts';

/**
 * Builds a canonical mask from spans of set pixels in rising order of their column-major position.
 * Spans that touch or overlap the one before are joined; empty ones are dropped.
 */
export class RunWriter {
  #bounds: Uint32Array;
  #used = 0;
  #end = -1;

  /** @param capacity number of spans to make room for at first; it grows by itself */
  constructor(capacity = 64) {
    this.#bounds = new Uint32Array(capacity * 2);
  }

  /** Sets the pixels [start, end); `start` must not lie before the start of the span before. */
  span(start: number, end: number): void {
    if (end <= start) return;
    if (start <= this.#end) {
      if (end > this.#end) {
        this.#end = end;
        this.#bounds[this.#used - 1] = end;
      }
      return;
    }
    if (this.#used + 2 > this.#bounds.length) this.#grow();
    this.#bounds[this.#used++] = start;
    this.#bounds[this.#used++] = end;
    this.#end = end;
  }

  /** The mask of all spans so far; the writer must not be used afterwards. */
  finish(size: SizeHw): Mask {
    return new Mask(size, runsBetween(this.#bounds, 0, this.#used, size[0] * size[1]));
  }

  #grow(): void {
    const wider = new Uint32Array(Math.max(64, this.#bounds.length * 2));
    wider.set(this.#bounds);
    this.#bounds = wider;
  }
}

/**
 * Run lengths of a picture of `total` pixels whose value flips at each of `bounds[from..to)`,
 * which rise strictly and lie in [0, total].
 */
export function runsBetween(bounds: Uint32Array, from: number, to: number, total: number): Uint32Array {
  const last = to > from ? bounds[to - 1]! : 0;
  const open = to === from || last < total;
  const runs = new Uint32Array(to - from + (open ? 1 : 0));
  let at = 0;
  for (let i = from; i < to; i++) {
    const bound = bounds[i]!;
    runs[i - from] = bound - at;
    at = bound;
  }
  if (open) runs[to - from] = total - last;
  return runs;
}
