import { type Affine, displacement } from './affine.ts';
import type { GrayLevel } from './gray-pyramid.ts';
import type { PointList } from './points.ts';

export interface ShiftSearch {
  readonly previous: GrayLevel;
  readonly current: GrayLevel;
  /** Size of the two levels against level 0. */
  readonly scale: number;
  readonly points: PointList;
  /** Expected movement, level 0; the search goes round the shift it gives at `center`. */
  readonly expected: Affine;
  readonly center: readonly [x: number, y: number];
  /** Farthest shift from the expected one, level-0 px. */
  readonly reach: number;
  readonly gain: number;
}

export interface FoundShift {
  /** Level-0 px. */
  readonly shift: readonly [x: number, y: number];
  /** Mean absolute difference there, gray levels. */
  readonly cost: number;
  /** The same at the expected shift. */
  readonly expectedCost: number;
}

/** A difference above this counts no more: what came into view or went is no worse for being bright. */
const ceiling = 48;
/** What a step away from the expected shift must gain, as share of the cost range: breaks ties of flat things. */
const preference = 0.004;

/** The whole-pixel shift of a level by which the points fit best (truncated absolute differences, full search). */
export function searchShift(search: ShiftSearch): FoundShift {
  const { scale, reach, expected, center } = search;
  const count = takeSamples(search);
  const [ex, ey] = displacement(expected, center[0], center[1]);
  const cx = Math.round(ex * scale);
  const cy = Math.round(ey * scale);
  const radius = Math.max(1, Math.ceil(reach * scale));
  const expectedCost = costAt(search, count, cx, cy, Number.POSITIVE_INFINITY);
  let best = { x: cx, y: cy, cost: expectedCost, rank: expectedCost };
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      const penalty = preference * ceiling * Math.min(1.5 * radius, Math.hypot(dx, dy));
      const cost = costAt(search, count, cx + dx, cy + dy, best.rank - penalty);
      if (cost + penalty < best.rank) best = { x: cx + dx, y: cy + dy, cost, rank: cost + penalty };
    }
  }
  const stays = best.x === cx && best.y === cy;
  return { shift: stays ? [ex, ey] : [best.x / scale, best.y / scale], cost: best.cost, expectedCost };
}

let sampleX = new Int32Array(1024);
let sampleY = new Int32Array(1024);
let sampleValue = new Float32Array(1024);

/** Nearest pixels of the points, with their gray values. */
function takeSamples({ previous, points, scale, gain }: ShiftSearch): number {
  if (sampleX.length < points.length) {
    sampleX = new Int32Array(2 * points.length);
    sampleY = new Int32Array(2 * points.length);
    sampleValue = new Float32Array(2 * points.length);
  }
  let count = 0;
  for (let i = 0; i < points.length; i++) {
    const x = Math.floor(points.x[i]! * scale);
    const y = Math.floor(points.y[i]! * scale);
    if (x >= previous.width || y >= previous.height) continue;
    sampleX[count] = x;
    sampleY[count] = y;
    sampleValue[count++] = previous.data[y * previous.width + x]! + gain;
  }
  return count;
}

/** Mean truncated difference over the points that land inside; half of them must. Stops once it is above `limit`. */
function costAt({ current }: ShiftSearch, count: number, dx: number, dy: number, limit: number): number {
  const { width, height, data } = current;
  const stop = limit * count;
  let sum = 0;
  let inside = 0;
  for (let i = 0; i < count; i++) {
    const x = sampleX[i]! + dx;
    const y = sampleY[i]! + dy;
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    inside++;
    const difference = Math.abs(data[y * width + x]! - sampleValue[i]!);
    sum += Math.min(difference, ceiling);
    if (sum > stop) return ceiling;
  }
  return 2 * inside < count || inside === 0 ? ceiling : sum / inside;
}
