import { ramp } from './ramp.ts';
import type { RegionSamples } from './region-samples.ts';

const mostBins = 512;
const sums = new Float64Array(mostBins);
const counts = new Float64Array(mostBins);
const profile = new Float64Array(mostBins);

/**
 * Probability of stripes: gradients agree in direction (structure tensor), and the light averaged along that direction
 * explains the picture and swings to and fro at least about three times, in steps of like length.
 */
export function stripedness(samples: RegionSamples): number {
  const { coherence, angle, strength } = dominantDirection(samples);
  const oriented = ramp(coherence, 0.3, 0.55) * ramp(strength, 1.5, 4);
  if (oriented === 0) return 0;
  const wave = bestWave(samples, angle);
  return oriented * ramp(wave.explained, 0.3, 0.55) * ramp(wave.swings, 3, 6) * ramp(wave.unevenness, 0.9, 0.5);
}

/** Direction across the stripes, radians; coherence 0 (all directions) .. 1 (one); strength in luma a px. */
function dominantDirection({ slopeX, slopeY, count }: RegionSamples) {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < count; i++) {
    xx += slopeX[i]! * slopeX[i]!;
    xy += slopeX[i]! * slopeY[i]!;
    yy += slopeY[i]! * slopeY[i]!;
  }
  const total = xx + yy;
  const difference = Math.hypot(xx - yy, 2 * xy);
  return {
    coherence: total === 0 ? 0 : difference / total,
    angle: 0.5 * Math.atan2(2 * xy, xx - yy),
    strength: Math.sqrt(total / Math.max(1, count)),
  };
}

interface Wave {
  /** Share of the variance of lightness (its slope over the region taken out) that the profile explains. */
  readonly explained: number;
  /** Times the profile passes its middle. */
  readonly swings: number;
  /** Standard deviation of the distances between swings over their mean. */
  readonly unevenness: number;
}

const none: Wave = { explained: 0, swings: 0, unevenness: 1 };

/** A degree off blurs a long profile, so directions near the gradients' are tried. */
function bestWave(samples: RegionSamples, angle: number): Wave {
  let best = none;
  for (let degrees = -6; degrees <= 6; degrees += 2) {
    const wave = waveAlong(samples, angle + (degrees * Math.PI) / 180);
    if (wave.explained > best.explained) best = wave;
  }
  return best;
}

function waveAlong({ x, y, lab, count }: RegionSamples, angle: number): Wave {
  const ux = Math.cos(angle);
  const uy = Math.sin(angle);
  const { start, width } = binning(x, y, count, ux, uy);
  sums.fill(0);
  counts.fill(0);
  let total = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const bin = Math.min(mostBins - 1, ((x[i]! * ux + y[i]! * uy - start) / width) | 0);
    const l = lab.l[i]!;
    sums[bin]! += l;
    counts[bin]!++;
    total += l;
    squares += l * l;
  }
  const variance = squares / count - (total / count) ** 2;
  return readProfile(variance, count);
}

/** One bin a pixel, wider for regions longer than the table. */
function binning(x: Int32Array, y: Int32Array, count: number, ux: number, uy: number) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const t = x[i]! * ux + y[i]! * uy;
    if (t < low) low = t;
    if (t > high) high = t;
  }
  return { start: low, width: Math.max(1, (high - low + 1) / mostBins) };
}

/** Bins with fewer samples say nothing of their own. */
const leastSamples = 2;

function readProfile(variance: number, count: number): Wave {
  const bins = takeProfile();
  if (bins < 6 || variance < 4) return none;
  const slope = removeSlope(bins);
  let between = 0;
  let used = 0;
  for (let i = 0; i < bins; i++) {
    between += counts[i]! * profile[i]! * profile[i]!;
    used += counts[i]!;
  }
  const rest = Math.max(1e-6, variance - slope / Math.max(1, used));
  return {
    explained: Math.min(1, between / Math.max(1, Math.min(used, count)) / rest),
    ...swings(bins, between / used),
  };
}

/** Packs means of the bins that have samples to the front of `profile` (and their counts); returns how many. */
function takeProfile(): number {
  let n = 0;
  for (let bin = 0; bin < mostBins; bin++) {
    if (counts[bin]! < leastSamples) continue;
    profile[n] = sums[bin]! / counts[bin]!;
    counts[n++] = counts[bin]!;
  }
  return n;
}

/** Takes the straight line out of the profile; returns the variance (times samples) that the line had. */
function removeSlope(bins: number): number {
  let weight = 0;
  let ti = 0;
  let tv = 0;
  for (let i = 0; i < bins; i++) {
    weight += counts[i]!;
    ti += counts[i]! * i;
    tv += counts[i]! * profile[i]!;
  }
  const [mi, mv] = [ti / weight, tv / weight];
  let ii = 1e-9;
  let iv = 0;
  for (let i = 0; i < bins; i++) {
    ii += counts[i]! * (i - mi) ** 2;
    iv += counts[i]! * (i - mi) * (profile[i]! - mv);
  }
  const slope = iv / ii;
  for (let i = 0; i < bins; i++) profile[i] = profile[i]! - mv - slope * (i - mi);
  return slope * slope * ii;
}

/** Passages through the middle that go at least half a standard deviation to the other side. */
function swings(bins: number, variance: number): { readonly swings: number; readonly unevenness: number } {
  const threshold = 0.5 * Math.sqrt(variance);
  const at: number[] = [];
  let side = 0;
  for (let i = 0; i < bins; i++) {
    const here = profile[i]! > threshold ? 1 : profile[i]! < -threshold ? -1 : side;
    if (here !== side && side !== 0) at.push(i);
    side = here;
  }
  return { swings: at.length, unevenness: unevennessOf(at) };
}

/** Dark and light stripes may differ in width, so every second passage is compared. */
function unevennessOf(at: readonly number[]): number {
  const gaps = at.slice(2).map((place, i) => place - at[i]!);
  if (gaps.length === 0) return 0.5;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  return Math.sqrt(variance) / mean;
}
