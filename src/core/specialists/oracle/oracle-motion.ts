import type { Point } from '../../base/geometry.ts';
import type { MotionObservation, RegionMotion } from '../contract.ts';
import type { TrueObject } from './truth.ts';

export type Affine = MotionObservation['camera'];

export const stillCamera: Affine = [1, 0, 0, 1, 0, 0];

/** What the oracle knows of a frame. */
export interface KnownFrame {
  readonly index: number;
  /** Seconds. */
  readonly time: number;
  readonly objects: readonly TrueObject[];
}

/** Movement of the background over several frames. */
export function cameraBetween(from: number, to: number, cameraAt: (index: number) => Affine): Affine {
  let whole = stillCamera;
  for (let index = from + 1; index <= to; index++) whole = after(whole, cameraAt(index));
  return whole;
}

/** First one, then the other. */
function after([a, b, c, d, e, f]: Affine, next: Affine): Affine {
  const [p, q, r, s] = next;
  const [x, y] = apply(next, [e, f]);
  return [p * a + r * b, q * a + s * b, p * c + r * d, q * c + s * d, x, y];
}

const apply = ([a, b, c, d, e, f]: Affine, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];

/** How an object has moved since another frame; null where it was not there or nothing is known of it. */
export function motionOf(
  id: number,
  before: KnownFrame,
  now: KnownFrame,
  camera: Affine,
  error: Point,
): RegionMotion | null {
  const find = ({ objects }: KnownFrame) => objects.find((object) => object.id === id);
  const [old, fresh] = [find(before), find(now)];
  if (old?.center === undefined || fresh?.center === undefined) return null;
  const shift: Point = [fresh.center[0] - old.center[0] + error[0], fresh.center[1] - old.center[1] + error[1]];
  const carried = apply(camera, old.center);
  const dt = now.time - before.time;
  const ownShift: Point = fresh.velocity
    ? [fresh.velocity[0] * dt + error[0], fresh.velocity[1] * dt + error[1]]
    : [fresh.center[0] - carried[0] + error[0], fresh.center[1] - carried[1] + error[1]];
  const scale = old.depth !== undefined && fresh.depth !== undefined ? old.depth / fresh.depth : 1;
  return { shift, ownShift, scale, confidence: 0.95 };
}
