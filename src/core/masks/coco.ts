import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import type { Mask } from './mask.ts';
import { maskFromRuns } from './mask-from-runs.ts';
import { decodeRle, encodeRle } from './rle-string.ts';

/** A mask as COCO writes it: `size` is [h, w], `counts` the compressed string or the plain run lengths. */
export interface CocoMask {
  readonly size: SizeHw;
  readonly counts: string | readonly number[];
}

/** The compressed COCO form, ready for JSON. @throws MaskError as `encodeRle` */
export function maskToCoco(mask: Mask): { size: [h: number, w: number]; counts: string } {
  return { size: [mask.height, mask.width], counts: encodeRle(mask) };
}

/**
 * Reads a COCO mask object, compressed or not, from data that may hold anything.
 * @throws MaskError when it is no such object or its runs do not fit its size
 */
export function maskFromCoco(value: unknown): Mask {
  if (typeof value !== 'object' || value === null) throw notCoco(value);
  const { size, counts } = value as { size?: unknown; counts?: unknown };
  if (!Array.isArray(size) || size.length !== 2) throw notCoco(value);
  const sizeHw = size as unknown as SizeHw;
  if (typeof counts === 'string') return decodeRle(counts, sizeHw);
  if (Array.isArray(counts)) return maskFromRuns(sizeHw, counts);
  throw notCoco(value);
}

function notCoco(value: unknown): MaskError {
  const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
  return new MaskError(`a COCO mask is { size: [h, w], counts: string or numbers }, got ${found} without that form`);
}
