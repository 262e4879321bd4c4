import type { Vector3 } from 'three';
import type { Point } from '../../../base/geometry.ts';
import type { CameraPose } from '../render/contract.ts';
import { cameraAxes, focalLength } from '../render/pixel-projection.ts';

/** Where points of the world fall in the picture, px; whole numbers on pixel edges. */
export class Projector {
  readonly #eye: Vector3;
  readonly #right: Vector3;
  readonly #up: Vector3;
  readonly #forward: Vector3;
  readonly #focal: number;
  readonly #center: Point;

  constructor(camera: CameraPose, width: number, height: number) {
    const [right, up, forward] = cameraAxes(camera);
    this.#eye = camera.position;
    this.#right = right;
    this.#up = up;
    this.#forward = forward;
    this.#focal = focalLength(camera, height);
    this.#center = [width / 2, height / 2];
  }

  /** Metres along the line of sight; negative behind the camera. */
  depth({ x, y, z }: Vector3): number {
    const { x: ex, y: ey, z: ez } = this.#eye;
    return (x - ex) * this.#forward.x + (y - ey) * this.#forward.y + (z - ez) * this.#forward.z;
  }

  /** For points at least a centimetre before the camera; nearer ones are taken as if they were there. */
  pixel(point: Vector3): Point {
    const [dx, dy, dz] = [point.x - this.#eye.x, point.y - this.#eye.y, point.z - this.#eye.z];
    const factor = this.#focal / Math.max(0.01, this.depth(point));
    const along = (axis: Vector3) => (dx * axis.x + dy * axis.y + dz * axis.z) * factor;
    return [this.#center[0] + along(this.#right), this.#center[1] - along(this.#up)];
  }

  /** The point that is seen at a place of the picture in that depth. */
  point([x, y]: Point, depth: number): Vector3 {
    const [u, v] = [((x - this.#center[0]) * depth) / this.#focal, ((this.#center[1] - y) * depth) / this.#focal];
    return this.#eye
      .clone()
      .addScaledVector(this.#forward, depth)
      .addScaledVector(this.#right, u)
      .addScaledVector(this.#up, v);
  }
}
