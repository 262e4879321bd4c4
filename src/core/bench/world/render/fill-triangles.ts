import { near } from './pixel-projection.ts';
import type { PixelVertices } from './pixel-vertices.ts';
import type { ZBuffer } from './z-buffer.ts';

/**
 * Draws the triangles that face the viewer into each buffer: the first with `id`, each next one with `step` more. Of two
 * surfaces as near as each other the lower id is seen, so that the order of drawing makes no difference.
 *
 * Homogeneous edge functions (Olano and Greer 1997): no clipping is needed, and a shared edge gives the two triangles
 * exactly opposite numbers, so that every sample belongs to exactly one of them. One long function on purpose: its numbers
 * stay in registers.
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
  const { x, y, w, column, line } = vertices;
  for (let t = 0, own = id; t < indices.length; t += 3, own += step) {
    const i = indices[t]!;
    const j = indices[t + 2]!;
    const k = indices[t + 1]!;
    const x0 = x[i]!;
    const x1 = x[j]!;
    const x2 = x[k]!;
    const y0 = y[i]!;
    const y1 = y[j]!;
    const y2 = y[k]!;
    const w0 = w[i]!;
    const w1 = w[j]!;
    const w2 = w[k]!;
    const a0 = y1 * w2 - y2 * w1;
    const b0 = w1 * x2 - w2 * x1;
    const c0 = x1 * y2 - x2 * y1;
    const volume = x0 * a0 + y0 * b0 + w0 * c0;
    // Turned away.
    if (!(volume > 0)) continue;
    let boxLeft = 0;
    let boxRight = 1e6;
    let boxTop = 0;
    let boxBottom = 1e6;
    let nearest = 1 / near;
    if (w0 >= near && w1 >= near && w2 >= near) {
      const u0 = column[i]!;
      const u1 = column[j]!;
      const u2 = column[k]!;
      const l0 = line[i]!;
      const l1 = line[j]!;
      const l2 = line[k]!;
      boxLeft = u0 < u1 ? (u0 < u2 ? u0 : u2) : u1 < u2 ? u1 : u2;
      boxRight = u0 > u1 ? (u0 > u2 ? u0 : u2) : u1 > u2 ? u1 : u2;
      boxTop = l0 < l1 ? (l0 < l2 ? l0 : l2) : l1 < l2 ? l1 : l2;
      boxBottom = l0 > l1 ? (l0 > l2 ? l0 : l2) : l1 > l2 ? l1 : l2;
      nearest = Infinity;
      if (boxRight < 0 || boxBottom < 0 || boxLeft > width || boxTop > height) continue;
    } else if (w0 < near && w1 < near && w2 < near) continue;
    const a1 = y2 * w0 - y0 * w2;
    const b1 = w2 * x0 - w0 * x2;
    const c1 = x2 * y0 - x0 * y2;
    const a2 = y0 * w1 - y1 * w0;
    const b2 = w0 * x1 - w1 * x0;
    const c2 = x0 * y1 - x1 * y0;
    // Nearness: its slopes and its value at the picture's corner.
    const kx = (a0 + a1 + a2) / volume;
    const ky = (b0 + b1 + b2) / volume;
    const k0 = (c0 + c1 + c2) / volume;
    const tie0 = a0 > 0 || (a0 === 0 && b0 > 0);
    const tie1 = a1 > 0 || (a1 === 0 && b1 > 0);
    const tie2 = a2 > 0 || (a2 === 0 && b2 > 0);
    for (let n = 0; n < buffers.length; n++) {
      const { nearness, ids, sampleX, sampleY } = buffers[n]!;
      const left = Math.max(0, Math.ceil(boxLeft - sampleX - 1e-6));
      const right = Math.min(width - 1, Math.floor(boxRight - sampleX + 1e-6));
      const top = Math.max(0, Math.ceil(boxTop - sampleY - 1e-6));
      const bottom = Math.min(height - 1, Math.floor(boxBottom - sampleY + 1e-6));
      if (left > right) continue;
      for (let row = top; row <= bottom; row++) {
        const py = row + sampleY;
        const r0 = b0 * py + c0;
        const r1 = b1 * py + c1;
        const r2 = b2 * py + c2;
        let from = left;
        let to = right;
        // Few pixels are quicker tried one by one from both ends.
        if (right - left < 6) {
          while (from <= to && !inAll(from + sampleX, a0, r0, tie0, a1, r1, tie1, a2, r2, tie2)) from++;
          while (to > from && !inAll(to + sampleX, a0, r0, tie0, a1, r1, tie1, a2, r2, tie2)) to--;
        } else {
          if (a0 > 0) from = firstInside(a0, r0, tie0, sampleX, from, to);
          else to = lastInside(a0, r0, tie0, sampleX, from, to);
          if (a1 > 0) from = firstInside(a1, r1, tie1, sampleX, from, to);
          else to = lastInside(a1, r1, tie1, sampleX, from, to);
          if (a2 > 0) from = firstInside(a2, r2, tie2, sampleX, from, to);
          else to = lastInside(a2, r2, tie2, sampleX, from, to);
        }
        const kr = ky * py + k0;
        const end = row * width + to;
        for (let at = row * width + from, px = from + sampleX; at <= end; at++, px++) {
          const key = Math.fround(kx * px + kr);
          const there = nearness[at]!;
          if (key >= there && (key > there || own < ids[at]!) && key <= nearest) {
            nearness[at] = key;
            ids[at] = own;
          }
        }
      }
    }
  }
}

/** Whether a column of a row is on the inner side of all three edges. */
function inAll(
  px: number,
  a0: number,
  r0: number,
  tie0: boolean,
  a1: number,
  r1: number,
  tie1: boolean,
  a2: number,
  r2: number,
  tie2: boolean,
): boolean {
  return inside(a0 * px + r0, tie0) && inside(a1 * px + r1, tie1) && inside(a2 * px + r2, tie2);
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
