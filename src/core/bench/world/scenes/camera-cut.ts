import { ball, box, chair, dog, figure, paint, sofa, table } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { recolor } from '../stage/actions/change.ts';
import { walk } from '../stage/actions/figure.ts';
import { roll } from '../stage/actions/travel.ts';
import { both, colored, did, isA, isMoving, neverMoved, nobody, related, where, whoOf } from './choose.ts';
import { blueWall, carpet, indoors, lookFrom } from './sets.ts';

/** One room from two cameras: twice the picture is cut to the other one. */
export const cameraCut: SceneScript = {
  name: 'camera-cut',
  summary: 'a person, a dog and a ball in one room; the picture is cut to another camera and back',
  frames: 275,
  noise: 1.6,
  build: (random) => {
    const wide = lookFrom([0.2, 1.7, 5.4], [0, 0.6, 0], 31);
    const side = lookFrom([-3.6, 1.5, 3.4], [0.2, 0.55, -0.4], 33);
    const stage = indoors(random, wide, { wall: blueWall(), floor: carpet([0.66, 0.6, 0.55]), back: -2 });
    const cuts = [stage.near(4, 0.3), stage.near(7.6, 0.3)].map((t) => Math.round(t * 25) / 25);
    stage.cuts = cuts;
    stage.camera = (t) => (t >= cuts[0]! - 1e-6 && t < cuts[1]! - 1e-6 ? side : wide);
    const shirt = random.pick(['red', 'green', 'orange'] as const);
    const toyColor = random.pick(['yellow', 'purple', 'blue'] as const);
    stage.add(sofa({ color: 'gray', accent: 'green' }), -0.6, -1.4);
    const low = stage.add(table({ color: 'brown', scale: 0.6 }), 0.9, -0.7);
    const crate = stage.add(box({ color: 'pink', size: [0.26, 0.2, 0.22] }), 0.9, -0.7, { on: low });
    stage.add(chair({ color: 'white', accent: 'red' }), stage.near(1.7, 0.08), -1.3, { yaw: -0.5 });
    const toy = stage.add(ball({ color: toyColor, radius: 0.13 }), -1.5, 0.5, { rolls: true });
    const person = stage.add(figure({ color: shirt, accent: 'black', random }), 2.9, 0.2, { yaw: -Math.PI / 2 });
    const pet = stage.add(dog({ color: 'brown', random }), -2.9, -0.4, { yaw: Math.PI / 2 });
    walk(person, [[0.9, 0.3]], { at: 0.4, for: 1.8 });
    walk(
      person,
      [
        [0.2, 0.6],
        [-0.9, 0.35],
      ],
      { at: 4.6, for: stage.near(1.6, 0.15) },
    );
    roll(toy, [0.3, 0.95], { at: 1.2, for: stage.near(1.6, 0.15) });
    roll(toy, [1.4, 0.2], { at: 5.2, for: 1.2 });
    walk(
      pet,
      [
        [-1, -0.5],
        [0.1, -0.6],
      ],
      { at: 1, for: stage.near(2.4, 0.2) },
    );
    walk(
      pet,
      [
        [0.3, 0.1],
        [2, 0.5],
      ],
      { at: 8.2, for: 1.6 },
    );
    walk(person, [[-3, 0.5]], { at: 8.4, for: 1.8 });
    recolor(crate, paint('white', 0.7), 8.6);
    return {
      stage,
      queries: [
        { text: `the ${toyColor} ball`, kind: 'attribute', choose: where(isA('ball'), colored(toyColor)) },
        { text: `the person in ${shirt}`, kind: 'attribute', choose: where(isA('person'), colored(shirt)) },
        { text: 'what is on the table', kind: 'spatial', choose: related('on', low) },
        { text: 'the thing that is moving', kind: 'temporal', from: 0.4, choose: where(isMoving) },
        { text: 'the last thing that came in', kind: 'temporal', choose: whoOf('enters', 'last') },
        {
          text: 'the sofa that has never moved',
          kind: 'temporal',
          from: 0.8,
          choose: both(where(isA('sofa')), neverMoved),
        },
        { text: 'what changed its color', kind: 'temporal', choose: did('changes color') },
        { text: 'the cat', kind: 'absent', choose: nobody },
      ],
    };
  },
};
