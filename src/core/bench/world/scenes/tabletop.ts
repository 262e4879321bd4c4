import { ball, bottle, box, hand, mug } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { grab, release } from '../stage/actions/figure.ts';
import { fly } from '../stage/actions/place.ts';
import { roll } from '../stage/actions/travel.ts';
import { Stage } from '../stage/stage.ts';
import { boxHeight, centerX, colored, did, isA, isMoving, least, most, nobody, textured, where } from './choose.ts';
import { grayWall, lookFrom, room, roomLight, surface } from './sets.ts';

/** A still life on a table through which a ball rolls; then a hand takes a mug away. The camera stands still. */
export const tabletop: SceneScript = {
  name: 'tabletop',
  summary: 'a still life of balls, boxes, mugs and a bottle; a ball rolls through it, a hand takes a mug',
  frames: 200,
  noise: 1.4,
  build: (random) => {
    const stage = new Stage(random, lookFrom([0, 0.52, 1.02], [0, 0.085, 0], 33), roomLight());
    const top = surface('brown', [0.74, 0.57, 0.4], { kind: 'wood', color: [0.62, 0.45, 0.3], scale: 0.1 }, 0.5);
    stage.scenery = room({ wall: grayWall(), floor: top, back: -0.75 });
    const near = (value: number, by = 0.012) => stage.near(value, by);
    stage.add(box({ color: 'green', size: [0.12, 0.115, 0.11] }), near(-0.36), near(-0.12), { yaw: near(0.15, 0.1) });
    stage.add(mug({ color: 'blue' }), near(-0.16), near(0.05), { yaw: Math.PI - 0.3 });
    stage.add(bottle({ color: 'purple', accent: 'black' }), near(0), near(-0.17));
    const taken = stage.add(mug({ color: 'white' }), near(0.17), near(-0.03), { yaw: near(-0.2, 0.1) });
    const pattern = { kind: 'stripes', color: [0.1, 0.1, 0.1], scale: 0.04 } as const;
    stage.add(striped(box({ color: 'yellow', size: [0.14, 0.09, 0.11] }), pattern), near(0.38), near(-0.12), {
      yaw: near(-0.2, 0.1),
    });
    stage.add(ball({ color: 'red', radius: 0.04 }), near(0.31), near(0.09), { rolls: true });
    const rolling = stage.add(
      ball({ color: 'orange', accent: 'white', radius: 0.035, look: 'striped' }),
      near(-0.44),
      0.21,
      { rolls: true },
    );
    roll(rolling, [near(0.42), 0.21], { at: 0.2, for: near(3.2, 0.2) });
    const arm = stage.add(hand({ color: 'gray', scale: 0.85 }), 0.75, -0.02, { y: 0.55, yaw: -2.4 });
    const { x, z } = taken.pose(0);
    fly(arm, [x + 0.02, 0.12, z + 0.02], { at: 4.4, for: 0.9 });
    grab(stage, arm, taken, 5.4);
    fly(arm, [0.2, 0.22, 0.12], { at: 5.4, for: 0.5 });
    fly(arm, [0.05, 0.12, 0.16], { at: 5.9, for: 0.5 });
    release(stage, arm, taken, null, 6.4);
    fly(arm, [0.75, 0.55, 0.2], { at: 6.6, for: 0.8 });
    return {
      stage,
      queries: [
        { text: 'the blue mug', kind: 'attribute', choose: where(isA('mug'), colored('blue')) },
        { text: 'the red ball', kind: 'attribute', choose: where(isA('ball'), colored('red')) },
        { text: 'the striped box', kind: 'attribute', choose: where(isA('box'), textured('striped')) },
        { text: 'the box on the left', kind: 'spatial', choose: least(where(isA('box')), centerX) },
        { text: 'the tallest thing', kind: 'spatial', choose: most(where(), boxHeight) },
        { text: 'the ball that is moving', kind: 'temporal', from: 0.32, choose: where(isA('ball'), isMoving) },
        { text: 'the mug that was picked up', kind: 'temporal', choose: did('is carried by') },
        { text: 'the pink mug', kind: 'absent', choose: nobody },
      ],
    };
  },
};

/** The model with a pattern on all its parts. */
function striped(model: ReturnType<typeof box>, pattern: NonNullable<(typeof model.parts)[0]['material']['pattern']>) {
  return { ...model, parts: model.parts.map((part) => ({ ...part, material: { ...part.material, pattern } })) };
}
