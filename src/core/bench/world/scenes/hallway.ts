import { bag, bench, chair, figure, lamp, paint, plant } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { recolor } from '../stage/actions/change.ts';
import { pickUp, setDown, walk } from '../stage/actions/figure.ts';
import { turn } from '../stage/actions/travel.ts';
import {
  centerX,
  colored,
  did,
  heading,
  isA,
  isMoving,
  isStill,
  least,
  most,
  nobody,
  speed,
  where,
  whoOf,
} from './choose.ts';
import { block, grayWall, indoors, lookFrom, stoneFloor, surface } from './sets.ts';

/** People cross in a hall, pass each other, go behind a pillar, one turns back and comes again. */
export const hallway: SceneScript = {
  name: 'hallway',
  summary: 'people cross in a hall, before and behind each other; one hides behind a pillar, one leaves a bag',
  frames: 325,
  noise: 1.7,
  build: (random) => {
    const stage = indoors(random, lookFrom([0, 1.75, 7.4], [0, 0.95, 0], 31), {
      wall: grayWall(),
      floor: stoneFloor(),
      back: -3.2,
    });
    stage.scenery = [...stage.scenery, block([0.85, 3.4, 0.5], [1.55, 0, -0.7], surface('white', [0.8, 0.79, 0.77]))];
    const seat = stage.add(bench({ color: 'brown' }), -1.6, -2.6);
    stage.add(plant({ scale: 1.7 }), 2.9, -2.4);
    stage.add(chair({ color: 'white', accent: 'green' }), -0.1, -2.5, { yaw: 0.3 });
    const light = stage.add(lamp({ color: 'white', accent: 'black', scale: 3 }), -3, -2.5);
    const shirts =
      random.next() < 0.5 ? (['red', 'blue', 'green'] as const) : (['orange', 'purple', 'yellow'] as const);
    const person = (i: number, x: number, z: number) =>
      stage.add(figure({ color: shirts[i]!, accent: i === 1 ? 'black' : 'gray', random }), x, z, {
        yaw: x < 0 ? Math.PI / 2 : -Math.PI / 2,
      });
    const [a, b, c] = [person(0, -3.9, 0.9), person(1, 4.2, -0.2), person(2, -4.4, -1.7)];
    walk(a, [[3.9, 0.9]], { at: 0.3, for: stage.near(5.4, 0.4) });
    walk(b, [[-1.2, -0.3]], { at: 0.8, for: stage.near(3.6, 0.2) });
    const sack = stage.add(bag({ color: 'pink' }), -1.5, -0.15);
    turn(b, -1.2, { at: 4.7, for: 0.24 });
    pickUp(stage, b, sack, { at: 5.1, for: 0.5 });
    walk(b, [[-1.5, -1.9]], { at: 6, for: 1.2 });
    turn(b, Math.PI, { at: 7.3, for: 0.2 });
    setDown(stage, b, sack, seat, { y: 0.45, z: 0.05 }, { at: 7.6, for: 0.5 });
    walk(c, [[1.7, -1.5]], { at: 1.6, for: stage.near(4.2, 0.2) });
    walk(c, [[0.2, -1.4]], { at: 7.4, for: 1 });
    walk(c, [[-4, -0.6]], { at: 8.44, for: 1.8 });
    walk(
      b,
      [
        [-0.6, -0.8],
        [2.6, 0.3],
      ],
      { at: 8.6, for: 2.6 },
    );
    walk(
      a,
      [
        [3.2, 0.6],
        [1.2, 0.6],
      ],
      { at: 9.2, for: 2 },
    );
    recolor(light, paint('yellow', 0.9, { glow: 1 }), stage.near(3, 0.3), ['shade']);
    return {
      stage,
      queries: [
        { text: `the person in ${shirts[1]}`, kind: 'attribute', choose: where(isA('person'), colored(shirts[1])) },
        { text: 'the chair', kind: 'attribute', choose: where(isA('chair')) },
        { text: 'the leftmost person', kind: 'spatial', choose: least(where(isA('person')), centerX) },
        { text: 'the rightmost person', kind: 'spatial', choose: most(where(isA('person')), centerX) },
        {
          text: 'the person who moves to the left',
          kind: 'temporal',
          from: 0.4,
          choose: where(isA('person'), heading('left')),
        },
        { text: 'the person who stands still', kind: 'temporal', from: 0.4, choose: where(isA('person'), isStill) },
        {
          text: 'the fastest person',
          kind: 'temporal',
          from: 0.4,
          choose: most(where(isA('person'), isMoving), speed),
        },
        { text: 'the person who came in last', kind: 'temporal', choose: whoOf('enters', 'last', isA('person')) },
        { text: 'who passed behind somebody', kind: 'temporal', choose: did('passes behind') },
        { text: 'the dog', kind: 'absent', choose: nobody },
      ],
    };
  },
};
