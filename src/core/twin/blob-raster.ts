import type { Point } from '../base/geometry.ts';
import { type Columns, trimColumns } from './columns.ts';
import type { PlacedShape } from './placed-shape.ts';

/** A shape and how far it is moved, whole px. */
export interface MovedShape {
  readonly shape: PlacedShape;
  readonly dx: number;
  readonly dy: number;
}

const unmoved: Point = [0, 0];

/** A blob's box as pixels, with sums down each column so that any shape's pixels in it are counted by its spans. */
export class BlobRaster {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 1 inside the blob, column by column. */
  readonly inside: Uint8Array;
  readonly #insideSums: Int32Array;
  readonly #free: Uint8Array;
  readonly #freeSums: Int32Array;

  constructor(blob: PlacedShape) {
    [this.left, this.top, this.width, this.height] = blob.box;
    this.inside = new Uint8Array(this.width * this.height);
    this.#free = new Uint8Array(this.inside.length);
    this.#insideSums = new Int32Array(this.width * (this.height + 1));
    this.#freeSums = new Int32Array(this.#insideSums.length);
    this.#paint(this.inside, blob, unmoved, 1);
    this.#sum(this.inside, this.#insideSums);
  }

  /** From now on what these shapes cover is not free, in the columns of the picture [from, to); elsewhere nothing is told. */
  cover(shapes: readonly MovedShape[], [from, to]: readonly [from: number, to: number]): void {
    const [first, last] = [Math.max(0, from - this.left), Math.min(this.width, to - this.left)];
    if (first >= last) return;
    const { height } = this;
    this.#free.set(this.inside.subarray(first * height, last * height), first * height);
    for (const { shape, dx, dy } of shapes) this.#paint(this.#free, shape, [dx, dy], 0);
    this.#sum(this.#free, this.#freeSums, first, last);
  }

  /** Pixels of a shape, moved by whole px, inside the blob and inside what of it is free. */
  count({ columns, dx: ox, dy: oy }: PlacedShape, [dx, dy]: Point): { inside: number; free: number } {
    const { width, height } = this;
    const { starts, rows } = columns;
    const insideSums = this.#insideSums;
    const freeSums = this.#freeSums;
    const x0 = columns.left + ox + dx - this.left;
    const y0 = oy + dy - this.top;
    const end = Math.min(starts.length - 1, width - x0);
    let inside = 0;
    let free = 0;
    for (let c = Math.max(0, -x0); c < end; c++) {
      const base = (x0 + c) * (height + 1);
      for (let s = starts[c]!; s < starts[c + 1]!; s++) {
        const from = Math.max(0, rows[2 * s]! + y0);
        const to = Math.min(height, rows[2 * s + 1]! + y0);
        if (from >= to) continue;
        inside += insideSums[base + to]! - insideSums[base + from]!;
        free += freeSums[base + to]! - freeSums[base + from]!;
      }
    }
    return { inside, free };
  }

  /** How many pixels of each label (0 ..) lie under a shape. */
  labelsUnder(shape: PlacedShape, labels: Uint8Array): Int32Array {
    const counts = new Int32Array(256);
    this.#eachSpan(shape, unmoved, (x, from, to) => {
      for (let p = x * this.height + from; p < x * this.height + to; p++) counts[labels[p]!]!++;
    });
    return counts;
  }

  /** Writes `value` where the shape lies inside the box. */
  #paint(target: Uint8Array, shape: PlacedShape, by: Point, value: number): void {
    this.#eachSpan(shape, by, (x, from, to) => target.fill(value, x * this.height + from, x * this.height + to));
  }

  /** Spans [from, to) of rows of a moved shape that lie in the box, column by column. */
  #eachSpan(
    { columns: { starts, rows, left }, dx: ox, dy: oy }: PlacedShape,
    [dx, dy]: Point,
    visit: (x: number, from: number, to: number) => void,
  ): void {
    const { width, height } = this;
    const x0 = left + ox + dx - this.left;
    const y0 = oy + dy - this.top;
    for (let c = Math.max(0, -x0); c + 1 < starts.length && x0 + c < width; c++) {
      for (let s = starts[c]!; s < starts[c + 1]!; s++) {
        const from = Math.max(0, rows[2 * s]! + y0);
        const to = Math.min(height, rows[2 * s + 1]! + y0);
        if (from < to) visit(x0 + c, from, to);
      }
    }
  }

  #sum(bits: Uint8Array, sums: Int32Array, first = 0, last = this.width): void {
    const { height } = this;
    for (let x = first; x < last; x++) {
      const base = x * (height + 1);
      for (let y = 0; y < height; y++) sums[base + y + 1] = sums[base + y]! + bits[x * height + y]!;
    }
  }

  /** Labels (1 ..) of the blob's pixels by the shapes that cover them, nearest first; 0 where none does. */
  labels(shapes: readonly PlacedShape[]): Uint8Array {
    const labels = new Uint8Array(this.inside.length);
    for (let i = shapes.length - 1; i >= 0; i--) this.#paint(labels, shapes[i]!, unmoved, i + 1);
    for (let p = 0; p < labels.length; p++) if (this.inside[p] === 0) labels[p] = 0;
    return labels;
  }

  /** The pixels with each label from 1 to `count`, as spans in the picture. */
  columnsOf(labels: Uint8Array, count: number): Columns[] {
    const { width, height } = this;
    const rows: number[][] = Array.from({ length: count + 1 }, () => []);
    const starts = rows.map(() => new Int32Array(width + 1));
    for (let x = 0; x < width; x++) {
      for (let y = 0, base = x * height; y < height; ) {
        const from = y;
        const label = labels[base + y]!;
        do y++;
        while (y < height && labels[base + y] === label);
        rows[label]!.push(from + this.top, y + this.top);
      }
      for (let label = 1; label <= count; label++) starts[label]![x + 1] = rows[label]!.length / 2;
    }
    return starts.slice(1).map((ends, i) => trimColumns(this.left, ends, rows[i + 1]!));
  }
}
