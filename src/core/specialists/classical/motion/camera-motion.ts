import { paintMask } from '../../../masks/bitmap.ts';
import type { Mask } from '../../../masks/mask.ts';
import { type Affine, identityAffine, largestDisplacement } from './affine.ts';
import { type Alignment, alignPoints } from './align.ts';
import type { GrayPyramid } from './gray-pyramid.ts';
import { PointList, strongestPoints } from './points.ts';
import { searchShift } from './shift-search.ts';
import { isStillCamera } from './still-camera.ts';

export interface CameraMotion {
  /** Level-0 coordinates of the pyramid. */
  readonly affine: Affine;
  /** Brightness added to the whole picture, gray levels. */
  readonly gain: number;
  /** 0..1: how much of the background the one movement explains. */
  readonly confidence: number;
}

/** Movement that is not there beyond doubt is none: level-0 px at the corner that moves most. */
const stillPx = 0.12;
/** Farthest shift looked for, level-0 px a frame. */
const searchReach = 32;

const grid = new PointList();
const chosen = new PointList();

/**
 * Movement of the background: a shift search at the coarsest level, then a robust affine fit from coarse to fine on
 * the strongest edges outside the regions.
 */
export function cameraMotion(
  previous: GrayPyramid,
  current: GrayPyramid,
  regions: readonly Mask[],
  expected: Affine = identityAffine,
): CameraMotion {
  if (isStillCamera(previous.levels[0]!, current.levels[0]!)) return { affine: identityAffine, gain: 0, confidence: 1 };
  backgroundPoints(previous, regions, grid);
  strongestPoints(grid, previous.levels[0]!, { target: 500, floor: 10 }, chosen);
  if (chosen.length < 20) return { affine: identityAffine, gain: 0, confidence: 0 };
  const start = coarseShift(previous, current, expected);
  const fitted = refine(previous, current, start);
  return settle(previous, fitted, () =>
    fitLevel(previous, current, 0, { affine: identityAffine, gain: fitted.gain }, 0),
  );
}

function coarseShift(previous: GrayPyramid, current: GrayPyramid, expected: Affine): Affine {
  const level = previous.levels.length - 1;
  const { shift } = searchShift({
    previous: previous.levels[level]!,
    current: current.levels[level]!,
    scale: 0.5 ** level,
    points: grid,
    expected,
    center: centerOf(previous),
    reach: searchReach,
    gain: 0,
  });
  const [a, b, c, d] = expected;
  const [cx, cy] = centerOf(previous);
  return [a, b, c, d, shift[0] + cx - a * cx - c * cy, shift[1] + cy - b * cx - d * cy];
}

function refine(previous: GrayPyramid, current: GrayPyramid, affine: Affine): Alignment {
  let guess = fitLevel(previous, current, previous.levels.length - 1, { affine, gain: 0 }, 6);
  for (let level = previous.levels.length - 2; level >= 0; level--) {
    guess = fitLevel(previous, current, level, guess, level === 0 ? 2 : 4);
  }
  return guess;
}

function fitLevel(
  previous: GrayPyramid,
  current: GrayPyramid,
  level: number,
  guess: { readonly affine: Affine; readonly gain: number },
  iterations: number,
): Alignment {
  const { width, height } = previous.levels[0]!;
  return alignPoints({
    previous: previous.levels[level]!,
    current: current.levels[level]!,
    scale: 0.5 ** level,
    points: chosen,
    model: 'affine',
    start: guess.affine,
    gain: guess.gain,
    iterations,
    center: centerOf(previous),
    radius: Math.max(width, height) / 2,
  });
}

/** A movement of less than a pixel that explains hardly more than none is noise. */
function settle(previous: GrayPyramid, fitted: Alignment, unmoved: () => Alignment): CameraMotion {
  const { affine, gain, inliers, residual } = fitted;
  const { width, height } = previous.levels[0]!;
  const broken = !(Math.abs(affine[0] - 1) < 0.3 && Math.abs(affine[3] - 1) < 0.3);
  if (broken) return { affine: identityAffine, gain: 0, confidence: 0 };
  const confidence = inliers * Math.min(1, 8 / Math.max(8, residual));
  const reach = largestDisplacement(affine, width, height);
  const still = reach < stillPx || (reach < 1 && unmoved().residual <= 1.02 * residual + 0.2);
  return { affine: still ? identityAffine : affine, gain, confidence };
}

const centerOf = ({ levels }: GrayPyramid): readonly [number, number] => [levels[0]!.width / 2, levels[0]!.height / 2];

let occupied = new Uint8Array(0);

/**
 * A grid of places outside the regions. A region that fills much of the picture is likely background itself, and
 * where too little is left, all places count: the fit is robust.
 */
function backgroundPoints(pyramid: GrayPyramid, regions: readonly Mask[], out: PointList): void {
  const { width, height, factor } = pyramid;
  if (occupied.length !== width * height) occupied = new Uint8Array(width * height);
  occupied.fill(0);
  for (const mask of regions) if (mask.area < 0.25 * width * height) paintMask(mask, occupied, 1);
  gridPoints(pyramid, factor, true, out);
  const all = pyramid.levels[0]!.width * pyramid.levels[0]!.height;
  if (out.length * gridStep * gridStep < 0.25 * all) gridPoints(pyramid, factor, false, out);
}

const gridStep = 4;

function gridPoints(pyramid: GrayPyramid, factor: number, freeOnly: boolean, out: PointList): void {
  out.clear();
  const { width, height } = pyramid.levels[0]!;
  for (let y = gridStep >> 1; y < height - 1; y += gridStep) {
    for (let x = gridStep >> 1; x < width - 1; x += gridStep) {
      if (freeOnly && !isFree(x * factor, y * factor, margin * factor, pyramid)) continue;
      out.add(x + 0.5, y + 0.5);
    }
  }
}

/** Working pixels round a region where its own edge still shows. */
const margin = 4;

/** Neither the pixel nor those `away` from it in the four directions belong to a region. */
function isFree(x: number, y: number, away: number, { width, height }: GrayPyramid): boolean {
  const row = y * width;
  const sum =
    occupied[row + x]! +
    occupied[row + Math.max(0, x - away)]! +
    occupied[row + Math.min(width - 1, x + away)]! +
    occupied[Math.max(0, y - away) * width + x]! +
    occupied[Math.min(height - 1, y + away) * width + x]!;
  return sum === 0;
}
