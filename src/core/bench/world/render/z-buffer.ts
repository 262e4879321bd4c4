import { near } from './pixel-projection.ts';
import type { PixelVertices } from './pixel-vertices.ts';

/** Half-open range of pixels. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Nearest surface of each pixel, sampled at one point of it. Homogeneous edge functions (Olano and Greer 1997): no
 * clipping is needed, and a shared edge gives the two triangles exactly opposite numbers, so that every sample belongs to
 * exactly one of them.
 */
export class ZBuffer {
  /** 1 / metres ahead; 0 where nothing is. */
  readonly nearness: Float32Array;
  /** As given to `fill`; 0 where nothing is. */
  readonly ids: Uint32Array;
  readonly width: number;
  readonly height: number;
  /** Where in the pixel the sample is. */
  sampleX = 0.5;
  sampleY = 0.5;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.nearness = new Float32Array(width * height);
    this.ids = new Uint32Array(width * height);
  }

  clear({ left, top, right, bottom }: Window = this.all()): void {
    for (let y = top; y < bottom; y++) {
      this.nearness.fill(0, y * this.width + left, y * this.width + right);
      this.ids.fill(0, y * this.width + left, y * this.width + right);
    }
  }

  all(): Window {
    return { left: 0, top: 0, right: this.width, bottom: this.height };
  }

  /** Draws the triangles that face the viewer: the first with `id`, each next one with `step` more. */
  fill(vertices: PixelVertices, indices: Uint32Array, id: number, step: number): void {
    if (vertices.behind || vertices.right < 0 || vertices.bottom < 0) return;
    if (vertices.left > this.width || vertices.top > this.height) return;
    for (let t = 0; t < indices.length; t += 3, id += step)
      this.#triangle(vertices, indices[t]!, indices[t + 2]!, indices[t + 1]!, id);
  }

  #triangle(v: PixelVertices, i: number, j: number, k: number, id: number): void {
    const { sampleX, sampleY, width } = this;
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
    if (!(volume > 0)) return;

    const cut = w0 < near || w1 < near || w2 < near;
    let left = 0;
    let right = width - 1;
    let top = 0;
    let bottom = this.height - 1;
    if (!cut) {
      const u0 = v.column[i]!;
      const u1 = v.column[j]!;
      const u2 = v.column[k]!;
      const l0 = v.line[i]!;
      const l1 = v.line[j]!;
      const l2 = v.line[k]!;
      left = Math.max(0, Math.floor(Math.min(u0, u1, u2) - sampleX));
      right = Math.min(right, Math.ceil(Math.max(u0, u1, u2) - sampleX));
      top = Math.max(0, Math.floor(Math.min(l0, l1, l2) - sampleY));
      bottom = Math.min(bottom, Math.ceil(Math.max(l0, l1, l2) - sampleY));
      if (left > right || top > bottom) return;
    } else if (w0 < near && w1 < near && w2 < near) return;

    const a1 = y2 * w0 - y0 * w2;
    const b1 = w2 * x0 - w0 * x2;
    const c1 = x2 * y0 - x0 * y2;
    const a2 = y0 * w1 - y1 * w0;
    const b2 = w0 * x1 - w1 * x0;
    const c2 = x0 * y1 - x1 * y0;
    const tie0 = a0 > 0 || (a0 === 0 && b0 > 0);
    const tie1 = a1 > 0 || (a1 === 0 && b1 > 0);
    const tie2 = a2 > 0 || (a2 === 0 && b2 > 0);
    const kx = (a0 + a1 + a2) / volume;
    const ky = (b0 + b1 + b2) / volume;
    const k0 = (c0 + c1 + c2) / volume;
    const nearest = cut ? 1 / near : Infinity;
    const { nearness, ids } = this;

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
        const key = kx * (x + sampleX) + kr;
        if (key > nearness[row + x]! && key <= nearest) {
          nearness[row + x] = key;
          ids[row + x] = id;
        }
      }
    }
  }
}

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
