import { Matrix4, Vector3 } from 'three';
import type { Color } from '../../../specialists/contract.ts';
import { car, house, streetLamp, truck, van } from '../models/index.ts';
import { placeModel } from '../render/place.ts';
import type { SceneScript } from '../script.ts';
import { beat } from '../stage/actions/span.ts';
import { drive } from '../stage/actions/travel.ts';
import { Stage } from '../stage/stage.ts';
import { centerX, colored, did, heading, isA, isMoving, isStill, least, most, nobody, speed, where } from './choose.ts';
import { dayLight, lookFrom, street as streetSet } from './sets.ts';

const [farLane, nearLane] = [-1, 1.9];

/** Vehicles of different colours and speeds on a street; the camera pans slowly to the right. */
export const street: SceneScript = {
  name: 'street',
  summary: 'vehicles drive both ways past a parked van while the camera pans',
  frames: 250,
  noise: 1.8,
  build: (random) => {
    const eye = [0, 3.1, 15.5] as const;
    const stage = new Stage(random, lookFrom(eye, [0, 1.3, 0], 33), dayLight());
    stage.camera = (seconds) => {
      const turned = Math.min(2.2, Math.max(0, seconds - 1) * 0.55);
      return { ...lookFrom(eye, [0, 1.3, 0], 33), target: new Vector3(turned, 1.3, 0) };
    };
    const facade = (color: Color, accent: Color, x: number) =>
      placeModel(0, house({ color, accent, random }), new Matrix4().makeTranslation(x, 0.1, -10));
    stage.scenery = [
      ...streetSet(-5.2, 3.6),
      ...facade('yellow', 'red', -10),
      ...facade('white', 'brown', -0.5),
      ...facade('pink', 'brown', 8),
      ...facade('yellow', 'gray', 16.5),
      ...[-4.9, 4.4, 13].flatMap((x) => placeModel(0, streetLamp(), new Matrix4().makeTranslation(x, 0.1, -6))),
    ];
    const near = (value: number, by = 0.3) => stage.near(value, by);
    const right = { yaw: Math.PI / 2 };
    const left = { yaw: -Math.PI / 2 };
    const parked = stage.add(van({ color: 'white' }), near(4.6), -4, right);
    const lorry = stage.add(truck({ color: 'blue', accent: 'blue' }), near(9.5), farLane, left);
    const green = stage.add(car({ color: 'green' }), near(1.2), farLane - 0.1, left);
    const red = stage.add(car({ color: 'red' }), near(-6.2), nearLane, right);
    const yellow = stage.add(car({ color: 'yellow' }), near(-13.5), nearLane, right);
    const go = (thing: typeof red, metres: number, at: number, seconds: number) =>
      drive(thing, [[thing.pose(beat(at)).x + metres, thing.pose(beat(at)).z]], { at, for: seconds });
    go(lorry, -22, -0.4, near(11.5, 0.4));
    go(green, -24, -0.4, near(10, 0.5));
    go(red, 10, -0.4, near(2.6, 0.1));
    go(red, 16, beat(near(2.4, 0.05)), 2.2);
    go(yellow, near(16), 2.4, near(5.4, 0.4));
    return {
      stage,
      queries: [
        { text: 'the red car', kind: 'attribute', choose: where(isA('car'), colored('red')) },
        { text: 'the blue truck', kind: 'attribute', choose: where(isA('truck'), colored('blue')) },
        { text: 'the leftmost vehicle', kind: 'spatial', choose: least(where(isA('vehicle')), centerX) },
        { text: 'the biggest vehicle', kind: 'spatial', choose: most(where(isA('vehicle')), ({ area }) => area) },
        { text: 'the fastest vehicle', kind: 'temporal', from: 0.32, choose: most(where(isMoving), speed) },
        { text: 'the vehicle that is not moving', kind: 'temporal', from: 0.32, choose: where(isStill) },
        {
          text: 'the car that is moving to the left',
          kind: 'temporal',
          from: 0.32,
          choose: where(isA('car'), heading('left')),
        },
        {
          text: 'what has passed in front of the van',
          kind: 'temporal',
          choose: did('passes in front of', { other: parked }),
        },
        { text: 'the purple truck', kind: 'absent', choose: nobody },
      ],
    };
  },
};
