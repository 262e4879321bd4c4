import { type Columns, finishColumns } from './columns.ts';
import type { PlacedShape } from './placed-shape.ts';

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
    this.#paint(this.inside, blob, 0, 0, 1);
    this.#sum(this.inside, this.#insideSums);
  }

  /** From now on what these shapes cover is not free. */
  cover(shapes: readonly { readonly shape: PlacedShape; readonly dx: number; readonly dy: number }[]): void {
    this.#free.set(this.inside);
    for (const { shape, dx, dy } of shapes) this.#paint(this.#free, shape, dx, dy, 0);
    this.#sum(this.#free, this.#freeSums);
  }

  /** Pixels of a shape, moved by whole px, inside the blob and inside what of it is free. */
  count({ columns, dx: ox, dy: oy }: PlacedShape, dx: number, dy: number): { inside: number; free: number } {
    const { width, height } = this;
    const { starts, rows } = columns;
    const x0 = columns.left + ox + dx - this.left;
    const y0 = oy + dy - this.top;
    let inside = 0;
    let free = 0;
    for (let c = Math.max(0, -x0); c + 1 < starts.length && x0 + c < width; c++) {
      const base = (x0 + c) * (height + 1);
      for (let s = starts[c]!; s < starts[c + 1]!; s++) {
        const from = Math.max(0, rows[2 * s]! + y0);
        const to = Math.min(height, rows[2 * s + 1]! + y0);
        if (from >= to) continue;
        inside += this.#insideSums[base + to]! - this.#insideSums[base + from]!;
        free += this.#freeSums[base + to]! - this.#freeSums[base + from]!;
      }
    }
    return { inside, free };
  }

  /** Writes `value` where the shape lies inside the box. */
  #paint(target: Uint8Array, { columns, dx: ox, dy: oy }: PlacedShape, dx: number, dy: number, value: number): void {
    const { width, height } = this;
    const { starts, rows } = columns;
    const x0 = columns.left + ox + dx - this.left;
    const y0 = oy + dy - this.top;
    for (let c = Math.max(0, -x0); c + 1 < starts.length && x0 + c < width; c++) {
      const base = (x0 + c) * height;
      for (let s = starts[c]!; s < starts[c + 1]!; s++) {
        const from = Math.max(0, rows[2 * s]! + y0);
        const to = Math.min(height, rows[2 * s + 1]! + y0);
        if (from < to) target.fill(value, base + from, base + to);
      }
    }
  }

  #sum(bits: Uint8Array, sums: Int32Array): void {
    const { width, height } = this;
    for (let x = 0; x < width; x++) {
      const base = x * (height + 1);
      for (let y = 0; y < height; y++) sums[base + y + 1] = sums[base + y]! + bits[x * height + y]!;
    }
  }

  /** Labels (1 ..) of the blob's pixels by the shapes that cover them, nearest first; 0 where none does. */
  labels(shapes: readonly PlacedShape[]): Uint8Array {
    const labels = new Uint8Array(this.inside.length);
    for (let i = shapes.length - 1; i >= 0; i--) this.#paint(labels, shapes[i]!, 0, 0, i + 1);
    for (let p = 0; p < labels.length; p++) if (this.inside[p] === 0) labels[p] = 0;
    return labels;
  }

  /** The pixels with a label, as spans in the picture. */
  columnsOf(labels: Uint8Array, label: number): Columns {
    const { width, height } = this;
    const starts = new Int32Array(width + 1);
    const rows: number[] = [];
    for (let x = 0; x < width; x++) {
      for (let y = 0; y < height; y++) {
        if (labels[x * height + y] !== label) continue;
        const from = y;
        while (y < height && labels[x * height + y] === label) y++;
        rows.push(from + this.top, y + this.top);
      }
      starts[x + 1] = rows.length / 2;
    }
    return trimmed(this.left, starts, rows);
  }
}

/** Without the empty columns at either side. */
function trimmed(left: number, starts: Int32Array, rows: readonly number[]): Columns {
  let first = 0;
  while (first + 1 < starts.length && starts[first + 1] === 0) first++;
  let last = starts.length - 1;
  while (last > first && starts[last - 1] === starts[last]) last--;
  return finishColumns(left + first, starts.slice(first, last + 1), Int32Array.from(rows));
}
