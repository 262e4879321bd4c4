import type { Mesh } from '../models/contract.ts';
import { samples } from './samples.ts';

const placesX = Float64Array.from([...samples.map(({ x }) => x), 0.5]);
const placesY = Float64Array.from([...samples.map(({ y }) => y), 0.5]);

/**
 * Finds what the picture shows at a point: where on which triangle. The results stay in its fields, so that nothing is
 * made for each pixel; a triangle met again costs little.
 */
export class SurfaceReader {
  /** Point of the picture, px. */
  column = 0;
  line = 0;
  /** Metres ahead of the camera. */
  depth = 0;
  /** Slope of 1 / depth, a pixel. */
  slopeX = 0;
  slopeY = 0;
  /** Point in the mesh's space, and its uvs. */
  x = 0;
  y = 0;
  z = 0;
  u = 0;
  v = 0;
  /** Unit normal in the mesh's space: interpolated. */
  nx = 0;
  ny = 0;
  nz = 0;
  /** The triangle's own normal in the mesh's space, not of length 1. */
  fx = 0;
  fy = 0;
  fz = 0;
  /** Share of the uv square a metre. */
  uvScale = 0;
  readonly #e = new Float64Array(9);
  #volume = 1;
  #mesh: Mesh | undefined;
  #first = -1;
  #rows: Float64Array | undefined;
  #i = 0;
  #j = 0;
  #k = 0;

  /** Takes triangle `first / 3` of a mesh that is projected by `rows`. */
  open(mesh: Mesh, first: number, rows: Float64Array): void {
    if (this.#mesh === mesh && this.#first === first && this.#rows === rows) return;
    this.#mesh = mesh;
    this.#first = first;
    this.#rows = rows;
    const { indices, positions: p } = mesh;
    const i = 3 * indices[first]!;
    const j = 3 * indices[first + 2]!;
    const k = 3 * indices[first + 1]!;
    this.#i = i;
    this.#j = j;
    this.#k = k;
    const x0 = rows[0]! * p[i]! + rows[1]! * p[i + 1]! + rows[2]! * p[i + 2]! + rows[3]!;
    const y0 = rows[4]! * p[i]! + rows[5]! * p[i + 1]! + rows[6]! * p[i + 2]! + rows[7]!;
    const w0 = rows[8]! * p[i]! + rows[9]! * p[i + 1]! + rows[10]! * p[i + 2]! + rows[11]!;
    const x1 = rows[0]! * p[j]! + rows[1]! * p[j + 1]! + rows[2]! * p[j + 2]! + rows[3]!;
    const y1 = rows[4]! * p[j]! + rows[5]! * p[j + 1]! + rows[6]! * p[j + 2]! + rows[7]!;
    const w1 = rows[8]! * p[j]! + rows[9]! * p[j + 1]! + rows[10]! * p[j + 2]! + rows[11]!;
    const x2 = rows[0]! * p[k]! + rows[1]! * p[k + 1]! + rows[2]! * p[k + 2]! + rows[3]!;
    const y2 = rows[4]! * p[k]! + rows[5]! * p[k + 1]! + rows[6]! * p[k + 2]! + rows[7]!;
    const w2 = rows[8]! * p[k]! + rows[9]! * p[k + 1]! + rows[10]! * p[k + 2]! + rows[11]!;
    const e = this.#e;
    e[0] = y1 * w2 - y2 * w1;
    e[1] = w1 * x2 - w2 * x1;
    e[2] = x1 * y2 - x2 * y1;
    e[3] = y2 * w0 - y0 * w2;
    e[4] = w2 * x0 - w0 * x2;
    e[5] = x2 * y0 - x0 * y2;
    e[6] = y0 * w1 - y1 * w0;
    e[7] = w0 * x1 - w1 * x0;
    e[8] = x0 * y1 - x1 * y0;
    this.#volume = x0 * e[0]! + y0 * e[1]! + w0 * e[2]!;
    this.slopeX = (e[0]! + e[3]! + e[6]!) / this.#volume;
    this.slopeY = (e[1]! + e[4]! + e[7]!) / this.#volume;
    // j and k are swapped, so the outside is on the other side.
    const ax = p[k]! - p[i]!;
    const ay = p[k + 1]! - p[i + 1]!;
    const az = p[k + 2]! - p[i + 2]!;
    const bx = p[j]! - p[i]!;
    const by = p[j + 1]! - p[i + 1]!;
    const bz = p[j + 2]! - p[i + 2]!;
    this.fx = ay * bz - az * by;
    this.fy = az * bx - ax * bz;
    this.fz = ax * by - ay * bx;
    if (mesh.uvs !== undefined) this.#measureUvs(mesh.uvs);
  }

  /**
   * Moves to a point of a pixel: that of a sample, or its middle for 4. Outside the triangle the nearest point on
   * it is taken, by clamped weights.
   */
  at(pixelX: number, pixelY: number, sample: number): void {
    const column = pixelX + placesX[sample]!;
    const line = pixelY + placesY[sample]!;
    this.column = column;
    this.line = line;
    const e = this.#e;
    let a = e[0]! * column + e[1]! * line + e[2]!;
    let b = e[3]! * column + e[4]! * line + e[5]!;
    let c = e[6]! * column + e[7]! * line + e[8]!;
    if (a < 0) a = 0;
    if (b < 0) b = 0;
    if (c < 0) c = 0;
    const sum = a + b + c || 1;
    this.depth = this.#volume / sum;
    a /= sum;
    b /= sum;
    c /= sum;
    const { positions: p, normals: n, uvs } = this.#mesh!;
    const i = this.#i;
    const j = this.#j;
    const k = this.#k;
    this.x = a * p[i]! + b * p[j]! + c * p[k]!;
    this.y = a * p[i + 1]! + b * p[j + 1]! + c * p[k + 1]!;
    this.z = a * p[i + 2]! + b * p[j + 2]! + c * p[k + 2]!;
    const nx = a * n[i]! + b * n[j]! + c * n[k]!;
    const ny = a * n[i + 1]! + b * n[j + 1]! + c * n[k + 1]!;
    const nz = a * n[i + 2]! + b * n[j + 2]! + c * n[k + 2]!;
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
    this.nx = nx / length;
    this.ny = ny / length;
    this.nz = nz / length;
    if (uvs === undefined) return;
    this.u = a * uvs[(i / 3) * 2]! + b * uvs[(j / 3) * 2]! + c * uvs[(k / 3) * 2]!;
    this.v = a * uvs[(i / 3) * 2 + 1]! + b * uvs[(j / 3) * 2 + 1]! + c * uvs[(k / 3) * 2 + 1]!;
  }

  #measureUvs(uvs: Float32Array): void {
    const i = (this.#i / 3) * 2;
    const j = (this.#j / 3) * 2;
    const k = (this.#k / 3) * 2;
    const area = (uvs[j]! - uvs[i]!) * (uvs[k + 1]! - uvs[i + 1]!) - (uvs[k]! - uvs[i]!) * (uvs[j + 1]! - uvs[i + 1]!);
    const real = Math.sqrt(this.fx * this.fx + this.fy * this.fy + this.fz * this.fz) || 1;
    this.uvScale = Math.sqrt(Math.abs(area) / real);
  }
}
