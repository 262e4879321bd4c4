import { studio } from '../backdrops.ts';
import { colored, isA, isBehind, isMoving, passedBehind, where } from '../choose.ts';
import { path } from '../motion.ts';
import { ballProp, bottleProp, boxProp, screenProp } from '../props.ts';
import type { PropState, SceneScript } from '../script.ts';

const theScreen = (things: readonly PropState[]) => things.find(isA('screen'));

/** Things cross each other's way, in front of and behind a folding screen. The camera stands still. */
export const crossing: SceneScript = {
  name: 'crossing',
  summary: 'a ball rolls behind a yellow folding screen while a box slides past in front of it',
  frames: 100,
  noise: 1.6,
  build: (random) => {
    const near = (value: number, by = 5) => value + random.between(-by, by);
    const [ballFrom, ballTo] = [near(52), near(588)];
    const [boxFrom, boxTo] = [near(592), near(70)];
    return {
      reach: [0, 640],
      backdrop: studio(random.int(1, 1 << 30), 188, [188, 194, 202], [152, 156, 160]),
      camera: () => 0,
      scale: (ground) => (ground - 20) / 260,
      props: [
        screenProp('yellow', [158, 150], path([0, near(318), 262])),
        ballProp('blue', 38, path([0, ballFrom, 232], [0.32, ballFrom, 232], [3.5, ballTo, 232]), 'white'),
        bottleProp('purple', [46, 150], 'white', path([0, near(396, 2), near(226, 2)])),
        boxProp('green', [96, 66], path([0, boxFrom, 318], [0.6, boxFrom, 318], [3.7, boxTo, 318])),
        ballProp('red', 30, path([0, near(96), near(262, 3)])),
        boxProp('orange', [70, 62], path([0, near(540), near(282, 3)])),
      ],
      queries: [
        { text: 'the green box', kind: 'attribute', choose: where(isA('box'), colored('green')) },
        { text: 'the red ball', kind: 'attribute', choose: where(isA('ball'), colored('red')) },
        {
          text: 'what is behind the yellow screen',
          kind: 'spatial',
          choose: (things) => where(isBehind(theScreen(things)!))(things),
        },
        {
          text: 'the thing that is moving to the left',
          kind: 'temporal',
          from: 0.32,
          choose: where(isMoving, ({ velocity }) => velocity[0] < 0),
        },
        { text: 'the ball that is moving', kind: 'temporal', from: 0.32, choose: where(isA('ball'), isMoving) },
        {
          text: 'the ball that has never moved',
          kind: 'temporal',
          from: 0.8,
          choose: where(isA('ball'), ({ hasMoved }) => !hasMoved),
        },
        {
          text: 'what passed behind the screen',
          kind: 'temporal',
          choose: (things, past) => passedBehind(past, theScreen(things)!.id),
        },
        { text: 'the pink box', kind: 'absent', choose: where(isA('box'), colored('pink')) },
      ],
    };
  },
};
