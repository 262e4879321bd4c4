import type { Box, Point, SizeHw } from '../base/geometry.ts';
import type { Mask } from '../masks/mask.ts';
import { type Columns, maskOfColumns, scaleColumns } from './columns.ts';

/** Shapes get a number when their pixels change, so that comparisons of two shapes can be remembered. */
let versions = 0;

/**
 * A shape that was seen once and has been moved since. Moving adds to an exact (fractional) offset and scale; pixels
 * are always taken from the shape as seen, so many small steps do not wear it out.
 */
export class PlacedShape {
  readonly #seen: Columns;
  #columns: Columns;
  #appliedScale = 1;
  #scale = 1;
  #x = 0;
  #y = 0;
  #mask: Mask | undefined;
  #version = ++versions;

  constructor(seen: Columns) {
    this.#seen = seen;
    this.#columns = seen;
  }

  /** Moves by px and grows by a factor about its centroid. */
  move(dx: number, dy: number, factor = 1): void {
    const from = this.key;
    this.#x += dx;
    this.#y += dy;
    if (factor !== 1) this.#grow(factor);
    if (this.key !== from) this.#mask = undefined;
  }

  #grow(factor: number): void {
    this.#scale = Math.min(8, Math.max(0.125, this.#scale * factor));
    const reach = Math.max(this.#seen.box[2], this.#seen.box[3]) / 2;
    if (Math.abs(this.#scale - this.#appliedScale) * reach < 0.5) return;
    this.#appliedScale = this.#scale;
    this.#columns = scaleColumns(this.#seen, this.#scale);
    this.#version = ++versions;
    this.#mask = undefined;
  }

  clone(): PlacedShape {
    const copy = new PlacedShape(this.#seen);
    copy.#columns = this.#columns;
    copy.#appliedScale = this.#appliedScale;
    copy.#scale = this.#scale;
    copy.#x = this.#x;
    copy.#y = this.#y;
    copy.#mask = this.#mask;
    copy.#version = this.#version;
    return copy;
  }

  /** Other pixels, where this one is, that go on moving from here with the same fractions of a pixel. */
  reshaped(columns: Columns): PlacedShape {
    const shape = new PlacedShape(columns);
    shape.move(this.#x - this.dx, this.#y - this.dy, this.#scale / this.#appliedScale);
    return shape;
  }

  get columns(): Columns {
    return this.#columns;
  }

  /** Whole pixels that `columns` has moved by. */
  get dx(): number {
    return Math.round(this.#x);
  }

  get dy(): number {
    return Math.round(this.#y);
  }

  /** Changes with the pixels of `columns`; equal for a copy that was not grown. */
  get version(): number {
    return this.#version;
  }

  /** Changes when the mask changes. */
  get key(): string {
    return `${this.#version}:${this.dx}:${this.dy}`;
  }

  get area(): number {
    return this.#columns.area;
  }

  /** Not cut at the picture's edges, whole px. */
  get box(): Box {
    const [x, y, w, h] = this.#columns.box;
    return [x + this.dx, y + this.dy, w, h];
  }

  /** With fractions of a pixel; growing does not move it. */
  get centroid(): Point {
    const [x, y] = this.#seen.centroid;
    return [x + this.#x, y + this.#y];
  }

  mask(size: SizeHw): Mask {
    this.#mask ??= maskOfColumns(this.#columns, this.dx, this.dy, size);
    return this.#mask;
  }
}
