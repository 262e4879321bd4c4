import { type ColumnSpans, columnSpans } from './column-spans.ts';
import type { Mask } from './mask.ts';
import { emptyMask } from './mask-from-runs.ts';
import { RunWriter } from './run-writer.ts';
import { invertMask, subtractMask, unionMasks } from './set-algebra.ts';

/** What counts as connected. */
export interface ComponentOptions {
  /** Whether pixels that touch at a corner only belong together (8, default) or not (4). */
  neighbours?: 4 | 8;
}

/** The connected parts of a mask, in the column-major order of their first pixels. Works on runs (union-find). */
export function connectedComponents(mask: Mask, { neighbours = 8 }: ComponentOptions = {}): Mask[] {
  const { spans, part, count } = labelSpans(mask, neighbours);
  const writers = Array.from({ length: count }, () => new RunWriter(8));
  forEachSpan(spans, (i, start, end) => writers[part[i]!]!.span(start, end));
  return writers.map((writer) => writer.finish(mask.size));
}

/** The largest connected part; of equal ones the first; an empty mask stays empty. */
export function largestComponent(mask: Mask, { neighbours = 8 }: ComponentOptions = {}): Mask {
  if (mask.isEmpty) return emptyMask(mask.size);
  const labelled = labelSpans(mask, neighbours);
  const areas = partAreas(labelled);
  const largest = areas.indexOf(areas.reduce((a, b) => Math.max(a, b)));
  return partsWhere(mask, labelled, (part) => part === largest);
}

/**
 * Sets unset regions that do not reach the frame's edge. They hold together by 4 neighbours when the mask does by 8
 * (default), and the reverse.
 * @param options.maxArea only holes of at most this many pixels; default all
 */
export function fillHoles(
  mask: Mask,
  { neighbours = 8, maxArea = Number.POSITIVE_INFINITY }: ComponentOptions & { maxArea?: number } = {},
): Mask {
  const inverse = invertMask(mask);
  const labelled = labelSpans(inverse, neighbours === 8 ? 4 : 8);
  const areas = partAreas(labelled);
  const open = partsAtEdge(labelled);
  const holes = partsWhere(inverse, labelled, (part) => open[part] === 0 && areas[part]! <= maxArea);
  return unionMasks(mask, holes);
}

/** Takes away connected parts of fewer than `minArea` pixels. */
export function removeIslands(mask: Mask, minArea: number, { neighbours = 8 }: ComponentOptions = {}): Mask {
  const labelled = labelSpans(mask, neighbours);
  const areas = partAreas(labelled);
  return subtractMask(
    mask,
    partsWhere(mask, labelled, (part) => areas[part]! < minArea),
  );
}

/** The spans of a mask and the number of the connected part of each. */
interface LabelledSpans {
  readonly spans: ColumnSpans;
  readonly part: Int32Array;
  readonly count: number;
}

function labelSpans(mask: Mask, neighbours: 4 | 8): LabelledSpans {
  const spans = columnSpans(mask);
  const parents = joinTouching(spans, neighbours === 8 ? 1 : 0);
  const part = new Int32Array(parents.length);
  let count = 0;
  // A root is the first span of its part, so its number is known when the others come.
  for (let i = 0; i < parents.length; i++) {
    const root = findRoot(parents, i);
    part[i] = root === i ? count++ : part[root]!;
  }
  return { spans, part, count };
}

/** Joins spans of neighbouring columns that overlap, or lie within `slack` rows; parents point to earlier spans. */
function joinTouching({ first, bounds, width }: ColumnSpans, slack: number): Int32Array {
  const parents = Int32Array.from({ length: bounds.length / 2 }, (_, i) => i);
  for (let x = 1; x < width; x++) {
    let a = first[x - 1]!;
    let b = first[x]!;
    const endA = b;
    const endB = first[x + 1]!;
    while (a < endA && b < endB) {
      const stopA = bounds[2 * a + 1]!;
      const stopB = bounds[2 * b + 1]!;
      if (bounds[2 * a]! < stopB + slack && bounds[2 * b]! < stopA + slack) link(parents, a, b);
      if (stopA <= stopB) a++;
      else b++;
    }
  }
  return parents;
}

function link(parents: Int32Array, a: number, b: number): void {
  const rootA = findRoot(parents, a);
  const rootB = findRoot(parents, b);
  if (rootA < rootB) parents[rootB] = rootA;
  else parents[rootA] = rootB;
}

function findRoot(parents: Int32Array, i: number): number {
  let root = i;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]!]!;
    root = parents[root]!;
  }
  return root;
}

function partAreas({ spans, part, count }: LabelledSpans): Float64Array {
  const areas = new Float64Array(count);
  for (let i = 0; i < part.length; i++) areas[part[i]!]! += spans.bounds[2 * i + 1]! - spans.bounds[2 * i]!;
  return areas;
}

/** 1 for each part that reaches the frame's edge. */
function partsAtEdge({ spans: { first, bounds, height, width }, part, count }: LabelledSpans): Uint8Array {
  const atEdge = new Uint8Array(count);
  for (let i = 0; i < part.length; i++) {
    const side = i < first[1]! || i >= first[width - 1]!;
    if (side || bounds[2 * i] === 0 || bounds[2 * i + 1] === height) atEdge[part[i]!] = 1;
  }
  return atEdge;
}

function partsWhere(mask: Mask, { spans, part }: LabelledSpans, keep: (part: number) => boolean): Mask {
  const writer = new RunWriter(mask.runs.length);
  forEachSpan(spans, (i, start, end) => {
    if (keep(part[i]!)) writer.span(start, end);
  });
  return writer.finish(mask.size);
}

function forEachSpan(spans: ColumnSpans, visit: (i: number, start: number, end: number) => void): void {
  const { first, bounds, height, width } = spans;
  for (let x = 0; x < width; x++) {
    const top = x * height;
    for (let i = first[x]!; i < first[x + 1]!; i++) visit(i, top + bounds[2 * i]!, top + bounds[2 * i + 1]!);
  }
}
