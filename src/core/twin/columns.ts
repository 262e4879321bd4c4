import type { Box, Point, SizeHw } from '../base/geometry.ts';
import { Mask } from '../masks/mask.ts';

/**
 * A mask as vertical spans, column by column. Unlike run lengths it does not depend on the picture's height, so it
 * can be placed anywhere (`PlacedShape`) without being rebuilt, and two of them are compared only where they meet.
 */
export interface Columns {
  /** First column, px. */
  readonly left: number;
  /** Spans of column `left + i` are `starts[i] .. starts[i + 1]` (in spans, not numbers). */
  readonly starts: Int32Array;
  /** Pairs [from, to) of rows. */
  readonly rows: Int32Array;
  readonly area: number;
  readonly box: Box;
  /** Mean pixel centre, px. */
  readonly centroid: Point;
}

export function columnsOf(mask: Mask): Columns {
  const [left, , width] = mask.bbox;
  const starts = new Int32Array(width + 1);
  const rows: number[] = [];
  let column = 0;
  forEachSpan(mask, (x, from, to) => {
    while (column < x - left) starts[++column] = rows.length / 2;
    rows.push(from, to);
  });
  while (column < width) starts[++column] = rows.length / 2;
  return finishColumns(left, starts, Int32Array.from(rows));
}

function forEachSpan({ runs, height }: Mask, visit: (x: number, from: number, to: number) => void): void {
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    let start = at + runs[i]!;
    at = start + runs[i + 1]!;
    while (start < at) {
      const x = Math.floor(start / height);
      const end = Math.min(at, (x + 1) * height);
      visit(x, start - x * height, end - x * height);
      start = end;
    }
  }
}

/** Measures area, box and centroid of spans that are in order. */
export function finishColumns(left: number, starts: Int32Array, rows: Int32Array): Columns {
  let area = 0;
  let sumX = 0;
  let sumY = 0;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let c = 0; c + 1 < starts.length; c++) {
    for (let s = starts[c]!; s < starts[c + 1]!; s++) {
      const from = rows[2 * s]!;
      const to = rows[2 * s + 1]!;
      const n = to - from;
      area += n;
      sumX += n * (left + c + 0.5);
      sumY += (n * (from + to)) / 2;
      if (from < top) top = from;
      if (to > bottom) bottom = to;
    }
  }
  const box: Box = area === 0 ? [0, 0, 0, 0] : [left, top, starts.length - 1, bottom - top];
  return { left, starts, rows, area, box, centroid: area === 0 ? [0, 0] : [sumX / area, sumY / area] };
}

/** Spans in order, without empty columns at either side. */
export function trimColumns(left: number, starts: Int32Array, rows: readonly number[]): Columns {
  const first = rows.length === 0 ? 0 : starts.lastIndexOf(0);
  const last = starts.indexOf(rows.length / 2);
  return finishColumns(left + first, starts.slice(first, last + 1), Int32Array.from(rows));
}

/** The mask of spans moved by whole pixels; what falls outside the picture is cut off. */
export function maskOfColumns({ left, starts, rows }: Columns, dx: number, dy: number, size: SizeHw): Mask {
  const [h, w] = size;
  const runs = new Uint32Array(rows.length + 2);
  let count = 0;
  let end = 0;
  for (let c = Math.max(0, -left - dx); c + 1 < starts.length && left + c + dx < w; c++) {
    const origin = (left + c + dx) * h;
    for (let s = starts[c]!; s < starts[c + 1]!; s++) {
      const from = Math.max(0, rows[2 * s]! + dy);
      const to = Math.min(h, rows[2 * s + 1]! + dy);
      if (from >= to) continue;
      if (count > 0 && origin + from === end) {
        runs[count - 1]! += to - from;
      } else {
        runs[count++] = origin + from - end;
        runs[count++] = to - from;
      }
      end = origin + to;
    }
  }
  if (end < h * w || count === 0) runs[count++] = h * w - end;
  return new Mask(size, runs.slice(0, count));
}

/** Scaled about its centroid, each new pixel taking the nearest old one. */
export function scaleColumns(shape: Columns, factor: number): Columns {
  const [cx, cy] = shape.centroid;
  const left = Math.round(cx + (shape.left - cx) * factor);
  const right = Math.round(cx + (shape.left + shape.starts.length - 1 - cx) * factor);
  const starts = new Int32Array(Math.max(0, right - left) + 1);
  const rows: number[] = [];
  for (let x = left; x < right; x++) {
    const source = Math.floor(cx + (x + 0.5 - cx) / factor) - shape.left;
    const c = Math.min(Math.max(0, source), shape.starts.length - 2);
    for (let s = shape.starts[c]!; s < shape.starts[c + 1]!; s++) {
      const from = Math.round(cy + (shape.rows[2 * s]! - cy) * factor);
      const to = Math.round(cy + (shape.rows[2 * s + 1]! - cy) * factor);
      if (to > from) rows.push(from, to);
    }
    starts[x - left + 1] = rows.length / 2;
  }
  return finishColumns(left, starts, Int32Array.from(rows));
}
