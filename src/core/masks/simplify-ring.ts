import type { Point } from '../base/geometry.ts';
import type { Ring } from './fill-rings.ts';

/**
 * Leaves out points of a ring while the line stays within `tolerance` pixels of them
 * (Ramer-Douglas-Peucker, from the first point and the one farthest from it). Keeps at least two points.
 */
export function simplifyRing(ring: Ring, tolerance: number): Point[] {
  const n = ring.length;
  if (n < 3 || tolerance <= 0) return [...ring];
  const keep = new Uint8Array(n + 1);
  const opposite = farthestFrom(ring, ring[0]!);
  keep[0] = keep[opposite] = 1;
  const open: [number, number][] = [
    [0, opposite],
    [opposite, n],
  ];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const split = worstBetween(ring, part[0], part[1], tolerance);
    if (split < 0) continue;
    keep[split] = 1;
    open.push([part[0], split], [split, part[1]]);
  }
  return ring.filter((_, i) => keep[i] === 1);
}

function farthestFrom(ring: Ring, [x, y]: Point): number {
  let best = 0;
  let bestDistance = -1;
  for (const [i, point] of ring.entries()) {
    const distance = Math.hypot(point[0] - x, point[1] - y);
    if (distance > bestDistance) {
      best = i;
      bestDistance = distance;
    }
  }
  return best;
}

/** The point between two others that is farthest from their line, when farther than `tolerance`; else -1. */
function worstBetween(ring: Ring, from: number, to: number, tolerance: number): number {
  const a = ring[from]!;
  const b = ring[to % ring.length]!;
  let worst = -1;
  let worstDistance = tolerance;
  for (let i = from + 1; i < to; i++) {
    const distance = segmentDistance(ring[i]!, a, b);
    if (distance > worstDistance) {
      worst = i;
      worstDistance = distance;
    }
  }
  return worst;
}

function segmentDistance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
