import { Matrix4, Vector3 } from 'three';
import { figureHeight } from '../models/figure.ts';
import type { Thing } from './thing.ts';

/** Something is in somebody's hands between these seconds. */
export interface Grip {
  readonly thing: Thing;
  readonly from: number;
  to: number;
}

/** Seconds that hands take to a thing and back. */
const reachSeconds = 0.32;

/** How far the hands are on their way to the thing: 0 hanging, 1 at it. */
export function reachShare({ from, to }: Grip, seconds: number): number {
  if (seconds < from) return Math.max(0, 1 - (from - seconds) / reachSeconds);
  return seconds > to ? Math.max(0, 1 - (seconds - to) / reachSeconds) : 1;
}

/** Where the hands of a figure go, in its model's space; nothing while they hang. */
export function reachOf(holder: Thing, seconds: number): { reachLeft?: Vector3; reachRight?: Vector3 } {
  const grip = holder.grips.find((one) => reachShare(one, seconds) > 0);
  if (grip === undefined) return {};
  const share = reachShare(grip, seconds);
  const factor = holder.model.size[1] / figureHeight;
  const { thing } = grip;
  const [w, h] = thing.model.size;
  const toModel = new Matrix4().copy(holder.matrix(seconds)).invert();
  const center = new Vector3(0, h / 2, 0).applyMatrix4(thing.matrix(seconds)).applyMatrix4(toModel);
  const hand = (side: 1 | -1) => {
    const hanging = new Vector3(side * 0.25, 0.82, 0.06).multiplyScalar(factor);
    const at = center.clone().add(new Vector3(side * Math.min(w / 2 + 0.02, 0.3), 0, -0.02));
    return hanging.lerp(at, share);
  };
  return { reachLeft: hand(1), reachRight: hand(-1) };
}
