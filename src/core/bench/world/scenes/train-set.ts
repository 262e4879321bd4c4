import { box, engine, hand, rails, screen, wagon } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { join } from '../stage/actions/change.ts';
import { grab, release } from '../stage/actions/figure.ts';
import { fly } from '../stage/actions/place.ts';
import { back, drive, follow } from '../stage/actions/travel.ts';
import { centerX, colored, did, heading, isA, isStill, least, nobody, related, where, whoOf } from './choose.ts';
import { asScenery, carpet, creamWall, indoors, lookFrom } from './sets.ts';

/** A toy train: an engine couples to a wagon, pulls it behind a screen and leaves it; a load is put on by hand. */
export const trainSet: SceneScript = {
  name: 'train-set',
  summary: 'an engine fetches a wagon, pulls it behind a screen, leaves it there; a hand puts a load on',
  frames: 325,
  noise: 1.5,
  build: (random) => {
    const stage = indoors(random, lookFrom([0, 0.78, 1.35], [0, 0.05, 0], 31), {
      wall: creamWall(),
      floor: carpet([0.55, 0.62, 0.66]),
      back: -1.4,
    });
    const far = -0.2;
    const near = 0.16;
    stage.scenery = [
      ...stage.scenery,
      ...asScenery(rails({ length: 2.6 }), 0, far, Math.PI / 2),
      ...asScenery(rails({ length: 2.6 }), 0, near, Math.PI / 2),
    ];
    const color = random.pick(['red', 'green', 'purple'] as const);
    const y = 0.012;
    const right = { yaw: Math.PI / 2, y };
    const loco = stage.add(engine({ color }), stage.near(-0.62, 0.03), far, right);
    const first = stage.add(wagon({ color: 'blue' }), -0.17, far, right);
    const second = stage.add(wagon({ color: 'yellow' }), 0.33, near, right);
    const wall = stage.add(screen({ color: 'orange', scale: 0.16 }), 0.12, -0.02);
    const load = stage.add(box({ color: 'white', size: [0.06, 0.05, 0.07] }), -0.2, 0.3, { y: 0 });
    const gap = 0.2;
    drive(loco, [[first.pose(0).x - gap, far]], { at: 0.6, for: stage.near(1.1, 0.1) });
    const coupled = 2.2;
    join(stage, loco, first, coupled, 5.6);
    follow(first, loco, coupled);
    drive(loco, [[0.62, far]], { at: 2.4, for: stage.near(2, 0.1) });
    first.way.add({ from: 5.6, to: 5.6, at: (_t, start) => start });
    back(loco, [-0.5, far], { at: 5.8, for: 1.8 });
    const arm = stage.add(hand({ color: 'gray', scale: 0.75 }), -0.35, 0.95, { y: 0.5, yaw: Math.PI - 0.2 });
    fly(arm, [-0.2, 0.07, 0.31], { at: 1.6, for: 0.9 });
    grab(stage, arm, load, 2.6);
    fly(arm, [-0.1, 0.22, 0.3], { at: 2.6, for: 0.6 });
    fly(arm, [0.33, 0.157, near + 0.01], { at: 3.24, for: 0.8 });
    release(stage, arm, load, second, 4.08);
    follow(load, second, 4.12);
    fly(arm, [0.3, 0.55, 1], { at: 4.4, for: 0.9 });
    back(second, [-0.4, near], { at: 8.2, for: stage.near(2.2, 0.2) });
    back(loco, [-1.4, far], { at: 8.6, for: 2 });
    return {
      stage,
      queries: [
        { text: `the ${color} engine`, kind: 'attribute', choose: where(isA('engine'), colored(color)) },
        { text: 'the yellow wagon', kind: 'attribute', choose: where(isA('wagon'), colored('yellow')) },
        { text: 'the leftmost toy', kind: 'spatial', choose: least(where(isA('toy')), centerX) },
        { text: 'what is on the yellow wagon', kind: 'spatial', choose: related('on', second) },
        { text: 'what passed behind the screen', kind: 'temporal', choose: did('passes behind', { other: wall }) },
        { text: 'the thing that is moving to the left', kind: 'temporal', from: 0.4, choose: where(heading('left')) },
        { text: 'the train that stands still', kind: 'temporal', from: 0.4, choose: where(isA('train'), isStill) },
        { text: 'what was picked up', kind: 'temporal', choose: whoOf('is carried by', 'first') },
        { text: 'the black wagon', kind: 'absent', choose: nobody },
      ],
    };
  },
};
