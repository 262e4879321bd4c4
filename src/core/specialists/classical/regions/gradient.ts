import type { LabImage } from '../color/index.ts';

/** How sharply a picture changes at each pixel. */
export interface Gradient {
  /** 0..1: 1 - exp(-m / 8.75), m the Lab gradient with a and b counted 1.5 times. */
  readonly strength: Float32Array;
  /** 0..31: orientation of the lightness gradient in 8 steps of half a turn, times 4, plus its size in 4 steps. */
  readonly texture: Uint8Array;
}

export function createGradient(width: number, height: number): Gradient {
  return { strength: new Float32Array(width * height), texture: new Uint8Array(width * height) };
}

/** Scharr gradient (/32 a channel) of a blurred Lab picture; edges repeated; fills `out` and returns it. */
export function labGradient(lab: LabImage, out: Gradient): Gradient {
  const { width, height, l, a, b } = lab;
  for (let y = 0; y < height; y++) {
    const up = Math.max(0, y - 1) * width;
    const mid = y * width;
    const down = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? x - 1 : 0;
      const right = x < width - 1 ? x + 1 : x;
      const lx = across(l, up, mid, down, left, right);
      const ly = along(l, up, down, left, x, right);
      const ax = across(a, up, mid, down, left, right);
      const ay = along(a, up, down, left, x, right);
      const bx = across(b, up, mid, down, left, right);
      const by = along(b, up, down, left, x, right);
      const light = lx * lx + ly * ly;
      const squared = (light + 2.25 * (ax * ax + ay * ay + bx * bx + by * by)) / 1024;
      out.strength[mid + x] = strengthOf(squared);
      out.texture[mid + x] = orientation(lx, ly) * 4 + sizeStep(light / 1024);
    }
  }
  return out;
}

function across(p: Float32Array, up: number, mid: number, down: number, left: number, right: number): number {
  return (
    3 * (p[up + right]! - p[up + left]! + p[down + right]! - p[down + left]!) + 10 * (p[mid + right]! - p[mid + left]!)
  );
}

function along(p: Float32Array, up: number, down: number, left: number, x: number, right: number): number {
  return 3 * (p[down + left]! - p[up + left]! + p[down + right]! - p[up + right]!) + 10 * (p[down + x]! - p[up + x]!);
}

/** 1 - exp(-sqrt(s) / 8.75) from a table over sqrt(s), 0..64 in steps of 1/16. */
const strengths = Float32Array.from({ length: 1025 }, (_, i) => 1 - Math.exp(-i / 16 / 8.75));
const strengthOf = (squared: number): number => strengths[Math.min(1024, (Math.sqrt(squared) * 16 + 0.5) | 0)]!;

/** Octant pairs of the half turn, by comparisons instead of an arctangent. */
function orientation(gx: number, gy: number): number {
  const x = gy < 0 ? -gx : gx;
  const y = gy < 0 ? -gy : gy;
  const wide = x < 0 ? -x : x;
  const steep = y > wide;
  const far = steep ? wide > 0.4142 * y : y > 0.4142 * wide;
  const octant = steep ? (far ? 2 : 3) : far ? 1 : 0;
  return x < 0 ? 7 - octant : octant;
}

/** Steps at lightness slopes of 0.75, 2 and 5 a pixel (squared below). */
function sizeStep(squared: number): number {
  return squared < 0.5625 ? 0 : squared < 4 ? 1 : squared < 25 ? 2 : 3;
}
