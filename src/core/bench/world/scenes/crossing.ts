import { ball, bottle, box, screen } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { roll, slide } from '../stage/actions/travel.ts';
import { Stage } from '../stage/stage.ts';
import { behind, colored, did, heading, isA, isMoving, neverMoved, nobody, where } from './choose.ts';
import { carpet, grayWall, lookFrom, room, roomLight } from './sets.ts';

/** Things cross each other's way, in front of and behind a folding screen. The camera stands still. */
export const crossing: SceneScript = {
  name: 'crossing',
  summary: 'a ball rolls behind a yellow folding screen while a box slides past in front of it',
  frames: 200,
  noise: 1.6,
  build: (random) => {
    const stage = new Stage(random, lookFrom([0, 1.75, 4.3], [0, 0.3, 0.05], 27), roomLight());
    stage.scenery = room({ wall: grayWall(), floor: carpet([0.66, 0.66, 0.68]), back: -2 });
    const near = (value: number, by = 0.05) => stage.near(value, by);
    const wall = stage.add(screen({ color: 'yellow', scale: 0.62 }), near(0), 0);
    const rolling = stage.add(
      ball({ color: 'blue', accent: 'white', radius: 0.17, look: 'striped' }),
      near(-1.75),
      -0.75,
      {
        rolls: true,
      },
    );
    stage.add(bottle({ color: 'purple', scale: 3.1 }), near(0.64, 0.02), -0.4);
    const sliding = stage.add(box({ color: 'green', size: [0.46, 0.32, 0.36] }), near(1.35), 1);
    stage.add(ball({ color: 'red', radius: 0.14 }), near(-1.25), 0.05, { rolls: true });
    stage.add(box({ color: 'orange', size: [0.34, 0.3, 0.3] }), near(1.3), -0.1);
    const [ballTo, boxTo] = [near(1.6), near(-1.3)];
    roll(rolling, [ballTo, -0.75], { at: 0.32, for: near(3.2, 0.2) });
    slide(sliding, [boxTo, 1], { at: 0.6, for: near(3.2, 0.2) });
    roll(rolling, [near(-1.6), -0.75], { at: 4.6, for: near(2.6, 0.2) });
    return {
      stage,
      queries: [
        { text: 'the green box', kind: 'attribute', choose: where(isA('box'), colored('green')) },
        { text: 'the red ball', kind: 'attribute', choose: where(isA('ball'), colored('red')) },
        { text: 'what is behind the yellow screen', kind: 'spatial', choose: behind(wall) },
        {
          text: 'the thing that is moving to the left',
          kind: 'temporal',
          from: 0.32,
          choose: where(heading('left')),
        },
        { text: 'the ball that is moving', kind: 'temporal', from: 0.32, choose: where(isA('ball'), isMoving) },
        { text: 'the ball that has never moved', kind: 'temporal', from: 0.8, choose: where(isA('ball'), neverMoved) },
        { text: 'what passed behind the screen', kind: 'temporal', choose: did('passes behind', { other: wall }) },
        { text: 'the pink box', kind: 'absent', choose: nobody },
      ],
    };
  },
};
