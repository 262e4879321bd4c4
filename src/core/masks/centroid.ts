import type { Point } from '../base/geometry.ts';
import type { Mask } from './mask.ts';

/** Mean of the pixel centres [x + 0.5, y + 0.5], in pixels; null for an empty mask. */
export function maskCentroid(mask: Mask): Point | null {
  if (mask.isEmpty) return null;
  const { runs, height: h } = mask;
  let sumX = 0;
  let sumY = 0;
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    let start = at + runs[i]!;
    const end = start + runs[i + 1]!;
    at = end;
    while (start < end) {
      const x = Math.floor(start / h);
      const stop = Math.min(end, (x + 1) * h);
      const n = stop - start;
      sumX += n * (x + 0.5);
      sumY += (n * (start + stop - 2 * x * h)) / 2;
      start = stop;
    }
  }
  return [sumX / mask.area, sumY / mask.area];
}
