import { type Affine, invertAffine, scaleAffine } from './affine.ts';
import { type GrayLevel, type GrayPyramid, sampleGray } from './gray-pyramid.ts';

/** Side of a block, px of the half-size picture. */
const side = 8;
/** Variance below which a block shows nothing that could be known again. */
const leastVariance = 16;
/** Correlation from which on a block shows the same as before. */
const sameBlock = 0.5;
/** Blocks with something in them, at least; fewer say nothing. */
const leastBlocks = 6;
/**
 * Less of the blocks known again than this is a cut. Measured on six clips: 0.79 and more from frame to frame
 * (running camera and horse included), 0.22 and less from clip to clip.
 */
const mostKnown = 0.45;

/** True when the picture shows something else than the one before: little of it is known again where it should be. */
export function isCut(previous: GrayPyramid, current: GrayPyramid, camera: Affine): boolean {
  const back = invertAffine(scaleAffine(camera, 0.5));
  const before = previous.levels[1]!;
  const now = current.levels[1]!;
  let known = 0;
  let total = 0;
  for (let y = 0; y + side <= now.height; y += side) {
    for (let x = 0; x + side <= now.width; x += side) {
      const alike = correlation(before, now, x, y, back);
      if (alike === null) continue;
      total++;
      if (alike > sameBlock) known++;
    }
  }
  return total >= leastBlocks && known < mostKnown * total;
}

/** Of a block with the place it came from; null where that lies outside, or both are flat. */
function correlation(before: GrayLevel, now: GrayLevel, x0: number, y0: number, back: Affine): number | null {
  const [a, b, c, d, e, f] = back;
  let [n, sumP, sumQ, sumPP, sumQQ, sumPQ] = [0, 0, 0, 0, 0, 0];
  for (let y = y0; y < y0 + side; y++) {
    for (let x = x0; x < x0 + side; x++) {
      const [u, v] = [x + 0.5, y + 0.5];
      const p = sampleGray(before, a * u + c * v + e - 0.5, b * u + d * v + f - 0.5);
      if (!(p >= 0)) continue;
      const q = now.data[y * now.width + x]!;
      n++;
      sumP += p;
      sumQ += q;
      sumPP += p * p;
      sumQQ += q * q;
      sumPQ += p * q;
    }
  }
  if (n < 0.7 * side * side) return null;
  const varP = sumPP / n - (sumP / n) ** 2;
  const varQ = sumQQ / n - (sumQ / n) ** 2;
  if (varP < leastVariance && varQ < leastVariance) return null;
  return (sumPQ / n - (sumP * sumQ) / (n * n)) / Math.sqrt(Math.max(1, varP) * Math.max(1, varQ));
}
