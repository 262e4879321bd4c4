import { tableAndWall } from '../backdrops.ts';
import { centerX, colored, isA, isMoving, most, where } from '../choose.ts';
import { path } from '../motion.ts';
import { ballProp, bottleProp, boxProp, mugProp } from '../props.ts';
import type { SceneScript } from '../script.ts';

/** A still life on a table through which a ball rolls. The camera stands still. */
export const tabletop: SceneScript = {
  name: 'tabletop',
  summary: 'a still life of balls, boxes, mugs and a bottle on a table; one ball rolls through it',
  frames: 100,
  noise: 1.6,
  build: (random) => {
    const near = (value: number, by = 5) => value + random.between(-by, by);
    const rollX = [near(44), near(610)] as const;
    return {
      reach: [0, 640],
      backdrop: tableAndWall(random.int(1, 1 << 30), 152, [196, 202, 204], [186, 148, 108]),
      camera: () => 0,
      scale: (ground) => (ground - 40) / 240,
      props: [
        boxProp('green', [104, 100], path([0, near(112), near(214, 3)])),
        mugProp('blue', 74, -1, path([0, near(226), near(272, 3)])),
        bottleProp('purple', [50, 178], 'black', path([0, near(322), near(212, 3)]), 'white'),
        mugProp('white', 72, 1, path([0, near(418), near(246, 3)])),
        boxProp('yellow', [112, 76], path([0, near(548), near(212, 3)]), { stripes: 'black' }),
        ballProp('red', 36, path([0, near(508), near(288, 3)])),
        ballProp('orange', 30, path([0, rollX[0], 334], [3.4, rollX[1], 334]), 'white'),
      ],
      queries: [
        { text: 'the blue mug', kind: 'attribute', choose: where(isA('mug'), colored('blue')) },
        { text: 'the red ball', kind: 'attribute', choose: where(isA('ball'), colored('red')) },
        { text: 'the striped box', kind: 'attribute', choose: where(isA('box'), colored('yellow')) },
        {
          text: 'the box on the left',
          kind: 'spatial',
          choose: (things) => most(where(isA('box'))(things), (box) => -centerX(box)),
        },
        { text: 'the tallest thing', kind: 'spatial', choose: (things) => most(things, ({ box }) => box[3]) },
        { text: 'the ball that is moving', kind: 'temporal', from: 0.32, choose: where(isA('ball'), isMoving) },
        { text: 'the pink mug', kind: 'absent', choose: where(isA('mug'), colored('pink')) },
      ],
    };
  },
};
