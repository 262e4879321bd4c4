import { borderColors } from './border-colors.ts';
import { boxFill, boxHeight, boxWidth, centerX, centerY, labGap, meanLab } from './node-features.ts';
import type { RegionForest } from './region-forest.ts';

/** Mean, standard deviation and weight of one cue. */
type Weight = readonly [mean: number, sd: number, weight: number];

/**
 * Logistic regression of "is this node one thing" on hand-annotated pictures, fitted per cue after
 * standardisation (Carreira & Sminchisescu 2010 rank segments alike). Weights as measured, cues below 0.07 left out.
 */
const weights = {
  logAreaSquared: [5.2, 1.492, -0.71],
  strength: [0.372, 0.208, 0.71],
  strengthSquared: [0.182, 0.173, -0.12],
  surround: [0.373, 0.178, 0.82],
  boxFill: [0.618, 0.143, 0.43],
  aspect: [0.471, 0.425, -0.32],
  chroma: [0.545, 0.5, -0.33],
  offCenter: [0.384, 0.141, -0.26],
  fromBorderColors: [0.334, 0.283, 0.22],
  fromMeanColor: [0.591, 0.354, -0.21],
  costStep: [1.268, 1.688, -0.4],
  areaStep: [0.809, 0.897, 0.16],
  strengthSurround: [0.168, 0.145, -0.15],
  lightnessSpread: [0.246, 0.179, 0.09],
  spansPicture: [0.001, 0.038, -0.07],
} as const satisfies Record<string, Weight>;
const bias = -3.77;

/** Nodes smaller or larger than this share of the picture are no candidates. */
const areaRange = [0.0002, 0.7] as const;
/** A node that is nearly all of its parent says nothing that the parent does not say. */
const mostOfParent = 0.95;

/**
 * Probability that each node is one whole thing, 0..1; 0 for nodes that are no candidates. Weights come from few
 * pictures: good for order, rough as a probability.
 */
export function rankNodes(forest: RegionForest, out = new Float32Array(forest.count)): Float32Array {
  const { nodes, count, image } = forest;
  const pixels = image.width * image.height;
  const border = borderColors(nodes, forest.leaves);
  const mean = pictureMean(forest);
  for (let n = 0; n < count; n++) {
    out[n] = isCandidate(forest, n, pixels) ? logistic(bias + cueSum(forest, n, pixels, border, mean)) : 0;
  }
  return out;
}

function isCandidate({ nodes }: RegionForest, n: number, pixels: number): boolean {
  const share = nodes.area[n]! / pixels;
  if (share < areaRange[0] || share >= areaRange[1]) return false;
  const parent = nodes.parent[n]!;
  return parent === 0 || nodes.area[n]! <= mostOfParent * nodes.area[parent]!;
}

type Lab = readonly [number, number, number];

function cueSum({ nodes, image }: RegionForest, n: number, pixels: number, border: readonly Lab[], mean: Lab): number {
  const area = nodes.area[n]!;
  const lab = meanLab(nodes, n);
  const parent = nodes.parent[n]!;
  const width = boxWidth(nodes, n);
  const height = boxHeight(nodes, n);
  const strength = nodes.strength[n]!;
  const surround = nodes.surround[n]!;
  const logArea = Math.log(area / pixels);
  const variance = nodes.sumLl[n]! / area - lab[0] * lab[0];
  const spans = width > 0.95 * image.width || height > 0.95 * image.height;
  return (
    term(weights.logAreaSquared, (logArea * logArea) / 10) +
    term(weights.strength, strength) +
    term(weights.strengthSquared, strength * strength) +
    term(weights.surround, surround) +
    term(weights.boxFill, boxFill(nodes, n)) +
    term(weights.aspect, Math.abs(Math.log(width / height))) +
    term(weights.chroma, Math.hypot(lab[1], lab[2]) / 30) +
    term(weights.offCenter, Math.hypot(centerX(nodes, n) / image.width - 0.5, centerY(nodes, n) / image.height - 0.5)) +
    term(weights.fromBorderColors, Math.min(2, Math.min(...border.map((c) => labGap(lab, c))) / 30)) +
    term(weights.fromMeanColor, Math.min(2, labGap(lab, mean) / 30)) +
    term(weights.costStep, parent === 0 ? 0 : costStep(nodes.cost[parent]!, nodes.cost[n]!)) +
    term(weights.areaStep, parent === 0 ? 0 : Math.log(nodes.area[parent]! / area)) +
    term(weights.strengthSurround, strength * surround) +
    term(weights.lightnessSpread, Math.sqrt(Math.max(0, variance)) / 20) +
    term(weights.spansPicture, spans ? 1 : 0)
  );
}

const term = ([mean, sd, weight]: Weight, value: number): number => (weight * (value - mean)) / sd;

/** How much dearer the next merge is, as a logarithm from -2 to 4 (4 where the node cost nothing: a leaf). */
function costStep(parentCost: number, cost: number): number {
  if (cost <= 0) return 4;
  return Math.max(-2, Math.min(4, Math.log(Math.max(1e-9, parentCost) / cost)));
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

function pictureMean({ nodes, leaves }: RegionForest): Lab {
  let [area, l, a, b] = [0, 0, 0, 0];
  for (let p = 0; p < leaves; p++) {
    area += nodes.area[p]!;
    l += nodes.sumL[p]!;
    a += nodes.sumA[p]!;
    b += nodes.sumB[p]!;
  }
  return [l / area, a / area, b / area];
}
