import { basicColors } from '../../contract.ts';
import { cellOfRgb, colorTable } from '../color/index.ts';
import type { Gradient } from './gradient.ts';
import { firstHistogram, type NodeTable, texturesAt } from './node-table.ts';
import type { WorkingImage } from './working-image.ts';

/** Adds up every pixel into its leaf: the first rows of `nodes`, which must be cleared. */
export function measureLeaves(labels: Int32Array, image: WorkingImage, gradient: Gradient, nodes: NodeTable): void {
  addSums(labels, image, nodes);
  addHistograms(labels, image, gradient, nodes);
  addColors(labels, image, nodes);
}

function addSums(labels: Int32Array, { width, height, lab }: WorkingImage, nodes: NodeTable): void {
  const { area, x0, y0, x1, y1, sumX, sumY, sumXx, sumXy, sumYy, sumL, sumA, sumB, sumLl, edge } = nodes;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const n = labels[i]!;
      if (area[n] === 0) {
        x0[n] = x;
        x1[n] = x + 1;
        y0[n] = y;
      } else if (x < x0[n]!) x0[n] = x;
      else if (x >= x1[n]!) x1[n] = x + 1;
      y1[n] = y + 1;
      area[n]!++;
      sumX[n]! += x;
      sumY[n]! += y;
      sumXx[n]! += x * x;
      sumXy[n]! += x * y;
      sumYy[n]! += y * y;
      const l = lab.l[i]!;
      sumL[n]! += l;
      sumLl[n]! += l * l;
      sumA[n]! += lab.a[i]!;
      sumB[n]! += lab.b[i]!;
    }
    edge[labels[y * width]!]!++;
    edge[labels[y * width + width - 1]!]!++;
  }
  for (let x = 0; x < width; x++) {
    edge[labels[x]!]!++;
    edge[labels[(height - 1) * width + x]!]!++;
  }
}

function addHistograms(labels: Int32Array, { lab }: WorkingImage, gradient: Gradient, nodes: NodeTable): void {
  const { histograms } = nodes;
  const { l, a, b } = lab;
  for (let i = 0; i < labels.length; i++) {
    const at = firstHistogram(labels[i]!);
    histograms[at + bin(l[i]! * 0.16)]!++;
    histograms[at + 16 + bin((a[i]! + 60) * (16 / 120))]!++;
    histograms[at + 32 + bin((b[i]! + 60) * (16 / 120))]!++;
    histograms[at + texturesAt + gradient.texture[i]!]!++;
  }
}

const bin = (value: number): number => (value < 0 ? 0 : value >= 16 ? 15 : value | 0);

function addColors(labels: Int32Array, { rgb }: WorkingImage, nodes: NodeTable): void {
  const { first, second, firstShare } = colorTable();
  const { colors } = nodes;
  for (let i = 0, p = 0; i < labels.length; i++, p += 3) {
    const cell = cellOfRgb(rgb[p]!, rgb[p + 1]!, rgb[p + 2]!);
    const at = labels[i]! * basicColors.length;
    const share = firstShare[cell]!;
    colors[at + first[cell]!]! += share;
    colors[at + second[cell]!]! += 1 - share;
  }
}
