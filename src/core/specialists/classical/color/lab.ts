/** A picture in CIELab (D65), one plane a channel, row by row: `l` 0..100, `a` and `b` about -110..110. */
export interface LabImage {
  readonly width: number;
  readonly height: number;
  readonly l: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** An all-black Lab picture, to be filled and reused. */
export function createLabImage(width: number, height: number): LabImage {
  const size = width * height;
  return { width, height, l: new Float32Array(size), a: new Float32Array(size), b: new Float32Array(size) };
}

/**
 * sRGB (IEC 61966-2-1) to CIELab with white point D65, through tables: within 0.15 of the exact value a channel.
 * `rgb` is interleaved, 3 bytes a pixel, as many pixels as `out` has; `out` is filled and returned.
 */
export function rgbToLab(rgb: Uint8Array, out: LabImage): LabImage {
  const { l, a, b } = out;
  for (let i = 0, p = 0; i < l.length; i++, p += 3) {
    const red = linear[rgb[p]!]!;
    const green = linear[rgb[p + 1]!]!;
    const blue = linear[rgb[p + 2]!]!;
    const fx = root(0.433953 * red + 0.376219 * green + 0.189828 * blue);
    const fy = root(0.212671 * red + 0.71516 * green + 0.072169 * blue);
    const fz = root(0.017758 * red + 0.109477 * green + 0.872766 * blue);
    l[i] = 116 * fy - 16;
    a[i] = 500 * (fx - fy);
    b[i] = 200 * (fy - fz);
  }
  return out;
}

/** One sRGB colour (0..255 a channel) in CIELab: [l, a, b]. */
export function labOfRgb(red: number, green: number, blue: number): readonly [l: number, a: number, b: number] {
  const { l, a, b } = rgbToLab(Uint8Array.of(red, green, blue), createLabImage(1, 1));
  return [l[0]!, a[0]!, b[0]!];
}

const steps = 16384;
const roots = Float32Array.from({ length: steps + 2 }, (_, i) => labRoot(i / steps));
const linear = Float32Array.from({ length: 256 }, (_, i) => srgbToLinear(i / 255));

/** `t` in 0..1; near black, where the curve is steep against the table's step, it is computed. */
function root(t: number): number {
  return t < 0.008856 ? 7.787037 * t + 0.137931 : roots[(t * steps + 0.5) | 0]!;
}

function labRoot(t: number): number {
  return t > 0.008856 ? Math.cbrt(t) : 7.787037 * t + 0.137931;
}

function srgbToLinear(v: number): number {
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}
