import type { WorkingImage } from './working-image.ts';

/** Colour difference (sum over R, G, B) that halves the say of a working pixel over a full pixel beside it. */
const colorSoftness = 12;

/**
 * Leaf of every full-resolution pixel. Between working pixels of different leaves the pixel goes to the leaf whose
 * pixels lie nearer and look more alike, so that edges follow the full picture.
 * `rgb` is the full picture, `labels` belongs to `image`; fills `out` (width * height) and returns it.
 */
export function fullLabels(
  rgb: Uint8Array,
  width: number,
  height: number,
  image: WorkingImage,
  labels: Int32Array,
  out: Int32Array,
): Int32Array {
  const columns = samples(width, image.width);
  const rows = samples(height, image.height);
  for (let y = 0, i = 0; y < height; y++) {
    const top = rows.first[y]! * image.width;
    const bottom = Math.min(image.height - 1, rows.first[y]! + 1) * image.width;
    for (let x = 0; x < width; x++, i++) {
      const left = columns.first[x]!;
      const right = left + 1 < image.width ? left + 1 : left;
      const label = labels[top + left]!;
      const same = label === labels[top + right] && label === labels[bottom + left] && label === labels[bottom + right];
      out[i] = same
        ? label
        : bestLabel(rgb, 3 * i, image.rgb, labels, top, bottom, left, right, columns.weight[x]!, rows.weight[y]!);
    }
  }
  return out;
}

/** For each full pixel of an axis: the working pixel before its centre and the weight of the one after. */
function samples(full: number, working: number): { first: Int32Array; weight: Float32Array } {
  const first = new Int32Array(full);
  const weight = new Float32Array(full);
  for (let i = 0; i < full; i++) {
    const at = Math.max(0, Math.min(working - 1, ((i + 0.5) * working) / full - 0.5));
    first[i] = Math.floor(at);
    weight[i] = at - first[i]!;
  }
  return { first, weight };
}

function bestLabel(
  rgb: Uint8Array,
  p: number,
  small: Uint8Array,
  labels: Int32Array,
  top: number,
  bottom: number,
  left: number,
  right: number,
  wx: number,
  wy: number,
): number {
  const l0 = labels[top + left]!;
  const l1 = labels[top + right]!;
  const l2 = labels[bottom + left]!;
  const l3 = labels[bottom + right]!;
  const s0 = say(rgb, p, small, top + left, (1 - wx) * (1 - wy));
  const s1 = say(rgb, p, small, top + right, wx * (1 - wy));
  const s2 = say(rgb, p, small, bottom + left, (1 - wx) * wy);
  const s3 = say(rgb, p, small, bottom + right, wx * wy);
  const t0 = s0 + (l1 === l0 ? s1 : 0) + (l2 === l0 ? s2 : 0) + (l3 === l0 ? s3 : 0);
  const t1 = s1 + (l2 === l1 ? s2 : 0) + (l3 === l1 ? s3 : 0);
  const t2 = s2 + (l3 === l2 ? s3 : 0);
  if (t0 >= t1 && t0 >= t2 && t0 >= s3) return l0;
  if (t1 >= t2 && t1 >= s3) return l1;
  return t2 >= s3 ? l2 : l3;
}

function say(rgb: Uint8Array, p: number, small: Uint8Array, q: number, weight: number): number {
  const gap =
    Math.abs(rgb[p]! - small[3 * q]!) +
    Math.abs(rgb[p + 1]! - small[3 * q + 1]!) +
    Math.abs(rgb[p + 2]! - small[3 * q + 2]!);
  return weight / (colorSoftness + gap);
}
