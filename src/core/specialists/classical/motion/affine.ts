/** x' = a x + c y + e, y' = b x + d y + f: the order of `MotionObservation.camera`. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identityAffine: Affine = [1, 0, 0, 1, 0, 0];

export const applyAffine = ([a, b, c, d, e, f]: Affine, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** How far the transform moves a point. */
export const displacement = (affine: Affine, x: number, y: number): readonly [number, number] => {
  const [x1, y1] = applyAffine(affine, x, y);
  return [x1 - x, y1 - y];
};

/** The transform back; the linear part must not be singular. */
export function invertAffine([a, b, c, d, e, f]: Affine): Affine {
  const det = a * d - b * c;
  const ia = d / det;
  const ib = -b / det;
  const ic = -c / det;
  const id = a / det;
  return [ia, ib, ic, id, -(ia * e + ic * f), -(ib * e + id * f)];
}

/** The same movement where all lengths are `factor` times as long. */
export const scaleAffine = ([a, b, c, d, e, f]: Affine, factor: number): Affine => [a, b, c, d, e * factor, f * factor];

/** Largest distance by which a corner of a w x h picture moves. */
export function largestDisplacement(affine: Affine, w: number, h: number): number {
  const corners = [
    displacement(affine, 0, 0),
    displacement(affine, w, 0),
    displacement(affine, 0, h),
    displacement(affine, w, h),
  ];
  return Math.max(...corners.map(([x, y]) => Math.hypot(x, y)));
}

/** Factor by which lengths grow, the geometric mean over directions. */
export const growth = ([a, b, c, d]: Affine): number => Math.sqrt(Math.max(1e-6, a * d - b * c));
