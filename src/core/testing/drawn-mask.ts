import { maskFromBitmap } from '../masks/index.ts';
import type { Mask } from '../masks/mask.ts';

/**
 * A mask from a drawing: one line a row, `#` set, anything else not; leading and trailing blank lines and common
 * indentation do not count. Made for tests that show what they mean.
 */
export function drawnMask(drawing: string): Mask {
  const rows = drawnRows(drawing);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const bitmap = new Uint8Array(width * rows.length);
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) if (row[x] === '#') bitmap[y * width + x] = 1;
  });
  return maskFromBitmap(bitmap, [rows.length, width]);
}

function drawnRows(drawing: string): string[] {
  const lines = drawing.split('\n').map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0));
}
