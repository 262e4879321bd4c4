import type { Texture } from '../../contract.ts';
import { ramp } from './ramp.ts';
import type { RegionSamples } from './region-samples.ts';
import { spottedness } from './spots.ts';
import { stripedness } from './stripes.ts';

/** Fewer samples than this show no texture: every word is a guess. */
const leastSamples = 60;
/** Between claim and denial: "cannot tell". */
const guess = 0.4;
/** White print looks like glare, so glare alone is never certain. */
const mostShiny = 0.75;

/**
 * Texture words with probabilities. `transparent` is always a guess: one picture's colours do not tell glass from what
 * is seen through it.
 */
export function textureWordsOf(samples: RegionSamples): Partial<Record<Texture, number>> {
  if (samples.count < leastSamples) {
    return { striped: guess, spotted: guess, plain: guess, shiny: guess, matte: guess, transparent: guess };
  }
  const striped = stripedness(samples);
  const spotted = spottedness(samples) * (1 - striped);
  const shiny = glare(samples) * (1 - Math.max(striped, spotted));
  return {
    striped,
    spotted,
    plain: plainness(samples),
    shiny,
    matte: 0.6 * (1 - shiny / mostShiny),
    transparent: guess,
  };
}

/** Few pixels on an edge, and lightness spread no more than shade spreads it. */
function plainness({ slopeX, slopeY, lab, count }: RegionSamples): number {
  let edges = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    if (Math.abs(slopeX[i]!) + Math.abs(slopeY[i]!) > 9) edges++;
    sum += lab.l[i]!;
    squares += lab.l[i]! * lab.l[i]!;
  }
  const spread = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  return ramp(edges / count, 0.25, 0.06) * ramp(spread, 22, 12);
}

const histogram = new Uint32Array(101);

/** A small part, colourless and near white, far brighter than the middle of the region. */
function glare({ lab, count }: RegionSamples): number {
  const middle = medianLightness(lab.l, count);
  let bright = 0;
  for (let i = 0; i < count; i++) {
    if (lab.l[i]! > Math.max(88, middle + 22) && Math.hypot(lab.a[i]!, lab.b[i]!) < 18) bright++;
  }
  const share = bright / count;
  return mostShiny * ramp(share, 0.003, 0.012) * ramp(share, 0.25, 0.12) * ramp(middle, 78, 68);
}

function medianLightness(l: Float32Array, count: number): number {
  histogram.fill(0);
  for (let i = 0; i < count; i++) histogram[Math.max(0, Math.min(100, l[i]! | 0))]!++;
  let seen = 0;
  for (let value = 0; value <= 100; value++) {
    seen += histogram[value]!;
    if (2 * seen >= count) return value;
  }
  return 100;
}
