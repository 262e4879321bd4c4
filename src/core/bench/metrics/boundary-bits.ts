import type { Mask } from '../../masks/index.ts';
import { type BitWindow, paintBits } from './bit-window.ts';

/** Arrays longer than this are not kept for the next pair of masks. */
const keepAtMost = 1 << 20;

/** The boundary of a mask (the rule of `boundaryMap`) as bits of a window, and the list of the words that hold any. */
export class BoundaryBits {
  /** Grows with `grow`; the list below does not. */
  bits = new Int32Array(0);
  /** Where in the window the words that hold boundary lie, and what they held at first; `used` of them. */
  places = new Int32Array(0);
  words = new Int32Array(0);
  used = 0;
  /** Boundary pixels. */
  area = 0;
  #grown = 0;

  /** Takes the boundary of another mask. */
  read(mask: Mask, window: BitWindow): void {
    this.#clear(window.length);
    paintBits(mask, window, this.bits);
    this.#trace(window, mask.size[0]);
  }

  /** Gives memory back after a very large frame. */
  trim(): void {
    if (this.bits.length <= keepAtMost) return;
    this.bits = new Int32Array(0);
    this.places = new Int32Array(0);
    this.words = new Int32Array(0);
  }

  /** Lengthens all that is set up and down until every pixel reaches `rows` rows; never shorter than before. */
  grow(rows: number, window: BitWindow): void {
    while (this.#grown < rows) {
      // A pixel at the window's edge has grown to one side only, `grown` + 1 rows: a longer step would leave a gap there.
      const step = Math.min(rows - this.#grown, this.#grown + 1, 31);
      smear(this.bits, step, window);
      this.#grown += step;
    }
  }

  /** Strikes from the list whatever is set in `bits` so many words before or behind. */
  cross(bits: Int32Array, offset: number): void {
    const { places, words } = this;
    let kept = 0;
    for (let n = 0; n < this.used; n++) {
      const place = places[n]!;
      const rest = words[n]! & ~(bits[place - offset]! | bits[place + offset]!);
      if (rest === 0) continue;
      places[kept] = place;
      words[kept++] = rest;
    }
    this.used = kept;
  }

  /** Pixels that are still listed. */
  listedPixels(): number {
    let pixels = 0;
    for (let n = 0; n < this.used; n++) pixels += countBits(this.words[n]!);
    return pixels;
  }

  #clear(length: number): void {
    if (this.bits.length < length) {
      this.bits = new Int32Array(length);
      this.places = new Int32Array(length);
      this.words = new Int32Array(length);
    } else {
      this.bits.fill(0, 0, length);
    }
    this.used = 0;
    this.area = 0;
    this.#grown = 0;
  }

  /** Turns what is painted into its boundary, in place: a word needs only itself and words that come after it. */
  #trace({ top, columns, words, stride, margin }: BitWindow, height: number): void {
    const { bits } = this;
    const lastRows = height - top - 32 * (words - 1);
    const lastWord = lastRows < 32 ? (1 << lastRows) - 1 : -1;
    for (let c = margin; c < margin + columns; c++) {
      const end = c * stride + words;
      for (let i = end - words; i < end; i++) {
        const here = bits[i]!;
        const right = bits[i + stride]!;
        const below = (here >>> 1) | (bits[i + 1]! << 31);
        const corner = (right >>> 1) | (bits[i + stride + 1]! << 31);
        let edge = (here | right | below | corner) & ~(here & right & below & corner);
        if (i === end - 1) edge &= lastWord;
        bits[i] = edge;
        if (edge !== 0) this.#list(i, edge);
      }
    }
    bits.fill(0, (margin + columns) * stride, (margin + columns + 1) * stride);
  }

  #list(place: number, word: number): void {
    this.places[this.used] = place;
    this.words[this.used++] = word;
    this.area += countBits(word);
  }
}

/** Sets, besides what is set, whatever lies exactly `step` rows above or below it. */
function smear(bits: Int32Array, step: number, { columns, words, stride, margin }: BitWindow): void {
  const back = 32 - step;
  for (let c = margin; c < margin + columns; c++) {
    const end = c * stride + words;
    let above = 0;
    let here = bits[end - words]!;
    for (let i = end - words; i < end; i++) {
      const below = bits[i + 1]!;
      if ((above | here | below) !== 0)
        bits[i] = here | (here << step) | (above >>> back) | (here >>> step) | (below << back);
      above = here;
      here = below;
    }
  }
}

/** Number of set bits (Warren, Hacker's Delight, figure 5-2). */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
