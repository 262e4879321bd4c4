/**
 * Image coordinates: x to the right, y down, origin at the upper left corner of the upper left pixel,
 * whole numbers on pixel edges. Sizes of masks are `[h, w]` (COCO); boxes are `[x, y, w, h]` in pixels.
 */
export type Point = readonly [x: number, y: number];
/** [x, y, w, h] in px. */
export type Box = readonly [x: number, y: number, w: number, h: number];
/** [height, width] in px. */
export type SizeHw = readonly [h: number, w: number];

/** x of the right edge. */
export const boxRight = (b: Box): number => b[0] + b[2];
/** y of the lower edge. */
export const boxBottom = (b: Box): number => b[1] + b[3];
/** Width times height, px². */
export const boxArea = (b: Box): number => b[2] * b[3];
/** Middle of the box. */
export const boxCenter = (b: Box): Point => [b[0] + b[2] / 2, b[1] + b[3] / 2];

/** The common part, or null where the boxes do not overlap. */
export function boxIntersection(a: Box, b: Box): Box | null {
  const x = Math.max(a[0], b[0]);
  const y = Math.max(a[1], b[1]);
  const w = Math.min(boxRight(a), boxRight(b)) - x;
  const h = Math.min(boxBottom(a), boxBottom(b)) - y;
  return w > 0 && h > 0 ? [x, y, w, h] : null;
}

/** The smallest box that holds both. */
export function boxUnion(a: Box, b: Box): Box {
  const x = Math.min(a[0], b[0]);
  const y = Math.min(a[1], b[1]);
  return [x, y, Math.max(boxRight(a), boxRight(b)) - x, Math.max(boxBottom(a), boxBottom(b)) - y];
}

/** Intersection over union of two boxes, 0 where they do not overlap. */
export function boxIou(a: Box, b: Box): number {
  const common = boxIntersection(a, b);
  if (common === null) return 0;
  const both = boxArea(common);
  return both / (boxArea(a) + boxArea(b) - both);
}

/** Shortest distance between two boxes in pixels, 0 where they meet. */
export function boxGap(a: Box, b: Box): number {
  const dx = Math.max(0, a[0] - boxRight(b), b[0] - boxRight(a));
  const dy = Math.max(0, a[1] - boxBottom(b), b[1] - boxBottom(a));
  return Math.hypot(dx, dy);
}
