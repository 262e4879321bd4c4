import { basicColors, type Color } from '../../contract.ts';

/** Place of each basic colour name in `basicColors`, and so in every list of shares. */
export const colorIndex: Readonly<Record<Color, number>> = Object.fromEntries(
  basicColors.map((name, i) => [name, i]),
) as Record<Color, number>;

const { red, orange, yellow, green, blue, purple, pink, brown, black, gray, white } = colorIndex;

/**
 * How far a CIELab colour bears each of the eleven basic names (Berlin & Kay 1969): shares in the order of
 * `basicColors` that sum to 1, borders soft. Judged by saturation `chroma / (l + 16)`, which shade leaves as it is
 * (shade scales `l + 16` and chroma alike, by the cube root of the light lost), not by chroma alone.
 */
export function colorMembership(l: number, a: number, b: number, out = new Float32Array(basicColors.length)) {
  out.fill(0);
  const chroma = Math.hypot(a, b);
  const saturation = chroma / (l + 16);
  const chromatic = chromaticShare(l, chroma, saturation);
  addAchromatic(out, l, 1 - chromatic);
  if (chromatic > 0) {
    addHues(out, hueDegrees(a, b), chromatic);
    browns(out, l, chroma, saturation);
    pinks(out, l, saturation);
  }
  return out;
}

/** In the dark a given saturation is mostly sensor noise, so it takes more chroma to count as a colour. */
function chromaticShare(l: number, chroma: number, saturation: number): number {
  const dark = 1 - ramp(l, 8, 26);
  return ramp(saturation, 0.11, 0.21) * ramp(chroma, 5 + 7 * dark, 9 + 10 * dark);
}

function addAchromatic(out: Float32Array, l: number, share: number): void {
  const isBlack = 1 - ramp(l, 16, 32);
  const isWhite = ramp(l, 66, 82);
  out[black]! += share * isBlack;
  out[white]! += share * isWhite;
  out[gray]! += share * (1 - isBlack - isWhite);
}

/** Hue borders in degrees of the Lab plane, with the half width of the soft step; measured on footage. */
const hueBorders: readonly (readonly [degrees: number, halfWidth: number, below: number, above: number])[] = [
  [18, 5, pink, red],
  [46, 5, red, orange],
  [75, 5, orange, yellow],
  [110, 5, yellow, green],
  [190, 8, green, blue],
  [310, 4, blue, purple],
  [336, 5, purple, pink],
];

function addHues(out: Float32Array, hue: number, share: number): void {
  for (const [degrees, halfWidth, below, above] of hueBorders) {
    const past = hue - degrees;
    if (past >= halfWidth) continue;
    const isAbove = ramp(past, -halfWidth, halfWidth);
    out[above]! += share * isAbove;
    out[below]! += share * (1 - isAbove);
    return;
  }
  out[pink]! += share;
}

/** Brown is dark orange, dull red and dark warm yellow: the darker, the more saturated it may be. */
function browns(out: Float32Array, l: number, chroma: number, saturation: number): void {
  const dark = 1 - ramp(l + 0.38 * chroma, 72, 88);
  const dull = 1 - ramp(saturation, 0.45, 0.75);
  move(out, orange, brown, dark);
  move(out, red, brown, dull * (1 - ramp(l, 50, 65)));
  move(out, yellow, brown, 0.7 * (1 - ramp(l, 35, 60)));
}

/** Pale red is pink; deep pink is red to purple. */
function pinks(out: Float32Array, l: number, saturation: number): void {
  move(out, red, pink, ramp(l, 58, 70) * (1 - ramp(saturation, 0.5, 0.85)));
  move(out, purple, pink, 0.5 * ramp(l, 62, 78));
  move(out, pink, purple, 0.4 * (1 - ramp(l, 20, 40)));
}

function move(out: Float32Array, from: number, to: number, share: number): void {
  const moved = out[from]! * share;
  out[from]! -= moved;
  out[to]! += moved;
}

function hueDegrees(a: number, b: number): number {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

/** 0 up to `from`, 1 from `to` on, straight between. */
function ramp(value: number, from: number, to: number): number {
  return value <= from ? 0 : value >= to ? 1 : (value - from) / (to - from);
}
