import { near } from './pixel-projection.ts';
import { noWindow, type Window } from './window.ts';

/** Vertices of one mesh in homogeneous pixels, reused for mesh after mesh. */
export class PixelVertices {
  /** Column times w, line times w, metres ahead. */
  x = new Float64Array(0);
  y = new Float64Array(0);
  w = new Float64Array(0);
  /** Column and line; only where w >= near. */
  column = new Float64Array(0);
  line = new Float64Array(0);
  count = 0;
  /** Range of the vertices in the picture, px; everywhere as soon as one is nearer than `near`. */
  left = 0;
  right = 0;
  top = 0;
  bottom = 0;
  /** All vertices are nearer than `near` or behind. */
  behind = true;

  /** Projects x, y, z triples by three rows of four numbers. */
  project(positions: Float32Array, rows: Float64Array): void {
    this.#reserve(positions.length / 3);
    const { x, y, w, column, line } = this;
    const [a, b, c, d] = [rows[0]!, rows[1]!, rows[2]!, rows[3]!];
    const [e, f, g, h] = [rows[4]!, rows[5]!, rows[6]!, rows[7]!];
    const [i, j, k, l] = [rows[8]!, rows[9]!, rows[10]!, rows[11]!];
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    let ahead = 0;
    for (let n = 0, p = 0; n < this.count; n++, p += 3) {
      const px = positions[p]!;
      const py = positions[p + 1]!;
      const pz = positions[p + 2]!;
      const hx = a * px + b * py + c * pz + d;
      const hy = e * px + f * py + g * pz + h;
      const hw = i * px + j * py + k * pz + l;
      x[n] = hx;
      y[n] = hy;
      w[n] = hw;
      if (!(hw >= near)) continue;
      ahead++;
      const u = hx / hw;
      const v = hy / hw;
      column[n] = u;
      line[n] = v;
      if (u < left) left = u;
      if (u > right) right = u;
      if (v < top) top = v;
      if (v > bottom) bottom = v;
    }
    this.behind = ahead === 0;
    const whole = ahead === this.count;
    this.left = whole ? left : -Infinity;
    this.right = whole ? right : Infinity;
    this.top = whole ? top : -Infinity;
    this.bottom = whole ? bottom : Infinity;
  }

  /** Pixels of a picture that what was projected can lie in. */
  window(width: number, height: number): Window {
    if (this.behind || this.right < 0 || this.bottom < 0 || this.left > width || this.top > height) return noWindow;
    return {
      left: Math.max(0, Math.floor(this.left) - 1),
      top: Math.max(0, Math.floor(this.top) - 1),
      right: Math.min(width, Math.ceil(this.right) + 1),
      bottom: Math.min(height, Math.ceil(this.bottom) + 1),
    };
  }

  #reserve(count: number): void {
    this.count = count;
    if (this.x.length >= count) return;
    const size = Math.max(1024, 2 * count);
    this.x = new Float64Array(size);
    this.y = new Float64Array(size);
    this.w = new Float64Array(size);
    this.column = new Float64Array(size);
    this.line = new Float64Array(size);
  }
}
