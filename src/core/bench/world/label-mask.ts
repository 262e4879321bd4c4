import { Mask } from '../../masks/mask.ts';

/** The pixels of a row-major label map that have a value, as a mask; only columns [x0, x1) are looked at. */
export function labelMask(
  labels: Uint8Array,
  [height, width]: readonly [number, number],
  value: number,
  [x0, x1]: readonly [number, number] = [0, width],
): Mask {
  const runs: number[] = [];
  let start = 0;
  let inside = false;
  for (let x = x0; x < x1; x++) {
    for (let y = 0, at = x; y < height; y++, at += width) {
      if ((labels[at] === value) === inside) continue;
      runs.push(x * height + y - start);
      start = x * height + y;
      inside = !inside;
    }
    if (inside && x === x1 - 1) {
      runs.push(x1 * height - start);
      start = x1 * height;
      inside = false;
    }
  }
  if (start < width * height) runs.push(width * height - start);
  return new Mask([height, width], Uint32Array.from(runs));
}
