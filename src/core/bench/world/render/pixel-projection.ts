import { type Matrix4, Vector3 } from 'three';
import { cos, sin, tan } from '../exact-maths.ts';
import type { CameraPose } from './contract.ts';

/** Nothing nearer than this is seen, metres. */
export const near = 0.02;

/**
 * World -> homogeneous pixels: three rows of four numbers. Column of the picture = (row 0 . p) / w, line = (row 1 . p) / w,
 * w = row 2 . p = metres in front of the camera along its line of sight.
 */
export type PixelMatrix = Float64Array;

export function pixelProjection(camera: CameraPose, width: number, height: number): PixelMatrix {
  const [right, up, forward] = cameraAxes(camera);
  const focal = focalLength(camera, height);
  const rows = new Float64Array(12);
  const set = (row: number, x: number, y: number, z: number) => {
    const { position: p } = camera;
    rows.set([x, y, z, -(x * p.x + y * p.y + z * p.z)], 4 * row);
  };
  const mix = (axis: Vector3, factor: number, center: number) =>
    [
      axis.x * factor + forward.x * center,
      axis.y * factor + forward.y * center,
      axis.z * factor + forward.z * center,
    ] as const;
  set(0, ...mix(right, focal, width / 2));
  set(1, ...mix(up, -focal, height / 2));
  set(2, forward.x, forward.y, forward.z);
  return rows;
}

/** Pixels a metre at a distance of one metre. */
export function focalLength({ fovY }: CameraPose, height: number): number {
  return height / 2 / tan((fovY * Math.PI) / 360);
}

/** Unit vectors to the right, up and forward of the camera. */
export function cameraAxes({ position, target, roll = 0 }: CameraPose): [Vector3, Vector3, Vector3] {
  const forward = target.clone().sub(position).normalize();
  const level = Math.abs(forward.y) > 0.9999 ? new Vector3(0, 0, -1) : new Vector3(0, 1, 0);
  const right = forward.clone().cross(level).normalize();
  const up = right.clone().cross(forward);
  const [c, s] = [cos(roll), sin(roll)];
  const turned = right.clone().multiplyScalar(c).addScaledVector(up, s);
  return [turned, up.multiplyScalar(c).addScaledVector(right, -s), forward];
}

/** The same projection for points in the space of a placement. */
export function throughMatrix(rows: PixelMatrix, { elements: m }: Matrix4, out: Float64Array): Float64Array {
  for (let r = 0; r < 12; r += 4)
    for (let c = 0; c < 4; c++) {
      const k = 4 * c;
      out[r + c] =
        rows[r]! * m[k]! + rows[r + 1]! * m[k + 1]! + rows[r + 2]! * m[k + 2]! + (c === 3 ? rows[r + 3]! : 0);
    }
  return out;
}
