import { shelves } from '../backdrops.ts';
import { centerX, colored, isA, isMoving, most, nthFromLeft, where } from '../choose.ts';
import { path } from '../motion.ts';
import { ballProp, bottleProp, boxProp } from '../props.ts';
import type { SceneScript } from '../script.ts';

const [upper, lower] = [178, 330];

/** Rows of things that look alike; one bottle is taken away upwards. The camera stands still. */
export const shelf: SceneScript = {
  name: 'shelf',
  summary: 'rows of alike bottles and boxes on two shelves; the first bottle is taken away',
  frames: 100,
  noise: 1.8,
  build: (random) => {
    const near = (value: number, by = 4) => value + random.between(-by, by);
    const first = near(112);
    const taken = path([0, first, upper], [1.8, first, upper], [3, first + 12, upper, 190]);
    const alike = (way: ReturnType<typeof path>) => bottleProp('green', [48, 128], 'black', way);
    const cube = (color: 'blue' | 'red', x: number) => boxProp(color, [72, 74], path([0, near(x), lower]));
    return {
      reach: [0, 640],
      backdrop: shelves(random.int(1, 1 << 30), [upper + 4, lower + 4], [206, 200, 188], [150, 112, 80]),
      camera: () => 0,
      scale: () => 1,
      props: [
        alike(taken),
        ...[214, 318, 422].map((x) => alike(path([0, near(x), upper]))),
        ballProp('red', 42, path([0, near(540), upper])),
        cube('blue', 96),
        cube('blue', 214),
        cube('red', 332),
        cube('blue', 450),
        ballProp('yellow', 27, path([0, near(566), lower])),
      ],
      queries: [
        { text: 'the red box', kind: 'attribute', choose: where(isA('box'), colored('red')) },
        { text: 'the yellow ball', kind: 'attribute', choose: where(isA('ball'), colored('yellow')) },
        {
          text: 'the second bottle from the left',
          kind: 'spatial',
          choose: (things) => nthFromLeft(where(isA('bottle'))(things), 2),
        },
        {
          text: 'the rightmost box',
          kind: 'spatial',
          choose: (things) => most(where(isA('box'))(things), centerX),
        },
        { text: 'the green bottles', kind: 'attribute', choose: where(isA('bottle'), colored('green')) },
        { text: 'the bottle that is moving', kind: 'temporal', from: 0.32, choose: where(isA('bottle'), isMoving) },
        { text: 'the purple bottle', kind: 'absent', choose: where(isA('bottle'), colored('purple')) },
      ],
    };
  },
};
