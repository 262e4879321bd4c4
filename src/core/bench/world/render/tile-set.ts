import type { Window } from './window.ts';

/** Side of a tile, px. */
export const tileSide = 8;

/** Tiles of a picture, 8 x 8 pixels each. */
export class TileSet {
  readonly columns: number;
  readonly rows: number;
  /** 1 for the members, row by row. */
  readonly members: Uint8Array;

  constructor(width: number, height: number) {
    this.columns = Math.ceil(width / tileSide);
    this.rows = Math.ceil(height / tileSide);
    this.members = new Uint8Array(this.columns * this.rows);
  }

  addAll(): void {
    this.members.fill(1);
  }

  clear(): void {
    this.members.fill(0);
  }

  /** Adds every tile that a window meets once it has grown by `margin` pixels on each side. */
  add({ left, top, right, bottom }: Window, margin = 0): void {
    if (left >= right || top >= bottom) return;
    const from = Math.max(0, Math.floor((left - margin) / tileSide));
    const to = Math.min(this.columns, Math.ceil((right + margin) / tileSide));
    const last = Math.min(this.rows, Math.ceil((bottom + margin) / tileSide));
    for (let y = Math.max(0, Math.floor((top - margin) / tileSide)); y < last; y++)
      this.members.fill(1, y * this.columns + from, y * this.columns + to);
  }

  /** Adds the members of another set of this size and all tiles beside them. */
  addAround({ members }: TileSet): void {
    const { columns, rows } = this;
    for (let y = 0, i = 0; y < rows; y++)
      for (let x = 0; x < columns; x++, i++) {
        if (members[i] === 0) continue;
        const [from, to] = [Math.max(0, x - 1), Math.min(columns, x + 2)];
        for (let row = Math.max(0, y - 1); row < Math.min(rows, y + 2); row++)
          this.members.fill(1, row * columns + from, row * columns + to);
      }
  }
}
