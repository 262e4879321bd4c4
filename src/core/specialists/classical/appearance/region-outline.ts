import type { Mask } from '../../../masks/mask.ts';

/** Measures of a mask's form. Lengths in px, areas in px². */
export interface Outline {
  readonly area: number;
  readonly hullArea: number;
  readonly hullPerimeter: number;
  /** Corners of the convex hull in order, x and y in turn, on pixel edges. */
  readonly hull: Float64Array;
  /** Sides of the rotated box of least area, longer first. */
  readonly longSide: number;
  readonly shortSide: number;
  /** Axes of the ellipse with the same second moments, longer / shorter. */
  readonly axisRatio: number;
}

/** All from the runs: no pixel is touched. */
export function regionOutline(mask: Mask): Outline {
  const hull = convexHull(mask);
  const { area: hullArea, perimeter } = polygonMeasures(hull);
  const [longSide, shortSide] = leastBox(hull);
  return { area: mask.area, hullArea, hullPerimeter: perimeter, hull, longSide, shortSide, axisRatio: axisRatio(mask) };
}

/** Monotone chains (Andrew 1979) over the top and bottom of each column; columns come sorted. */
function convexHull(mask: Mask): Float64Array {
  const { left, tops, bottoms } = columnExtents(mask);
  const upper: number[] = [];
  const lower: number[] = [];
  for (let i = 0; i < tops.length; i++) {
    if (bottoms[i]! < 0) continue;
    for (const x of [left + i, left + i + 1]) {
      push(upper, x, tops[i]!, 1);
      push(lower, x, bottoms[i]!, -1);
    }
  }
  const hull = new Float64Array(upper.length + lower.length);
  hull.set(upper);
  for (let i = 0, n = lower.length; i < n; i += 2) {
    hull[upper.length + i] = lower[n - 2 - i]!;
    hull[upper.length + i + 1] = lower[n - 1 - i]!;
  }
  return hull;
}

function columnExtents({ runs, height: h, bbox: [left, , w] }: Mask) {
  const tops = new Int32Array(w).fill(h);
  const bottoms = new Int32Array(w).fill(-1);
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const start = at + runs[i]!;
    at = start + runs[i + 1]!;
    for (let x = Math.floor(start / h); x * h < at; x++) {
      const column = x - left;
      tops[column] = Math.min(tops[column]!, Math.max(0, start - x * h));
      bottoms[column] = Math.max(bottoms[column]!, Math.min(h, at - x * h));
    }
  }
  return { left, tops, bottoms };
}

/** Adds a corner to a chain after dropping those that it makes concave; `side` 1 keeps the chain above. */
function push(chain: number[], x: number, y: number, side: 1 | -1): void {
  while (chain.length >= 4) {
    const n = chain.length;
    const [ax, ay, bx, by] = [chain[n - 4]!, chain[n - 3]!, chain[n - 2]!, chain[n - 1]!];
    if (side * ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) > 0) break;
    chain.length = n - 2;
  }
  chain.push(x, y);
}

function polygonMeasures(points: Float64Array): { readonly area: number; readonly perimeter: number } {
  let doubled = 0;
  let perimeter = 0;
  const n = points.length;
  for (let i = 0; i < n; i += 2) {
    const j = (i + 2) % n;
    doubled += points[i]! * points[j + 1]! - points[j]! * points[i + 1]!;
    perimeter += Math.hypot(points[j]! - points[i]!, points[j + 1]! - points[i + 1]!);
  }
  return { area: Math.abs(doubled) / 2, perimeter };
}

/** A box of least area lies along a side of the hull (Freeman and Shapira 1975): all sides are tried. */
function leastBox(hull: Float64Array): readonly [long: number, short: number] {
  let least = Number.POSITIVE_INFINITY;
  let sides: readonly [number, number] = [0, 0];
  const n = hull.length;
  for (let i = 0; i < n; i += 2) {
    const j = (i + 2) % n;
    const dx = hull[j]! - hull[i]!;
    const dy = hull[j + 1]! - hull[i + 1]!;
    const length = Math.hypot(dx, dy);
    if (length === 0) continue;
    const along = extentAlong(hull, dx / length, dy / length);
    const across = extentAlong(hull, -dy / length, dx / length);
    if (along * across >= least) continue;
    least = along * across;
    sides = along > across ? [along, across] : [across, along];
  }
  return sides;
}

function extentAlong(points: Float64Array, ux: number, uy: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < points.length; i += 2) {
    const t = points[i]! * ux + points[i + 1]! * uy;
    if (t < low) low = t;
    if (t > high) high = t;
  }
  return high - low;
}

function axisRatio(mask: Mask): number {
  const { runs, height: h, area } = mask;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const start = at + runs[i]!;
    at = start + runs[i + 1]!;
    for (let x = Math.floor(start / h); x * h < at; x++) {
      const top = Math.max(0, start - x * h);
      const n = Math.min(h, at - x * h) - top;
      const middle = top + (n - 1) / 2;
      sx += n * x;
      sy += n * middle;
      sxx += n * x * x;
      sxy += n * x * middle;
      syy += n * (middle * middle + (n * n - 1) / 12);
    }
  }
  const [mx, my] = [sx / area, sy / area];
  // 1/12 is the spread within a pixel
  return ratioOfAxes(sxx / area - mx * mx + 1 / 12, sxy / area - mx * my, syy / area - my * my + 1 / 12);
}

function ratioOfAxes(xx: number, xy: number, yy: number): number {
  const half = (xx + yy) / 2;
  const off = Math.hypot((xx - yy) / 2, xy);
  return Math.sqrt((half + off) / Math.max(1e-6, half - off));
}
