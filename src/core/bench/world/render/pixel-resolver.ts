import type { FrameGeometry } from './frame-geometry.ts';
import type { Shader } from './shader.ts';
import type { Sky } from './sky.ts';
import { encoded } from './srgb.ts';
import { type TileSet, tileSide } from './tile-set.ts';
import type { ZBuffer } from './z-buffer.ts';

const none: Uint32Array = new Uint32Array(0);

/** Makes grey levels of samples: a pixel whose samples lie on one surface is shaded once. */
export class PixelResolver {
  /** Red, green, blue of each pixel, 0..255, without noise. */
  readonly levels: Float32Array;
  readonly #width: number;
  readonly #height: number;
  readonly #vignette: Float32Array;
  /** Sum of the samples of one pixel. */
  readonly #sum = new Float64Array(3);
  /** Ids of each sample. */
  #ids: readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] = [none, none, none, none];
  #surface = none;
  #fast: Uint8Array = new Uint8Array(0);

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.levels = new Float32Array(width * height * 3);
    this.#vignette = vignette(width, height);
  }

  /** Works out the pixels of these tiles. */
  resolve(tiles: TileSet, buffers: readonly ZBuffer[], geometry: FrameGeometry, shader: Shader, sky: Sky): void {
    const [a, b, c, d] = buffers;
    this.#ids = [a!.ids, b!.ids, c!.ids, d!.ids];
    this.#surface = geometry.surface;
    this.#fast = geometry.fast;
    const { columns, rows, members } = tiles;
    for (let row = 0; row < rows; row++)
      for (let from = 0; from < columns; from++) {
        if (members[row * columns + from] === 0) continue;
        let to = from + 1;
        while (to < columns && members[row * columns + to] === 1) to++;
        this.#resolveTiles(shader, sky, row, from, to);
        from = to;
      }
  }

  /** Tiles from..to - 1 of a row of tiles. */
  #resolveTiles(shader: Shader, sky: Sky, row: number, from: number, to: number): void {
    const [a, b, c, d] = this.#ids;
    const surface = this.#surface;
    const fast = this.#fast;
    const levels = this.levels;
    const sum = this.#sum;
    const right = Math.min(to * tileSide, this.#width);
    const bottom = Math.min((row + 1) * tileSide, this.#height);
    for (let y = row * tileSide; y < bottom; y++) {
      let i = y * this.#width + from * tileSide;
      for (let x = from * tileSide; x < right; x++, i++) {
        sum[0] = 0;
        sum[1] = 0;
        sum[2] = 0;
        const id = a[i]!;
        const own = surface[id]!;
        if (own === surface[b[i]!] && own === surface[c[i]!] && own === surface[d[i]!] && fast[id] === 0)
          this.#add(shader, sky, id, 4, x, y, 4);
        else this.#addSamples(shader, sky, i, x, y);
        const light = this.#vignette[i]! / 4;
        levels[3 * i] = encoded(sum[0]! * light);
        levels[3 * i + 1] = encoded(sum[1]! * light);
        levels[3 * i + 2] = encoded(sum[2]! * light);
      }
    }
  }

  /** A pixel whose samples differ: each surface once, at its first sample; fast ones sample by sample. */
  #addSamples(shader: Shader, sky: Sky, i: number, x: number, y: number): void {
    const surface = this.#surface;
    let done = 0;
    for (let k = 0; k < 4; k++) {
      if (done & (1 << k)) continue;
      const id = this.#ids[k]![i]!;
      let count = 1;
      if (this.#fast[id] === 0)
        for (let j = k + 1; j < 4; j++)
          if (surface[this.#ids[j]![i]!] === surface[id]) {
            count++;
            done |= 1 << j;
          }
      this.#add(shader, sky, id, k, x, y, count);
    }
  }

  /** Adds what `count` samples show. */
  #add(shader: Shader, sky: Sky, id: number, k: number, x: number, y: number, count: number): void {
    const sum = this.#sum;
    if (id === 0) {
      sky.at(x, y);
      sum[0]! += count * toned(sky.r);
      sum[1]! += count * toned(sky.g);
      sum[2]! += count * toned(sky.b);
      return;
    }
    shader.shade(id, k, x, y);
    sum[0]! += count * toned(shader.r);
    sum[1]! += count * toned(shader.g);
    sum[2]! += count * toned(shader.b);
  }
}

/** Straight up to 0.7, then bent towards 1, so that bright things keep their colour. */
function toned(x: number): number {
  if (x <= 0.7) return x < 0 ? 0 : x;
  const over = (x - 0.7) / 0.3;
  return 0.7 + (0.3 * over) / (1 + over);
}

/** A lens gives its corners a little less light. */
function vignette(width: number, height: number): Float32Array {
  const square = (width * width + height * height) / 4;
  return Float32Array.from({ length: width * height }, (_, i) => {
    const dx = (i % width) + 0.5 - width / 2;
    const dy = Math.floor(i / width) + 0.5 - height / 2;
    return 1 - (0.14 * (dx * dx + dy * dy)) / square;
  });
}
