import { car, figure, paint, streetLamp, tree, truck, van } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { recolor } from '../stage/actions/change.ts';
import { walk } from '../stage/actions/figure.ts';
import { back, drive } from '../stage/actions/travel.ts';
import { Stage } from '../stage/stage.ts';
import { both, centerX, colored, did, heading, isA, isMoving, isStill, least, nobody, where } from './choose.ts';
import { colorBag } from './color-bag.ts';
import { asScenery, block, dayLight, lookFrom, lowMeadow, pavements, surface } from './sets.ts';

/** A car park: one car leaves its place, another one takes it, a truck passes in front, somebody walks between. */
export const parking: SceneScript = {
  name: 'parking',
  summary: 'a car leaves, another one parks in its place, a truck passes, a person walks by, a light turns green',
  frames: 300,
  noise: 1.8,
  build: (random) => {
    const stage = new Stage(random, lookFrom([0, 5.2, 17], [0, 0.9, 0], 34), dayLight());
    const lines = [-6, -3, 0, 3, 6].map((x) => block([0.1, 0.012, 4.8], [x, -0.01, -2.6], paint('white', 0.8)));
    const asphalt = surface(
      'gray',
      [0.42, 0.43, 0.45],
      { kind: 'asphalt', color: [0.35, 0.36, 0.38], scale: 0.05 },
      0.95,
    );
    stage.scenery = [
      ...pavements(-6.2, 6.5),
      ...lowMeadow(),
      block([120, 0.1, 12.7], [0, -0.1, 0.15], asphalt),
      ...lines,
      ...asScenery(tree({ random }), -8, -11),
      ...asScenery(tree({ random }), 1.5, -12),
      ...asScenery(tree({ random }), 9, -11),
    ];
    const draw = colorBag(random);
    const [leaving, coming, staying] = [draw(), draw(), draw()];
    stage.add(van({ color: 'white' }), stage.near(-4.5, 0.15), -2.8, { yaw: 0 });
    const out = stage.add(car({ color: leaving }), -1.5, -2.7, { yaw: 0 });
    stage.add(car({ color: staying }), 4.5, -2.7, { yaw: 0 });
    const signal = stage.add(streetLamp({ scale: 0.7 }), 6.6, -5.6);
    recolor(signal, paint('red', 0.4), -1);
    recolor(signal, paint('green', 0.4), stage.near(3, 0.4));
    const newcomer = stage.add(car({ color: coming }), 13.5, 1.7, { yaw: -Math.PI / 2 });
    const lorry = stage.add(truck({ color: 'orange', accent: 'white' }), -14, 4.4, { yaw: Math.PI / 2 });
    drive(
      out,
      [
        [-1.5, 1.4],
        [-3, 1.9],
        [-14, 1.9],
      ],
      { at: 0.6, for: stage.near(4.2, 0.3) },
    );
    drive(newcomer, [[2.2, 1.7]], { at: 1.2, for: 3 });
    drive(newcomer, [[-3.6, 1.7]], { at: 4.24, for: 1.2 });
    newcomer.way.add({
      from: 5.6,
      to: 6.4,
      at: (t, start) => ({
        ...start,
        yaw: start.yaw + ((t - 5.6) / 0.8) * (Math.PI / 2),
        x: -3.6 + 2.1 * ((t - 5.6) / 0.8),
        z: 1.7 - 1.2 * ((t - 5.6) / 0.8),
      }),
    });
    back(newcomer, [-1.5, -2.7], { at: 6.6, for: 1.8 });
    drive(lorry, [[14, 4.4]], { at: 5.2, for: stage.near(5, 0.4) });
    const person = stage.add(figure({ color: 'purple', random }), 9.5, -0.4, { yaw: -Math.PI / 2 });
    walk(
      person,
      [
        [5.9, -0.2],
        [3, -0.3],
        [3, -5],
      ],
      { at: 4.4, for: 5.2 },
    );
    return {
      stage,
      queries: [
        { text: `the ${staying} car`, kind: 'attribute', choose: where(isA('car'), colored(staying)) },
        { text: 'the white van', kind: 'attribute', choose: where(isA('van'), colored('white')) },
        { text: 'the leftmost vehicle', kind: 'spatial', choose: least(where(isA('vehicle')), centerX) },
        {
          text: 'the vehicle that is moving to the left',
          kind: 'temporal',
          from: 0.4,
          choose: where(isA('vehicle'), heading('left')),
        },
        { text: 'the vehicles that stand still', kind: 'temporal', from: 0.4, choose: where(isA('vehicle'), isStill) },
        { text: 'the car that came in', kind: 'temporal', choose: both(did('enters'), isA('car')) },
        { text: 'the person who is walking', kind: 'temporal', from: 0.4, choose: where(isA('person'), isMoving) },
        { text: 'the black truck', kind: 'absent', choose: nobody },
      ],
    };
  },
};
