import { type Box, boxBottom, boxRight } from '../../../base/geometry.ts';
import { maskFromBitmap } from '../../../masks/bitmap.ts';
import { connectedComponents } from '../../../masks/components.ts';
import { type Affine, invertAffine, scaleAffine } from './affine.ts';
import { type GrayLevel, type GrayPyramid, sampleGray } from './gray-pyramid.ts';

/** A difference below this is noise, gray levels. */
const leastDifference = 12;
/** Movement against the background that counts, px of the half-size picture. */
const leastFlow = 0.6;
/** Smallest patch, share of the picture. */
const leastShare = 0.001;

let moved = new Uint8Array(0);

/**
 * Boxes, frame px, of what the camera's movement leaves unexplained: patches whose difference from the warped
 * previous frame, divided by the local gradient (normal flow), is more than half a pixel. A box holds the place left
 * as well as the place taken.
 */
export function movingBoxes(previous: GrayPyramid, current: GrayPyramid, camera: Affine, gain: number): Box[] {
  const level = current.levels[1]!;
  const { width, height } = level;
  if (moved.length !== width * height) moved = new Uint8Array(width * height);
  markMoved(previous.levels[1]!, level, invertAffine(scaleAffine(camera, 0.5)), gain);
  const least = Math.max(6, leastShare * width * height);
  const patches = connectedComponents(maskFromBitmap(moved, [height, width])).filter(({ area }) => area >= least);
  return patches.map(({ bbox }) => inFrame(bbox, current));
}

function markMoved(previous: GrayLevel, current: GrayLevel, back: Affine, gain: number): void {
  const { width, height, data } = current;
  const [a, b, c, d, e, f] = back;
  moved.fill(0);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const p = y * width + x;
      const u = x + 0.5;
      const v = y + 0.5;
      const before = sampleGray(previous, a * u + c * v + e - 0.5, b * u + d * v + f - 0.5);
      const difference = Math.abs(data[p]! - before - gain);
      if (!(difference > leastDifference)) continue;
      const slope = Math.abs(data[p + 1]! - data[p - 1]!) + Math.abs(data[p + width]! - data[p - width]!);
      if (difference > leastFlow * (0.5 * slope + 4)) moved[p] = 1;
    }
  }
}

function inFrame(box: Box, { factor, width, height }: GrayPyramid): Box {
  const scale = 2 * factor;
  const x = box[0] * scale;
  const y = box[1] * scale;
  return [x, y, Math.min(width, boxRight(box) * scale) - x, Math.min(height, boxBottom(box) * scale) - y];
}
