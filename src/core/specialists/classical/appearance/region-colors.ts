import { basicColors, type Color } from '../../contract.ts';
import { colorIndex } from '../color/color-names.ts';
import { colorShares } from '../color/color-table.ts';
import { ramp } from './ramp.ts';
import type { RegionSamples } from './region-samples.ts';

/** A smaller share is not worth a word. */
const leastShare = 0.02;

/**
 * Shares of the basic colours, largest first. Small bright glare on something coloured is the lamp's colour, so its
 * white goes to the other names in proportion.
 */
export function regionColors({ rgb }: RegionSamples): [Color, number][] {
  const shares = colorShares(rgb);
  forgetGlare(shares);
  return basicColors
    .map((name, i): [Color, number] => [name, shares[i]!])
    .filter(([, share]) => share >= leastShare)
    .sort((a, b) => b[1] - a[1]);
}

function forgetGlare(shares: Float32Array): void {
  const { black, gray, white } = colorIndex;
  const glare = shares[white]!;
  const colored = 1 - glare - shares[black]! - shares[gray]!;
  const forgotten = glare * ramp(colored, 0.4, 0.6) * ramp(glare, 0.2, 0.1);
  shares[white]! -= forgotten;
  const rest = 1 / (1 - forgotten);
  for (let i = 0; i < shares.length; i++) shares[i]! *= rest;
}

/** Mean lightness, 0..1. */
export function regionBrightness({ lab, count }: RegionSamples): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += lab.l[i]!;
  return count === 0 ? 0 : sum / (100 * count);
}
