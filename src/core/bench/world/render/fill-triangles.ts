import { near } from './pixel-projection.ts';
import type { PixelVertices } from './pixel-vertices.ts';
import type { ZBuffer } from './z-buffer.ts';

/**
 * Draws the triangles that face the viewer into each buffer: the first with `id`, each next one with `step` more. Of two
 * surfaces as near as each other the lower id is seen, so that the order of drawing makes no difference.
 *
 * Homogeneous edge functions (Olano and Greer 1997): no clipping is needed, and a shared edge gives the two triangles
 * exactly opposite numbers, so that every sample belongs to exactly one of them.
 */
export function fillTriangles(
  buffers: readonly ZBuffer[],
  vertices: PixelVertices,
  indices: Uint32Array,
  id: number,
  step: number,
): void {
  const { width, height } = buffers[0]!;
  if (vertices.behind || vertices.right < 0 || vertices.bottom < 0) return;
  if (vertices.left > width || vertices.top > height) return;
  for (let t = 0, own = id; t < indices.length; t += 3, own += step)
    if (edges.open(vertices, indices[t]!, indices[t + 2]!, indices[t + 1]!))
      for (let k = 0; k < buffers.length; k++) edges.scan(buffers[k]!, own);
}

/** The edge functions a x + b y + c of one triangle, and its nearness, at any point of the picture. */
class TriangleEdges {
  #a0 = 0;
  #b0 = 0;
  #c0 = 0;
  #a1 = 0;
  #b1 = 0;
  #c1 = 0;
  #a2 = 0;
  #b2 = 0;
  #c2 = 0;
  /** Nearness: its slopes and its value at the picture's corner. */
  #kx = 0;
  #ky = 0;
  #k0 = 0;
  #nearest = Infinity;
  /** Range of the triangle, px. */
  #left = 0;
  #right = 0;
  #top = 0;
  #bottom = 0;

  /** False where the triangle cannot be seen: turned away or all of it behind. */
  open(v: PixelVertices, i: number, j: number, k: number): boolean {
    const x0 = v.x[i]!;
    const x1 = v.x[j]!;
    const x2 = v.x[k]!;
    const y0 = v.y[i]!;
    const y1 = v.y[j]!;
    const y2 = v.y[k]!;
    const w0 = v.w[i]!;
    const w1 = v.w[j]!;
    const w2 = v.w[k]!;
    const a0 = y1 * w2 - y2 * w1;
    const b0 = w1 * x2 - w2 * x1;
    const c0 = x1 * y2 - x2 * y1;
    const volume = x0 * a0 + y0 * b0 + w0 * c0;
    if (!(volume > 0)) return false;
    if (w0 >= near && w1 >= near && w2 >= near) {
      const u0 = v.column[i]!;
      const u1 = v.column[j]!;
      const u2 = v.column[k]!;
      const l0 = v.line[i]!;
      const l1 = v.line[j]!;
      const l2 = v.line[k]!;
      this.#left = u0 < u1 ? (u0 < u2 ? u0 : u2) : u1 < u2 ? u1 : u2;
      this.#right = u0 > u1 ? (u0 > u2 ? u0 : u2) : u1 > u2 ? u1 : u2;
      this.#top = l0 < l1 ? (l0 < l2 ? l0 : l2) : l1 < l2 ? l1 : l2;
      this.#bottom = l0 > l1 ? (l0 > l2 ? l0 : l2) : l1 > l2 ? l1 : l2;
      this.#nearest = Infinity;
    } else {
      if (w0 < near && w1 < near && w2 < near) return false;
      this.#left = 0;
      this.#top = 0;
      this.#right = 1e6;
      this.#bottom = 1e6;
      this.#nearest = 1 / near;
    }
    const a1 = y2 * w0 - y0 * w2;
    const b1 = w2 * x0 - w0 * x2;
    const c1 = x2 * y0 - x0 * y2;
    const a2 = y0 * w1 - y1 * w0;
    const b2 = w0 * x1 - w1 * x0;
    const c2 = x0 * y1 - x1 * y0;
    this.#a0 = a0;
    this.#b0 = b0;
    this.#c0 = c0;
    this.#a1 = a1;
    this.#b1 = b1;
    this.#c1 = c1;
    this.#a2 = a2;
    this.#b2 = b2;
    this.#c2 = c2;
    this.#kx = (a0 + a1 + a2) / volume;
    this.#ky = (b0 + b1 + b2) / volume;
    this.#k0 = (c0 + c1 + c2) / volume;
    return true;
  }

  scan({ nearness, ids, width, height, sampleX, sampleY }: ZBuffer, id: number): void {
    const left = Math.max(0, Math.ceil(this.#left - sampleX - 1e-6));
    const right = Math.min(width - 1, Math.floor(this.#right - sampleX + 1e-6));
    const top = Math.max(0, Math.ceil(this.#top - sampleY - 1e-6));
    const bottom = Math.min(height - 1, Math.floor(this.#bottom - sampleY + 1e-6));
    if (left > right || top > bottom) return;
    const a0 = this.#a0;
    const b0 = this.#b0;
    const c0 = this.#c0;
    const a1 = this.#a1;
    const b1 = this.#b1;
    const c1 = this.#c1;
    const a2 = this.#a2;
    const b2 = this.#b2;
    const c2 = this.#c2;
    const kx = this.#kx;
    const ky = this.#ky;
    const k0 = this.#k0;
    const nearest = this.#nearest;
    const tie0 = a0 > 0 || (a0 === 0 && b0 > 0);
    const tie1 = a1 > 0 || (a1 === 0 && b1 > 0);
    const tie2 = a2 > 0 || (a2 === 0 && b2 > 0);
    for (let y = top; y <= bottom; y++) {
      const py = y + sampleY;
      const r0 = b0 * py + c0;
      const r1 = b1 * py + c1;
      const r2 = b2 * py + c2;
      let from = left;
      let to = right;
      if (a0 > 0) from = firstInside(a0, r0, tie0, sampleX, from, to);
      else to = lastInside(a0, r0, tie0, sampleX, from, to);
      if (a1 > 0) from = firstInside(a1, r1, tie1, sampleX, from, to);
      else to = lastInside(a1, r1, tie1, sampleX, from, to);
      if (a2 > 0) from = firstInside(a2, r2, tie2, sampleX, from, to);
      else to = lastInside(a2, r2, tie2, sampleX, from, to);
      const row = y * width;
      const kr = ky * py + k0;
      for (let x = from; x <= to; x++) {
        const key = Math.fround(kx * (x + sampleX) + kr);
        const there = nearness[row + x]!;
        if (key >= there && (key > there || id < ids[row + x]!) && key <= nearest) {
          nearness[row + x] = key;
          ids[row + x] = id;
        }
      }
    }
  }
}

const edges = new TriangleEdges();

/** First pixel of from..to on the inner side of an edge whose function grows to the right; to + 1 if there is none. */
function firstInside(a: number, r: number, tie: boolean, sample: number, from: number, to: number): number {
  if (from > to) return from;
  let x = Math.min(to, Math.max(from, Math.floor(-r / a - sample)));
  if (inside(a * (x + sample) + r, tie)) {
    while (x > from && inside(a * (x - 1 + sample) + r, tie)) x--;
    return x;
  }
  while (x <= to && !inside(a * (x + sample) + r, tie)) x++;
  return x;
}

/** Last pixel of from..to on the inner side of an edge whose function does not grow; from - 1 if there is none. */
function lastInside(a: number, r: number, tie: boolean, sample: number, from: number, to: number): number {
  if (from > to) return to;
  const guess = a === 0 ? to : Math.floor(-r / a - sample);
  let x = Math.min(to, Math.max(from, guess));
  if (inside(a * (x + sample) + r, tie)) {
    while (x < to && inside(a * (x + 1 + sample) + r, tie)) x++;
    return x;
  }
  if (a === 0) return from - 1;
  while (x >= from && !inside(a * (x + sample) + r, tie)) x--;
  return x;
}

function inside(e: number, tie: boolean): boolean {
  return e > 0 || (e === 0 && tie);
}
