import type { Mask } from '../../../masks/mask.ts';
import type { Shape } from '../../contract.ts';
import { ramp } from './ramp.ts';
import type { Outline } from './region-outline.ts';

/** Fewer pixels than this have no shape to speak of: every word is a guess. */
const leastArea = 40;
const guess = 0.4;

/**
 * Shape words with probabilities; 0.5 is where a person would begin to use the word. They speak of the visible mask:
 * a ball half behind a box is not round.
 */
export function shapeWordsOf(mask: Mask, outline: Outline): Partial<Record<Shape, number>> {
  const words = { ...formWords(outline), ...uprightWords(mask) };
  if (mask.area >= leastArea) return words;
  return Object.fromEntries(Object.keys(words).map((word) => [word, guess]));
}

function formWords(outline: Outline): Partial<Record<Shape, number>> {
  const { area, hullArea, hullPerimeter, longSide, shortSide } = outline;
  const solid = area / Math.max(1, hullArea);
  // 1 for a disc, 0.785 for a square, 0.60 for an equilateral triangle
  const circularity = (4 * Math.PI * hullArea) / Math.max(1, hullPerimeter) ** 2;
  // 1 for a rectangle, 0.785 for an ellipse, 0.5 for a triangle
  const fill = area / Math.max(1, longSide * shortSide);
  const triangle = area < leastArea ? 0 : ramp(largestTriangle(outline) / hullArea, 0.7, 0.88);
  return {
    round: ramp(circularity, 0.86, 0.96) * ramp(outline.axisRatio, 1.5, 1.2) * ramp(solid, 0.8, 0.92),
    elongated: ramp(Math.max(longSide / Math.max(1, shortSide), 0.9 * outline.axisRatio), 2, 3),
    rectangular: ramp(fill, 0.82, 0.95),
    triangular: triangle * ramp(solid, 0.75, 0.9),
  };
}

function uprightWords({ bbox: [, , w, h] }: Mask): Partial<Record<Shape, number>> {
  return { tall: ramp(h / w, 1.2, 1.8), wide: ramp(w / h, 1.2, 1.8) };
}

/** Area of the largest triangle between hull corners: the whole hull for a triangle, half of it for a rectangle, 0.41 for a disc. */
function largestTriangle({ hull }: Outline): number {
  const corners = spreadCorners(hull, 20);
  let most = 0;
  for (let i = 0; i < corners.length; i++) {
    for (let j = i + 1; j < corners.length; j++) {
      for (let k = j + 1; k < corners.length; k++) {
        most = Math.max(most, triangleArea(corners[i]!, corners[j]!, corners[k]!));
      }
    }
  }
  return most;
}

type Corner = readonly [x: number, y: number];

const triangleArea = (a: Corner, b: Corner, c: Corner): number =>
  Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2;

/** The hull's extreme corners in `count` directions, without repetition: a triangle's own corners are always among them. */
function spreadCorners(hull: Float64Array, count: number): Corner[] {
  const picked = new Set<number>();
  for (let k = 0; k < count; k++) {
    const angle = (2 * Math.PI * k) / count;
    picked.add(farthest(hull, Math.cos(angle), Math.sin(angle)));
  }
  return [...picked].map((i): Corner => [hull[i]!, hull[i + 1]!]);
}

function farthest(hull: Float64Array, ux: number, uy: number): number {
  let best = 0;
  let reach = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < hull.length; i += 2) {
    const t = hull[i]! * ux + hull[i + 1]! * uy;
    if (t > reach) {
      reach = t;
      best = i;
    }
  }
  return best;
}
