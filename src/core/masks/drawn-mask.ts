import { MaskError } from '../base/errors.ts';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import type { Mask } from './mask.ts';

/**
 * A mask drawn as text, a line a row: `#` is set, `.` is not. White space around the lines does not count.
 * @throws MaskError when lines differ in length or hold another character
 */
export function maskFromText(text: string): Mask {
  const rows = text.trim().split(/\s+/);
  const width = rows[0]!.length;
  const pixels = rows.join('');
  if (rows.some((row) => row.length !== width) || /[^#.]/.test(pixels)) {
    throw new MaskError(`a drawn mask is lines of equal length of "#" and ".", got ${JSON.stringify(text)}`);
  }
  return maskFromBitmap(
    Uint8Array.from(pixels, (pixel) => (pixel === '#' ? 1 : 0)),
    [rows.length, width],
  );
}

/** The drawing of a mask, lines joined by line ends; the reverse of `maskFromText`. */
export function maskToText(mask: Mask): string {
  const pixels = Array.from(maskToBitmap(mask), (pixel) => (pixel === 1 ? '#' : '.')).join('');
  return Array.from({ length: mask.height }, (_, y) => pixels.slice(y * mask.width, (y + 1) * mask.width)).join('\n');
}
