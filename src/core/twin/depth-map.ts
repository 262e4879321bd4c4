/** Depth of each pixel of a frame, row by row, growing away from the camera; Infinity where nothing is. */
export interface DepthMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Surfaces whose depths differ by more than this share of the larger are apart. */
const likeDepth = 0.015;

/** True if two pixels inside the picture show surfaces at the same depth, within 1.5 %. */
export function isLikeDepth({ width, height, data }: DepthMap, ax: number, ay: number, bx: number, by: number) {
  if (!isInside(ax, ay, width, height) || !isInside(bx, by, width, height)) return false;
  const p = data[ay * width + ax]!;
  const q = data[by * width + bx]!;
  return Math.abs(p - q) <= likeDepth * Math.max(p, q);
}

const isInside = (x: number, y: number, width: number, height: number): boolean =>
  x >= 0 && y >= 0 && x < width && y < height;
