import type { Mesh } from '../contract.ts';

export type Point = readonly [number, number, number];

/** Collects vertices and triangles, counter-clockwise seen from outside. */
export class MeshBuilder {
  readonly #positions: number[] = [];
  readonly #normals: number[] = [];
  readonly #uvs: number[] = [];
  readonly #indices: number[] = [];

  /** Returns the vertex's number. The normal need not have length 1. */
  vertex(position: Point, normal: Point, u = 0, v = 0): number {
    const [x, y, z] = normal;
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    this.#positions.push(...position);
    this.#normals.push(x / length, y / length, z / length);
    this.#uvs.push(u, v);
    return this.#positions.length / 3 - 1;
  }

  /** Left out when two of its corners are the same point. */
  triangle(a: number, b: number, c: number): void {
    if (this.#same(a, b) || this.#same(b, c) || this.#same(c, a)) return;
    this.#indices.push(a, b, c);
  }

  /** Four corners in a ring. */
  quad(a: number, b: number, c: number, d: number): void {
    this.triangle(a, b, c);
    this.triangle(a, c, d);
  }

  /** Joins a grid of vertices `columns` wide, first to last row. */
  grid(first: number, columns: number, rows: number): void {
    for (let row = 0; row + 1 < rows; row++)
      for (let column = 0; column + 1 < columns; column++) {
        const a = first + row * columns + column;
        this.quad(a, a + 1, a + 1 + columns, a + columns);
      }
  }

  build(): Mesh {
    return {
      positions: Float32Array.from(this.#positions),
      normals: Float32Array.from(this.#normals),
      uvs: Float32Array.from(this.#uvs),
      indices: Uint32Array.from(this.#indices),
    };
  }

  #same(a: number, b: number): boolean {
    const p = this.#positions;
    return [0, 1, 2].every((i) => Math.fround(p[3 * a + i]!) === Math.fround(p[3 * b + i]!));
  }
}
