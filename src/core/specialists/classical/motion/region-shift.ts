import { type Affine, displacement } from './affine.ts';
import { type Alignment, alignPoints } from './align.ts';
import type { GrayPyramid } from './gray-pyramid.ts';
import { PointList, strongestPoints } from './points.ts';
import { searchShift } from './shift-search.ts';

export interface RegionShift {
  /** Movement about the region, level-0 coordinates. */
  readonly affine: Affine;
  readonly confidence: number;
}

export interface RegionShiftRequest {
  readonly previous: GrayPyramid;
  readonly current: GrayPyramid;
  /** Places inside the region, level 0. */
  readonly points: PointList;
  readonly center: readonly [x: number, y: number];
  /** Square root of the region's area, level-0 px. */
  readonly extent: number;
  /** Movement of the camera. */
  readonly camera: Affine;
  readonly gain: number;
  /** How the track moved last, level-0 px a frame; looked round as well. */
  readonly velocity?: readonly [x: number, y: number] | undefined;
}

/** Farthest movement against the camera, level-0 px a frame (twice that at 640x360). */
const searchReach = 17;
/** Farthest change of velocity looked for first. */
const nearReach = 4;

const strong = new PointList();
const search = new PointList();

/**
 * Movement of one region: whole-pixel search where the region is still some pixels wide, round the camera's movement
 * and round the last one, then a robust fit from there to full size on its strongest edges.
 */
export function regionShift(request: RegionShiftRequest): RegionShift {
  const { previous, points, camera } = request;
  strongestPoints(points, previous.levels[0]!, { target: 160, floor: 1 }, strong);
  if (strong.length < 4) return { affine: camera, confidence: 0 };
  const level = searchLevel(request.extent);
  pickSearchPoints(points);
  const fitted = refine(request, level, bestStart(request, level));
  return { affine: fitted.affine, confidence: confidenceOf(request, fitted) };
}

const searchLevel = (extent: number): number => (extent < 10 ? 0 : extent < 32 ? 1 : 2);

/** Edges for the place, and points all over so that a match must have the right filling. */
function pickSearchPoints(points: PointList): void {
  search.clear();
  addEvery(points, Math.max(1, points.length / 40));
  addEvery(strong, Math.max(1, strong.length / 40));
}

function addEvery(from: PointList, stride: number): void {
  for (let i = 0; i < from.length; i += stride) search.add(from.x[i | 0]!, from.y[i | 0]!);
}

/** A match this good (mean gray levels) needs no wider search. */
const goodMatch = 4;

function bestStart(request: RegionShiftRequest, level: number): Affine {
  const { camera, velocity, center } = request;
  if (velocity === undefined) return movedTo(camera, center, lookRound(request, level, camera, searchReach).shift);
  const near = lookRound(request, level, movedTo(camera, center, velocity), nearReach);
  if (near.cost < goodMatch) return movedTo(camera, center, near.shift);
  const wide = lookRound(request, level, camera, searchReach);
  return movedTo(camera, center, near.cost <= wide.cost + 0.5 ? near.shift : wide.shift);
}

function lookRound(
  { previous, current, center, gain }: RegionShiftRequest,
  level: number,
  expected: Affine,
  reach: number,
) {
  return searchShift({
    previous: previous.levels[level]!,
    current: current.levels[level]!,
    scale: 0.5 ** level,
    points: search,
    ...{ expected, center, reach, gain },
  });
}

/** The linear part of `affine` with the translation that moves `center` by `shift`. */
function movedTo(affine: Affine, center: readonly [number, number], shift: readonly [number, number]): Affine {
  const [a, b, c, d, e, f] = affine;
  const [x, y] = displacement(affine, center[0], center[1]);
  return [a, b, c, d, e + shift[0] - x, f + shift[1] - y];
}

function refine(request: RegionShiftRequest, from: number, start: Affine): Alignment {
  const { previous, current, center, extent } = request;
  let affine = start;
  let gain = request.gain;
  let fitted: Alignment | undefined;
  for (let level = from; level >= 0; level--) {
    fitted = alignPoints({
      previous: previous.levels[level]!,
      current: current.levels[level]!,
      scale: 0.5 ** level,
      points: strong,
      model: 'similarity',
      start: affine,
      iterations: level === 0 ? 4 : 3,
      radius: Math.max(2, extent / 2),
      ...{ gain, center },
    });
    affine = fitted.affine;
    gain = fitted.gain;
  }
  return fitted!;
}

/** Texture enough to place it, most points explained, and little difference left against the region's own contrast. */
function confidenceOf(request: RegionShiftRequest, { affine, inliers, residual, uncertainty }: Alignment): number {
  const placed = 1 / (1 + (uncertainty / 0.5) ** 2);
  const explained = Math.min(1, inliers / 0.7);
  const matched = 1 / (1 + (residual / (4 + 0.25 * contrastOf(request))) ** 2);
  const [x, y] = displacement(affine, request.center[0], request.center[1]);
  const sane = Math.hypot(x, y) < 3 * searchReach && Math.abs(affine[0] - 1) < 0.4 ? 1 : 0;
  return placed * explained * matched * sane;
}

/** Mean absolute difference from the mean gray of the search points. */
function contrastOf({ previous }: RegionShiftRequest): number {
  const { data, width, height } = previous.levels[0]!;
  const values: number[] = [];
  for (let i = 0; i < search.length; i++) {
    const x = Math.min(width - 1, search.x[i]! | 0);
    const y = Math.min(height - 1, search.y[i]! | 0);
    values.push(data[y * width + x]!);
  }
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return values.reduce((sum, v) => sum + Math.abs(v - mean), 0) / values.length;
}
