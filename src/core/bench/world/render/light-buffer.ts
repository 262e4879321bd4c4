import type { FrameGeometry } from './frame-geometry.ts';
import { samples } from './samples.ts';
import type { ShadowMap } from './shadow-map.ts';
import type { SurfaceReader } from './surface-reader.ts';
import { TileSet, tileSide } from './tile-set.ts';
import type { Window } from './window.ts';
import type { ZBuffer } from './z-buffer.ts';

/** Points around a pixel at which nearer surfaces take ambient light away. */
const taps = 10;
/** Cells along a tile's side: a cell is 2 x 2 px. */
const cellsPerTile = tileSide / 2;
/** Point of the world that is looked up. */
const point = new Float64Array(3);

/**
 * Light that reaches what is seen, at half the picture's resolution: the share of the sun and of the ambient light. Both
 * are looked up with turned taps, sixteen turns in each 4 x 4 block, and then averaged over such blocks on one surface.
 */
export class LightBuffer {
  /** Tiles of the picture in which the light is not as it was before. */
  readonly changed: TileSet;
  readonly #width: number;
  readonly #height: number;
  readonly #raw: { sun: Float32Array; open: Float32Array };
  readonly #sun: Float32Array;
  readonly #open: Float32Array;
  readonly #nearness: Float32Array;
  readonly #slopeX: Float32Array;
  readonly #slopeY: Float32Array;
  /** Tile of the shadow map in which the cell was looked up; -1 for none. */
  readonly #shadowTile: Int32Array;
  /** Tiles whose cells are to be looked up again; those in which something came out otherwise. */
  readonly #stale: TileSet;
  readonly #touched: TileSet;
  readonly #radius: number;
  readonly #tapX = new Int32Array(16 * taps);
  readonly #tapY = new Int32Array(16 * taps);

  constructor(width: number, height: number) {
    this.#width = (width + 1) >> 1;
    this.#height = (height + 1) >> 1;
    const make = () => new Float32Array(this.#width * this.#height);
    this.#raw = { sun: make(), open: make() };
    [this.#sun, this.#open, this.#nearness, this.#slopeX, this.#slopeY] = [make(), make(), make(), make(), make()];
    this.#shadowTile = new Int32Array(this.#width * this.#height);
    [this.changed, this.#stale, this.#touched] = [0, 1, 2].map(() => new TileSet(width, height)) as [
      TileSet,
      TileSet,
      TileSet,
    ];
    this.#radius = Math.max(3, 0.06 * height);
    this.#placeTaps();
  }

  /**
   * @param buffer ids and nearness of the first sample
   * @param changed tiles of the picture in which `buffer` is not as it was before, or shows something that has moved
   */
  update(
    buffer: ZBuffer,
    geometry: FrameGeometry,
    reader: SurfaceReader,
    shadows: ShadowMap,
    changed: readonly Window[],
  ): void {
    this.#stale.clear();
    if (shadows.anew) this.#stale.addAll();
    for (const window of changed) this.#stale.add(window, this.#radius + 2);
    this.#touched.clear();
    const { columns, members: stale } = this.#stale;
    const { members: touched } = this.#touched;
    const moved = shadows.changed.members;
    for (let y = 0, i = 0; y < this.#height; y++) {
      const row = Math.floor(y / cellsPerTile) * columns;
      for (let x = 0; x < this.#width; x++, i++) {
        const tile = row + Math.floor(x / cellsPerTile);
        const shadow = this.#shadowTile[i]!;
        if (stale[tile] === 0 && (shadow < 0 || moved[shadow] === 0)) continue;
        if (this.#lookUp(x, y, buffer, geometry, reader, shadows)) touched[tile] = 1;
      }
    }
    this.changed.clear();
    this.changed.addAround(this.#touched);
    this.#average();
  }

  /** Share of the sun at a point of the picture on a surface of that nearness and slope. */
  sun = 1;
  /** Share of the ambient light there. */
  open = 1;

  /** Sets `sun` and `open` for the reader's point: mean of the four nearest values that belong to the same surface. */
  at(reader: SurfaceReader): void {
    const { slopeX, slopeY } = reader;
    const nearness = 1 / reader.depth;
    const u = (reader.column - samples[0].x) / 2;
    const v = (reader.line - samples[0].y) / 2;
    const x0 = Math.floor(u);
    const y0 = Math.floor(v);
    const nearnessHere = this.#nearness;
    let weights = 0;
    let sun = 0;
    let open = 0;
    for (let dy = 0; dy < 2; dy++) {
      const y = y0 + dy;
      const row = clamp(y, this.#height) * this.#width;
      const across = 1.001 - Math.abs(y - v);
      for (let dx = 0; dx < 2; dx++) {
        const x = x0 + dx;
        const i = row + clamp(x, this.#width);
        const expected = nearness + 2 * (slopeX * (x - u) + slopeY * (y - v));
        const same = Math.abs(nearnessHere[i]! - expected) < 0.012 * nearness ? 1 : 0.0005;
        const weight = same * (1.001 - Math.abs(x - u)) * across;
        weights += weight;
        sun += weight * this.#sun[i]!;
        open += weight * this.#open[i]!;
      }
    }
    this.sun = sun / weights;
    this.open = open / weights;
  }

  /** Looks up one cell; false where all is as it was. */
  #lookUp(
    x: number,
    y: number,
    buffer: ZBuffer,
    geometry: FrameGeometry,
    reader: SurfaceReader,
    shadows: ShadowMap,
  ): boolean {
    const i = y * this.#width + x;
    const column = Math.min(2 * x, buffer.width - 1);
    const line = Math.min(2 * y, buffer.height - 1);
    const id = buffer.ids[line * buffer.width + column]!;
    const nearness = buffer.nearness[line * buffer.width + column]!;
    if (id === 0) {
      this.#shadowTile[i] = -1;
      return this.#set(i, 1, 1, nearness, 0, 0);
    }
    const { placement, rows, matrices, firstId, scale } = geometry.placements[geometry.owner[id]!]!;
    reader.open(placement.mesh, 3 * (id - firstId), rows[0]!);
    reader.at(column, line, 0);
    const turn = (x & 3) + 4 * (y & 3);
    const m = matrices[0]!.elements;
    const length = Math.sqrt(reader.fx * reader.fx + reader.fy * reader.fy + reader.fz * reader.fz) || 1;
    const shift = shadows.offset / length / scale;
    const { x: px, y: py, z: pz, fx, fy, fz } = reader;
    const nx = (m[0]! * fx + m[4]! * fy + m[8]! * fz) * shift;
    const ny = (m[1]! * fx + m[5]! * fy + m[9]! * fz) * shift;
    const nz = (m[2]! * fx + m[6]! * fy + m[10]! * fz) * shift;
    point[0] = m[0]! * px + m[4]! * py + m[8]! * pz + m[12]! + nx;
    point[1] = m[1]! * px + m[5]! * py + m[9]! * pz + m[13]! + ny;
    point[2] = m[2]! * px + m[6]! * py + m[10]! * pz + m[14]! + nz;
    // A face turned well away from the sun is dark however it is lit.
    const away = shadows.faces(nx, ny, nz) < -0.3 * shadows.offset;
    const sun = away ? 0 : shadows.seen(point, turn);
    this.#shadowTile[i] = away ? -1 : shadows.tile;
    const open = this.#openness(buffer, column, line, reader, turn);
    return this.#set(i, sun, open, nearness, reader.slopeX, reader.slopeY);
  }

  #set(i: number, sun: number, open: number, nearness: number, slopeX: number, slopeY: number): boolean {
    const same =
      this.#raw.sun[i] === Math.fround(sun) &&
      this.#raw.open[i] === Math.fround(open) &&
      this.#nearness[i] === nearness &&
      this.#slopeX[i] === Math.fround(slopeX) &&
      this.#slopeY[i] === Math.fround(slopeY);
    this.#raw.sun[i] = sun;
    this.#raw.open[i] = open;
    this.#nearness[i] = nearness;
    this.#slopeX[i] = slopeX;
    this.#slopeY[i] = slopeY;
    return !same;
  }

  /** 1 minus the share of the surroundings that rise above the surface's plane, near ones more. */
  #openness(buffer: ZBuffer, column: number, line: number, { slopeX, slopeY }: SurfaceReader, turn: number): number {
    const { nearness, width, height } = buffer;
    const key = nearness[line * width + column]!;
    const reach = this.#radius * 1.3;
    let hidden = 0;
    for (let t = turn * taps; t < (turn + 1) * taps; t++) {
      const dx = this.#tapX[t]!;
      const dy = this.#tapY[t]!;
      const x = column + dx;
      const y = line + dy;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const plane = key + slopeX * dx + slopeY * dy;
      const there = nearness[y * width + x]!;
      if (plane <= 0 || there <= plane * 1.004) continue;
      // Height above the plane in pixels of this depth.
      const rise = ((there - plane) / (there * plane)) * key * 1.2 * height;
      if (rise > 3 * reach) continue;
      const run = Math.sqrt(dx * dx + dy * dy);
      const steep = rise / Math.sqrt(rise * rise + run * run);
      hidden += steep * (rise > reach ? (3 * reach - rise) / (2 * reach) : 1);
    }
    return 1 - Math.min(0.85, (hidden / taps) * 1.15);
  }

  /** Averages the cells of the tiles that changed. */
  #average(): void {
    const { columns, rows, members } = this.changed;
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        if (members[row * columns + column] === 0) continue;
        const [left, top] = [column * cellsPerTile, row * cellsPerTile];
        const right = Math.min(left + cellsPerTile, this.#width);
        const bottom = Math.min(top + cellsPerTile, this.#height);
        for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) this.#averageAt(x, y);
      }
  }

  #averageAt(x: number, y: number): void {
    const { sun, open } = this.#raw;
    const nearness = this.#nearness;
    const i = y * this.#width + x;
    const key = nearness[i]!;
    const slopeX = 2 * this.#slopeX[i]!;
    const slopeY = 2 * this.#slopeY[i]!;
    const limit = 0.012 * key;
    let count = 0;
    let sunSum = 0;
    let openSum = 0;
    for (let dy = -2; dy < 2; dy++) {
      const row = clamp(y + dy, this.#height) * this.#width;
      for (let dx = -2; dx < 2; dx++) {
        const j = row + clamp(x + dx, this.#width);
        const off = nearness[j]! - (key + slopeX * dx + slopeY * dy);
        if (off > limit || off < -limit) continue;
        count++;
        sunSum += sun[j]!;
        openSum += open[j]!;
      }
    }
    this.#sun[i] = count > 0 ? sunSum / count : sun[i]!;
    this.#open[i] = count > 0 ? openSum / count : open[i]!;
  }

  /** Golden spirals in sixteen turns, in whole pixels, never the pixel itself. */
  #placeTaps(): void {
    const [gc, gs] = [-0.7373688780783197, 0.675490294261524];
    const [tc, ts] = [0.9238795325112867, 0.3826834323650898];
    let [c, s] = [1, 0];
    for (let turn = 0; turn < 16; turn++) {
      let [x, y] = [c, s];
      for (let tap = 0; tap < taps; tap++) {
        const share = (tap + 0.6) / taps;
        const r = this.#radius * share * Math.sqrt(share);
        const dx = Math.round(x * r);
        const dy = Math.round(y * r);
        this.#tapX[turn * taps + tap] = dx === 0 && dy === 0 ? (x > 0 ? 1 : -1) : dx;
        this.#tapY[turn * taps + tap] = dy;
        [x, y] = [x * gc - y * gs, x * gs + y * gc];
      }
      [c, s] = [c * tc - s * ts, c * ts + s * tc];
    }
  }
}

function clamp(i: number, end: number): number {
  return i < 0 ? 0 : i >= end ? end - 1 : i;
}
