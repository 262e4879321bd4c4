import { Matrix4, type Vector3 } from 'three';

/**
 * Sine, cosine and their kin from + - * / alone, so that every engine gives the same bits (the language leaves the last
 * bit of Math.sin and friends open). Angles in radians.
 */
export function sin(x: number): number {
  const [quarter, r] = reduce(x);
  if (quarter === 0) return sineNear(r);
  if (quarter === 1) return cosineNear(r);
  return quarter === 2 ? -sineNear(r) : -cosineNear(r);
}

export function cos(x: number): number {
  const [quarter, r] = reduce(x);
  if (quarter === 0) return cosineNear(r);
  if (quarter === 1) return -sineNear(r);
  return quarter === 2 ? -cosineNear(r) : sineNear(r);
}

export function tan(x: number): number {
  return sin(x) / cos(x);
}

/** Angle of the vector (x, y) in -pi..pi. */
export function atan2(y: number, x: number): number {
  if (x === 0 && y === 0) return 0;
  const [ax, ay] = [Math.abs(x), Math.abs(y)];
  const first = ay <= ax ? atanUnit(ay / ax) : Math.PI / 2 - atanUnit(ax / ay);
  const half = x < 0 ? Math.PI - first : first;
  return y < 0 ? -half : half;
}

/** Angle whose cosine is x; x is clamped into -1..1. */
export function acos(x: number): number {
  const c = Math.min(1, Math.max(-1, x));
  return atan2(Math.sqrt(1 - c * c), c);
}

/** 0 up to `low`, 1 from `high`, smooth between (cubic, slope 0 at both ends). */
export function smoothstep(low: number, high: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** Rotation by `angle` about an axis of length 1. */
export function rotationAbout(axis: Vector3, angle: number): Matrix4 {
  const { x, y, z } = axis;
  const c = cos(angle);
  const s = sin(angle);
  const t = 1 - c;
  return new Matrix4().set(
    ...[t * x * x + c, t * x * y - s * z, t * x * z + s * y, 0],
    ...[t * x * y + s * z, t * y * y + c, t * y * z - s * x, 0],
    ...[t * x * z - s * y, t * y * z + s * x, t * z * z + c, 0],
    ...[0, 0, 0, 1],
  );
}

export function rotationX(angle: number): Matrix4 {
  const [c, s] = [cos(angle), sin(angle)];
  return new Matrix4().set(1, 0, 0, 0, 0, c, -s, 0, 0, s, c, 0, 0, 0, 0, 1);
}

export function rotationY(angle: number): Matrix4 {
  const [c, s] = [cos(angle), sin(angle)];
  return new Matrix4().set(c, 0, s, 0, 0, 1, 0, 0, -s, 0, c, 0, 0, 0, 0, 1);
}

export function rotationZ(angle: number): Matrix4 {
  const [c, s] = [cos(angle), sin(angle)];
  return new Matrix4().set(c, -s, 0, 0, s, c, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
}

/** Quarter turns (0..3) and the rest in -pi/4..pi/4; two-part pi/2 keeps 15 digits for angles up to some thousands. */
function reduce(x: number): [number, number] {
  const turns = Math.round(x / (Math.PI / 2));
  const r = x - turns * 1.5707963267341256 - turns * 6.077100506506192e-11;
  return [((turns % 4) + 4) % 4, r];
}

/** Taylor series to x^15: error below 1e-16 on -pi/4..pi/4. */
function sineNear(x: number): number {
  const q = x * x;
  let sum = 1;
  for (let k = 14; k >= 2; k -= 2) sum = 1 - (q / (k * (k + 1))) * sum;
  return x * sum;
}

function cosineNear(x: number): number {
  const q = x * x;
  let sum = 1;
  for (let k = 15; k >= 1; k -= 2) sum = 1 - (q / (k * (k + 1))) * sum;
  return sum;
}

/** Arc tangent on 0..1: halved twice by its half-angle formula, then its series to t^21 (t <= 0.2). */
function atanUnit(x: number): number {
  const half = x / (1 + Math.sqrt(1 + x * x));
  const t = half / (1 + Math.sqrt(1 + half * half));
  const q = t * t;
  let sum = 0;
  for (let k = 21; k >= 1; k -= 2) sum = 1 / k - q * sum;
  return 4 * t * sum;
}
