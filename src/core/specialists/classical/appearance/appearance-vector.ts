import type { RegionSamples } from './region-samples.ts';

const lightSteps = 5;
const hueSteps = 7;
const colorBins = lightSteps * hueSteps * hueSteps;
const orientations = 8;
/** Share of the vector's energy that the orientation part has: texture decides between things of like colour. */
const textureEnergy = 0.15;

/** Numbers in an appearance vector. */
export const appearanceVectorLength = colorBins + orientations;

/**
 * Appearance as a unit vector: the square roots of a soft Lab histogram (their scalar product is Bhattacharyya's
 * coefficient) and of a histogram of gradient orientations. Cosine 1 = looks the same, near 0 = no colour in common.
 */
export function appearanceVector(samples: RegionSamples): Float32Array {
  const vector = new Float32Array(appearanceVectorLength);
  addColors(vector.subarray(0, colorBins), samples);
  addOrientations(vector.subarray(colorBins), samples);
  return toUnit(vector, 1);
}

/** Trilinear: a sample counts in the eight cells round it, so that a little more light changes little. */
function addColors(bins: Float32Array, { lab, count }: RegionSamples): void {
  for (let i = 0; i < count; i++) {
    const l = (lab.l[i]! / 100) * (lightSteps - 1);
    const a = hueStep(lab.a[i]!);
    const b = hueStep(lab.b[i]!);
    const [l0, a0, b0] = [lowCell(l, lightSteps), lowCell(a, hueSteps), lowCell(b, hueSteps)];
    const [fl, fa, fb] = [l - l0, a - a0, b - b0];
    const p = (l0 * hueSteps + a0) * hueSteps + b0;
    const q = p + hueSteps * hueSteps;
    spread(bins, p, fa, fb, 1 - fl);
    spread(bins, q, fa, fb, fl);
  }
  toRoots(bins, 1 - textureEnergy);
}

function spread(bins: Float32Array, p: number, fa: number, fb: number, weight: number): void {
  bins[p]! += weight * (1 - fa) * (1 - fb);
  bins[p + 1]! += weight * (1 - fa) * fb;
  bins[p + hueSteps]! += weight * fa * (1 - fb);
  bins[p + hueSteps + 1]! += weight * fa * fb;
}

/** Fine near gray, coarse where colours are strong: -80..80 on the cells 0..6. */
const hueStep = (value: number): number =>
  Math.max(0, Math.min(hueSteps - 1, (hueSteps - 1) * (0.5 + Math.asinh(value / 12) / (2 * Math.asinh(80 / 12)))));

const lowCell = (at: number, steps: number): number => Math.min(steps - 2, at | 0);

/** Weighted by strength; one even part stands for "no texture", so that noise in plain things does not count. */
function addOrientations(bins: Float32Array, { slopeX, slopeY, count }: RegionSamples): void {
  bins.fill((4 * count) / orientations);
  for (let i = 0; i < count; i++) {
    const x = slopeX[i]!;
    const y = slopeY[i]!;
    const strength = Math.min(40, Math.hypot(x, y));
    const at = ((Math.atan2(y, x) / Math.PI + 1) % 1) * orientations;
    const low = (at | 0) % orientations;
    bins[low]! += strength * (1 - (at - (at | 0)));
    bins[(low + 1) % orientations]! += strength * (at - (at | 0));
  }
  toRoots(bins, textureEnergy);
}

/** Square roots, scaled to a sum of squares of `energy`. */
function toRoots(bins: Float32Array, energy: number): void {
  for (let i = 0; i < bins.length; i++) bins[i] = Math.sqrt(bins[i]!);
  toUnit(bins, energy);
}

function toUnit(values: Float32Array, energy: number): Float32Array {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += values[i]! * values[i]!;
  const scale = squares === 0 ? 0 : Math.sqrt(energy / squares);
  for (let i = 0; i < values.length; i++) values[i]! *= scale;
  return values;
}
