import type { Box } from '../../../base/index.ts';
import { Mask } from '../../../masks/index.ts';

/** Cuts masks of leaf sets out of a full-resolution label picture; one a frame. */
export class RegionMasks {
  readonly #labels: Int32Array;
  readonly #width: number;
  readonly #height: number;
  readonly #scaleX: number;
  readonly #scaleY: number;
  /** Which leaves are wanted just now. */
  readonly #member: Uint8Array;
  #runs = new Uint32Array(1024);

  constructor(
    labels: Int32Array,
    size: { width: number; height: number },
    working: { width: number; height: number },
    leaves: number,
  ) {
    this.#labels = labels;
    this.#width = size.width;
    this.#height = size.height;
    this.#scaleX = size.width / working.width;
    this.#scaleY = size.height / working.height;
    this.#member = new Uint8Array(leaves);
  }

  /** The pixels of `leaves`, which lie within `box` (working pixels, [x, y, w, h]). */
  cut(leaves: ArrayLike<number>, box: Box): Mask {
    for (let i = 0; i < leaves.length; i++) this.#member[leaves[i]!] = 1;
    const mask = new Mask([this.#height, this.#width], this.#scan(box));
    for (let i = 0; i < leaves.length; i++) this.#member[leaves[i]!] = 0;
    return mask;
  }

  /** Column by column inside the box, one working pixel of margin around it. */
  #scan([bx, by, bw, bh]: Box): Uint32Array {
    const width = this.#width;
    const height = this.#height;
    const labels = this.#labels;
    const member = this.#member;
    const left = Math.max(0, Math.floor((bx - 1) * this.#scaleX));
    const right = Math.min(width, Math.ceil((bx + bw + 1) * this.#scaleX));
    const top = Math.max(0, Math.floor((by - 1) * this.#scaleY));
    const bottom = Math.min(height, Math.ceil((by + bh + 1) * this.#scaleY));
    const wholeColumns = top === 0 && bottom === height;
    let count = 0;
    let start = 0;
    let inside = 0;
    const flip = (at: number) => {
      this.#put(count++, at - start);
      start = at;
      inside ^= 1;
    };
    for (let x = left; x < right; x++) {
      for (let y = top, i = top * width + x; y < bottom; y++, i += width) {
        if (member[labels[i]!] !== inside) flip(x * height + y);
      }
      // what lies above and below the box is unset
      if (inside === 1 && !wholeColumns) flip(x * height + bottom);
    }
    if (inside === 1 && right < width) flip(right * height);
    if (start < width * height) this.#put(count++, width * height - start);
    return this.#runs.slice(0, count);
  }

  #put(at: number, run: number): void {
    if (at === this.#runs.length) {
      const larger = new Uint32Array(2 * at);
      larger.set(this.#runs);
      this.#runs = larger;
    }
    this.#runs[at] = run;
  }
}
