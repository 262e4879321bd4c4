import { basicColors } from '../../contract.ts';
import type { NodeTable } from './node-table.ts';

const colors = basicColors.length;

/** Mean Lab of a node. */
export function meanLab(t: NodeTable, node: number): readonly [l: number, a: number, b: number] {
  const area = t.area[node]!;
  return [t.sumL[node]! / area, t.sumA[node]! / area, t.sumB[node]! / area];
}

/** Lab distance as regions are told apart by: lightness counts half. */
export function labGap(p: readonly [number, number, number], q: readonly [number, number, number]): number {
  return Math.hypot((p[0] - q[0]) / 2, p[1] - q[1], p[2] - q[2]);
}

export const boxWidth = (t: NodeTable, node: number): number => t.x1[node]! - t.x0[node]!;
export const boxHeight = (t: NodeTable, node: number): number => t.y1[node]! - t.y0[node]!;
/** Centroid, px from the upper left corner. */
export const centerX = (t: NodeTable, node: number): number => t.sumX[node]! / t.area[node]! + 0.5;
export const centerY = (t: NodeTable, node: number): number => t.sumY[node]! / t.area[node]! + 0.5;

/** Share of its box that a node fills, 0..1. */
export const boxFill = (t: NodeTable, node: number): number => t.area[node]! / (boxWidth(t, node) * boxHeight(t, node));

/** Summed shares of some colours (indices in `basicColors`) in a node, 0..1. */
export function colorShareOf(t: NodeTable, node: number, wanted: readonly number[]): number {
  let sum = 0;
  for (const c of wanted) sum += t.colors[node * colors + c]!;
  return sum / t.area[node]!;
}

/** Axes of the ellipse with a node's second moments: standard deviations in px, and the long axis' slant. */
export interface Ellipse {
  readonly long: number;
  readonly short: number;
  /** |sine| of the angle between long axis and horizontal: 1 is upright. */
  readonly upright: number;
}

export function ellipseOf(t: NodeTable, node: number): Ellipse {
  const area = t.area[node]!;
  const mx = t.sumX[node]! / area;
  const my = t.sumY[node]! / area;
  // 1/12: a pixel is a square, not a point
  const xx = t.sumXx[node]! / area - mx * mx + 1 / 12;
  const yy = t.sumYy[node]! / area - my * my + 1 / 12;
  const xy = t.sumXy[node]! / area - mx * my;
  const mid = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  const cosine = spread > 0 ? (xx - yy) / 2 / spread : 0;
  return {
    long: Math.sqrt(mid + spread),
    short: Math.sqrt(Math.max(1 / 12, mid - spread)),
    upright: Math.sqrt((1 - cosine) / 2),
  };
}

/** Share of the moment ellipse that the node's area covers: 1 for an ellipse, 0.95 for a box, less for odd forms. */
export function ellipseFill(t: NodeTable, node: number, { long, short }: Ellipse): number {
  return t.area[node]! / (4 * Math.PI * long * short);
}
