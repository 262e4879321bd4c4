import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../base/random.ts';
import { ball } from '../models/index.ts';
import { roll } from './actions/travel.ts';
import { shadowBall } from './shadow-ball.ts';
import { Stage } from './stage.ts';

const camera = { position: new Vector3(0, 1, 5), target: new Vector3(0, 0, 0), fovY: 40 };
const lights = {
  sun: { direction: new Vector3(0, 1, 0), color: [1, 1, 1], softness: 0.1 },
  ambient: { sky: [1, 1, 1], ground: [1, 1, 1] },
} as const;

function stageWith(...places: readonly (readonly [x: number, z: number])[]): Stage {
  const stage = new Stage(seededRandom(1), camera, lights);
  for (const [x, z] of places) stage.add(ball({ radius: 0.1 }), x, z, { rolls: true });
  return stage;
}

describe('shadowBall', () => {
  it('holds what is in the picture, a little wider, and nothing beside or behind the camera', () => {
    const { center, radius } = shadowBall(stageWith([0, 0], [40, 0], [0, 9]), 2);
    expect(center.distanceTo(new Vector3(0, 0.1, 0))).toBeLessThan(0.002);
    // Meshes are balls to within a hundredth.
    expect(Math.abs(radius / 0.105 - 1)).toBeLessThan(0.01);
  });

  it('is the same for the whole time in which something moves', () => {
    const stage = stageWith([-1, 0]);
    roll(stage.things[0]!, [1, 0], { at: 0, for: 2 });
    const { center, radius } = shadowBall(stage, 3);
    expect(center.distanceTo(new Vector3(0, 0.1, 0))).toBeLessThan(0.002);
    expect(Math.abs(radius / (1.1 * 1.05) - 1)).toBeLessThan(0.01);
  });

  it('is there where nothing is seen', () => {
    expect(shadowBall(stageWith([0, 9]), 1).radius).toBe(1);
  });
});
