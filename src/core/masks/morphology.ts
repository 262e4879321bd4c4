import { InputError } from '../base/errors.ts';
import { type ColumnSpans, columnSpans } from './column-spans.ts';
import type { Mask } from './mask.ts';
import { RunWriter } from './run-writer.ts';
import { invertMask, subtractMask } from './set-algebra.ts';

/**
 * Pixels within the disk dx * dx + dy * dy <= r * r of a set one. r = 1 is the four neighbours, r = 1.5 the eight.
 * @throws InputError for a radius below 0
 */
export function dilateMask(mask: Mask, radius: number): Mask {
  const reach = diskReach(radius);
  if (mask.isEmpty || reach.length === 1) return mask;
  const [left, , width] = mask.bbox;
  const r = reach.length - 1;
  return dilateColumns(mask, reach, Math.max(0, left - r), Math.min(mask.width, left + width + r));
}

/**
 * Pixels whose whole disk is set; what lies outside the frame does not count, so the frame's edge eats nothing.
 * @throws InputError for a radius below 0
 */
export function erodeMask(mask: Mask, radius: number): Mask {
  const reach = diskReach(radius);
  if (mask.isEmpty || reach.length === 1) return mask;
  const [left, , width] = mask.bbox;
  return subtractMask(mask, dilateColumns(invertMask(mask), reach, left, left + width));
}

/** Erosion, then dilation: takes away what is thinner than the disk. */
export const openMask = (mask: Mask, radius: number): Mask => dilateMask(erodeMask(mask, radius), radius);

/** Dilation, then erosion: closes gaps thinner than the disk. */
export const closeMask = (mask: Mask, radius: number): Mask => erodeMask(dilateMask(mask, radius), radius);

/** The columns [from, to) of a dilation; the others stay empty. */
function dilateColumns(mask: Mask, reach: Int32Array, from: number, to: number): Mask {
  const spans = columnSpans(mask);
  const writer = new RunWriter(mask.runs.length);
  const merger = new ColumnMerger(mask.height);
  const r = reach.length - 1;
  for (let x = from; x < to; x++) {
    merger.clear();
    const last = Math.min(mask.width - 1, x + r);
    for (let source = Math.max(0, x - r); source <= last; source++) {
      merger.join(spans, source, reach[Math.abs(source - x)]!);
    }
    merger.writeTo(writer, x);
  }
  return writer.finish(mask.size);
}

/**
 * How far the disk of `dilateMask` reaches up and down in the column `dx` beside its centre, px, for dx = 0 .. floor(radius).
 * @throws InputError for a radius below 0
 */
export function diskReach(radius: number): Int32Array {
  if (!(radius >= 0) || radius > 2 ** 20)
    throw new InputError(`the radius of a disk is at least 0 pixels, got ${radius}`);
  const squared = radius * radius;
  return Int32Array.from({ length: Math.floor(radius) + 1 }, (_, dx) => Math.floor(Math.sqrt(squared - dx * dx)));
}

/** The union of grown spans of one column after another, kept sorted and apart. */
class ColumnMerger {
  #height: number;
  #merged: Int32Array = new Int32Array(64);
  #other: Int32Array = new Int32Array(64);
  #used = 0;

  constructor(height: number) {
    this.#height = height;
  }

  clear(): void {
    this.#used = 0;
  }

  /** Adds the spans of a column, each longer by `grow` at both ends and cut at the frame. */
  join({ first, bounds }: ColumnSpans, column: number, grow: number): void {
    const to = 2 * first[column + 1]!;
    let from = 2 * first[column]!;
    if (from === to) return;
    const a = this.#merged;
    const out = this.#room(this.#used + to - from);
    const used = this.#used;
    let i = 0;
    let n = 0;
    let end = -1;
    while (i < used || from < to) {
      const nextB = from < to ? bounds[from]! - grow : 0x7fffffff;
      let start: number;
      let stop: number;
      if (i < used && a[i]! <= nextB) {
        start = a[i]!;
        stop = a[i + 1]!;
        i += 2;
      } else {
        start = Math.max(0, nextB);
        stop = Math.min(this.#height, bounds[from + 1]! + grow);
        from += 2;
      }
      if (n > 0 && start <= end) {
        if (stop > end) end = out[n - 1] = stop;
      } else {
        out[n] = start;
        end = out[n + 1] = stop;
        n += 2;
      }
    }
    this.#other = a;
    this.#merged = out;
    this.#used = n;
  }

  writeTo(writer: RunWriter, x: number): void {
    const top = x * this.#height;
    for (let i = 0; i < this.#used; i += 2) writer.span(top + this.#merged[i]!, top + this.#merged[i + 1]!);
  }

  #room(length: number): Int32Array {
    if (this.#other.length < length) this.#other = new Int32Array(2 * length);
    return this.#other;
  }
}
