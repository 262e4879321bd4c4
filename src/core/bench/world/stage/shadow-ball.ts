import { Vector3 } from 'three';
import { tan } from '../exact-maths.ts';
import { ballAround } from '../render/bounding-ball.ts';
import type { CameraPose, LightRig, Placement, ViewState } from '../render/contract.ts';
import { cameraAxes } from '../render/pixel-projection.ts';
import type { Stage } from './stage.ts';
import { viewAt } from './view.ts';

type Ball = NonNullable<LightRig['shadows']>;

/** Seconds between the moments that are looked at. */
const step = 0.5;

/**
 * A ball of space around all things that come into the picture within so many seconds. Shadows are made for one and the same
 * ball, so that they do not crawl when something moves.
 */
export function shadowBall(stage: Stage, seconds: number): Ball {
  const moments = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => viewAt(stage, i * step));
  const balls = moments.flatMap(ballsInView);
  if (balls.length === 0) return { center: new Vector3(), radius: 1 };
  const center = middleOf(balls);
  const radius = Math.max(...balls.map((ball) => ball.center.distanceTo(center) + ball.radius));
  return { center, radius: radius * 1.05 };
}

function ballsInView({ camera, placements }: ViewState): Ball[] {
  const isSeen = sight(camera);
  return placements
    .filter(({ thing }) => thing > 0)
    .map(placedBall)
    .filter(isSeen);
}

function placedBall({ mesh, matrix }: Placement): Ball {
  const { center, radius } = ballAround(mesh);
  return { center: center.clone().applyMatrix4(matrix), radius: radius * matrix.getMaxScaleOnAxis() };
}

/** Whether a ball can be in a picture of twice the width of its height. */
function sight(camera: CameraPose): (ball: Ball) => boolean {
  const [right, up, forward] = cameraAxes(camera);
  const half = tan((camera.fovY * Math.PI) / 360);
  return ({ center, radius }) => {
    const way = center.clone().sub(camera.position);
    const reach = way.dot(forward) * half;
    return reach > 0 && Math.abs(way.dot(up)) < reach + radius && Math.abs(way.dot(right)) < 2 * reach + radius;
  };
}

/** Middle of the box around the balls. */
function middleOf(balls: readonly Ball[]): Vector3 {
  const low = new Vector3().setScalar(Infinity);
  const high = new Vector3().setScalar(-Infinity);
  for (const { center, radius } of balls) {
    low.min(center.clone().subScalar(radius));
    high.max(center.clone().addScalar(radius));
  }
  return low.add(high).multiplyScalar(0.5);
}
