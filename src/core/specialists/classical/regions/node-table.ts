import { basicColors } from '../../contract.ts';

/** Histogram bins a node: 16 of each of L, a and b, then 32 of texture. */
export const histogramBins = 80;
/** Where the texture bins start. */
export const texturesAt = 48;
/** First bin of a node in `histograms`. */
export const firstHistogram = (node: number): number => node * histogramBins;

const floatColumns = [
  'area',
  'sumX',
  'sumY',
  'sumXx',
  'sumXy',
  'sumYy',
  'sumL',
  'sumA',
  'sumB',
  'sumLl',
  'edge',
  'perimeter',
  'strength',
  'surround',
  'cost',
] as const;
const intColumns = ['x0', 'y0', 'x1', 'y1', 'parent', 'left', 'right', 'first', 'last', 'tree'] as const;

/**
 * Regions as rows of typed columns: the leaves first, then the inner nodes of each tree in merging order. Sums,
 * boxes, histograms and colours of an inner node are those of its two children put together.
 * `edge`: its pixels on the picture's border. `perimeter`: length of its outline inside the picture.
 * `strength`: mean gradient along it, 0..1. `surround`: mean histogram distance to its neighbours along it, 0..1.
 * `cost`: price of the merge that made it (0 for leaves). `x1`, `y1` are exclusive. `parent` is 0 at a root
 * (of a leaf: the parent in the first tree). `first..last`: its run in the leaf order of its tree (last exclusive).
 */
export type NodeTable = { capacity: number; histograms: Float32Array; colors: Float32Array } & {
  [column in (typeof floatColumns)[number]]: Float64Array;
} & { [column in (typeof intColumns)[number]]: Int32Array };

export function createNodeTable(capacity: number): NodeTable {
  const columns: Record<string, Float64Array | Int32Array> = {};
  for (const name of floatColumns) columns[name] = new Float64Array(capacity);
  for (const name of intColumns) columns[name] = new Int32Array(capacity);
  return {
    capacity,
    histograms: new Float32Array(capacity * histogramBins),
    colors: new Float32Array(capacity * basicColors.length),
    ...columns,
  } as NodeTable;
}

/** `table` with its first `rows` rows zeroed, or a new one where it is too small. */
export function clearedTable(table: NodeTable | undefined, rows: number): NodeTable {
  if (table === undefined || table.capacity < rows) return createNodeTable(Math.ceil(rows * 1.25));
  for (const name of floatColumns) table[name].fill(0, 0, rows);
  for (const name of intColumns) table[name].fill(0, 0, rows);
  table.histograms.fill(0, 0, rows * histogramBins);
  table.colors.fill(0, 0, rows * basicColors.length);
  return table;
}

/** Makes row `node` the union of rows `i` and `j`: every additive column, not outline values. */
export function joinRows(t: NodeTable, i: number, j: number, node: number): void {
  t.left[node] = i;
  t.right[node] = j;
  t.x0[node] = Math.min(t.x0[i]!, t.x0[j]!);
  t.y0[node] = Math.min(t.y0[i]!, t.y0[j]!);
  t.x1[node] = Math.max(t.x1[i]!, t.x1[j]!);
  t.y1[node] = Math.max(t.y1[i]!, t.y1[j]!);
  joinSums(t, i, j, node);
  joinRuns(t.histograms, histogramBins, i, j, node);
  joinRuns(t.colors, basicColors.length, i, j, node);
}

function joinSums(t: NodeTable, i: number, j: number, node: number): void {
  t.area[node] = t.area[i]! + t.area[j]!;
  t.sumX[node] = t.sumX[i]! + t.sumX[j]!;
  t.sumY[node] = t.sumY[i]! + t.sumY[j]!;
  t.sumXx[node] = t.sumXx[i]! + t.sumXx[j]!;
  t.sumXy[node] = t.sumXy[i]! + t.sumXy[j]!;
  t.sumYy[node] = t.sumYy[i]! + t.sumYy[j]!;
  t.sumL[node] = t.sumL[i]! + t.sumL[j]!;
  t.sumA[node] = t.sumA[i]! + t.sumA[j]!;
  t.sumB[node] = t.sumB[i]! + t.sumB[j]!;
  t.sumLl[node] = t.sumLl[i]! + t.sumLl[j]!;
  t.edge[node] = t.edge[i]! + t.edge[j]!;
}

function joinRuns(values: Float32Array, length: number, i: number, j: number, node: number): void {
  const a = i * length;
  const b = j * length;
  const out = node * length;
  for (let k = 0; k < length; k++) values[out + k] = values[a + k]! + values[b + k]!;
}
