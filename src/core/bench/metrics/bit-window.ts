import { type Box, boxBottom, boxRight, boxUnion } from '../../base/geometry.ts';
import type { Mask } from '../../masks/index.ts';

/**
 * The part of a frame in which the boundaries of two masks lie, as bits: 32 rows a word (lower bits are upper rows), column
 * after column. A word of zeros ends every column and `margin` columns of zeros stand on either side, so that neighbours
 * need no checks.
 */
export interface BitWindow {
  /** Column of the frame that comes first. */
  readonly left: number;
  /** Row of the frame that comes first, a multiple of 32. */
  readonly top: number;
  readonly columns: number;
  /** Words of a column that hold rows. */
  readonly words: number;
  /** Words from one column to the next, `words` + 1. */
  readonly stride: number;
  readonly margin: number;
  /** Words in all. */
  readonly length: number;
}

/** The window of two masks of one size, not both empty. @param reach of the disk, px */
export function windowOf(a: Mask, b: Mask, reach: number): BitWindow {
  const box = jointBox(a, b);
  // Boundaries lie up to one pixel left of and above what they bound.
  const left = Math.max(0, box[0] - 1);
  const top = Math.max(0, box[1] - 1) & ~31;
  const columns = boxRight(box) - left;
  const words = ((boxBottom(box) - top) >> 5) + 1;
  const margin = Math.max(1, Math.min(reach, columns));
  const stride = words + 1;
  return { left, top, columns, words, stride, margin, length: stride * (columns + 2 * margin) };
}

/** The box of an empty mask is no place. */
function jointBox(a: Mask, b: Mask): Box {
  if (a.isEmpty) return b.bbox;
  return b.isEmpty ? a.bbox : boxUnion(a.bbox, b.bbox);
}

/**
 * Sets the bits of a mask. The frame's last row and column go on beyond its edge by one pixel (the column into the margin),
 * so that no boundary is seen there.
 * @param bits zeros, at least `window.length` of them
 */
export function paintBits(mask: Mask, window: BitWindow, bits: Int32Array): void {
  const { left, top, columns, stride, margin } = window;
  const [h, w] = mask.size;
  const { runs } = mask;
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    let start = at + runs[i]!;
    const end = start + runs[i + 1]!;
    at = end;
    for (let x = Math.floor(start / h); start < end; x++) {
      const foot = x * h + h;
      const to = end < foot ? end - foot + h : h + 1;
      setRows(bits, (margin + x - left) * stride, start - foot + h - top, to - top);
      start = foot;
    }
  }
  const beyond = (margin + columns) * stride;
  if (left + columns === w) bits.copyWithin(beyond, beyond - stride, beyond);
}

/** Sets the rows [from, to) of the column that begins at word `base`. */
function setRows(bits: Int32Array, base: number, from: number, to: number): void {
  const first = base + (from >> 5);
  const last = base + ((to - 1) >> 5);
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - ((to - 1) & 31));
  if (first === last) {
    bits[first]! |= head & tail;
    return;
  }
  bits[first]! |= head;
  for (let i = first + 1; i < last; i++) bits[i] = -1;
  bits[last]! |= tail;
}
