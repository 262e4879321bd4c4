import type { GrayLevel } from './gray-pyramid.ts';

const gridStep = 3;
/** Gray levels a pixel: an edge strong enough to tell a tenth of a pixel of motion from noise. */
const leastEdge = 12;
/** Noise, gray levels, and the motion that still counts as none, px. */
const noise = 1.5;
const stillPx = 0.1;
const leastEdges = 24;
/** When the camera moves, no more edges than this stay where they were (those along the motion, those far away). */
const leastShare = 0.4;

const histogram = new Uint32Array(511);

/**
 * True when the camera stands beyond doubt: of the strong edges of the whole picture, those of all things included, a
 * good part did not change. Things cannot do that under a moving camera, whatever moves besides; a fit to what little
 * background there is can be led astray by shadows. Upright and level edges are judged apart, since those along a pan
 * rest under it.
 */
export function isStillCamera(previous: GrayLevel, current: GrayLevel): boolean {
  const gain = medianChange(previous, current);
  const upright = restingEdges(previous, current, gain, 1, previous.width);
  const level = restingEdges(previous, current, gain, previous.width, 1);
  const rests = ({ edges, resting }: Edges) => edges < leastEdges || resting >= leastShare * edges;
  return upright.edges + level.edges >= leastEdges && rests(upright) && rests(level);
}

interface Edges {
  readonly edges: number;
  readonly resting: number;
}

/** Strong edges whose gradient runs rather along `step` than along `across` (offsets in `data`), and those at rest. */
function restingEdges(previous: GrayLevel, current: GrayLevel, gain: number, step: number, across: number): Edges {
  const { width, height, data } = previous;
  let edges = 0;
  let resting = 0;
  for (let y = 1; y < height - 1; y += gridStep) {
    for (let x = 1; x < width - 1; x += gridStep) {
      const p = y * width + x;
      const edge = 0.5 * Math.abs(data[p + step]! - data[p - step]!);
      if (edge < leastEdge || edge < 0.5 * Math.abs(data[p + across]! - data[p - across]!)) continue;
      edges++;
      if (Math.abs(current.data[p]! - data[p]! - gain) <= noise + stillPx * edge) resting++;
    }
  }
  return { edges, resting };
}

/** Change of brightness that most of the picture shares: exposure, not motion. */
function medianChange(previous: GrayLevel, current: GrayLevel): number {
  const { width, height } = previous;
  histogram.fill(0);
  let count = 0;
  for (let y = 1; y < height - 1; y += 2 * gridStep) {
    for (let x = 1; x < width - 1; x += 2 * gridStep) {
      const p = y * width + x;
      histogram[Math.round(current.data[p]! - previous.data[p]!) + 255]!++;
      count++;
    }
  }
  let below = 0;
  for (let bin = 0; bin < histogram.length; bin++) {
    below += histogram[bin]!;
    if (2 * below >= count) return bin - 255;
  }
  return 0;
}
