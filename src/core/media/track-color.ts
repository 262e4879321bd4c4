/** sRGB, 0..255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * The colour of a track: the same id has the same colour in every frame, picture and run. The first ten are
 * ordered by hand so that neighbours differ for colour-blind eyes as well; further ones step by the golden angle.
 */
export function trackColor(id: number): Rgb {
  const place = Math.abs(Math.trunc(id) - 1);
  return firstColors[place] ?? goldenColor(place - firstColors.length);
}

const firstColors: readonly Rgb[] = [
  [255, 72, 88],
  [41, 171, 255],
  [255, 207, 38],
  [46, 214, 121],
  [190, 112, 255],
  [255, 138, 36],
  [30, 222, 214],
  [255, 120, 203],
  [182, 227, 52],
  [104, 128, 255],
];

const goldenAngle = 137.50776405003785;
const lightness = [0.76, 0.66, 0.84];

function goldenColor(step: number): Rgb {
  return oklchToRgb(lightness[step % lightness.length]!, 0.17, 15 + step * goldenAngle);
}

/**
 * OKLCH to sRGB (Björn Ottosson, "A perceptual color space for image processing", 2020); chroma is reduced until
 * the colour can be shown.
 * @param hue degrees
 */
export function oklchToRgb(light: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180;
  for (let c = chroma; c > 0; c -= 0.01) {
    const rgb = oklabToRgb(light, c * Math.cos(angle), c * Math.sin(angle));
    if (rgb.every((v) => v >= 0 && v <= 255)) return rgb;
  }
  const [gray] = oklabToRgb(light, 0, 0);
  const level = Math.min(255, Math.max(0, gray));
  return [level, level, level];
}

function oklabToRgb(light: number, a: number, b: number): Rgb {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const gamma = (x: number): number => Math.round(255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055));

/** Relative luminance 0..1 (WCAG 2). */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const linear = (v: number): number => (v <= 10.31475 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);

/** Black or white, whichever reads better on `background`. */
export function textColorOn(background: Rgb): Rgb {
  return luminance(background) > 0.179 ? [12, 14, 18] : [255, 255, 255];
}
