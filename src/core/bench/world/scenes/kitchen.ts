import { bottle, bowl, box, cup, fruit, hand, plate, pot } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { join, topple } from '../stage/actions/change.ts';
import { grab, release } from '../stage/actions/figure.ts';
import { cover, fly, putIn, putOn, uncover } from '../stage/actions/place.ts';
import { slide } from '../stage/actions/travel.ts';
import { centerX, colored, did, isA, least, nobody, related, where, whoOf } from './choose.ts';
import { block, blueWall, indoors, lookFrom, stoneFloor, surface } from './sets.ts';

/** A worktop: fruit goes into a bowl, a loaf is cut in two, a bottle falls over, a bowl covers an apple. */
export const kitchen: SceneScript = {
  name: 'kitchen',
  summary: 'fruit is put into a bowl, a loaf is cut, a bottle falls, an apple is covered and found again',
  frames: 325,
  noise: 1.5,
  build: (random) => {
    const stage = indoors(random, lookFrom([0, 1.5, 1.35], [0, 0.95, -0.05], 34), {
      wall: blueWall(),
      floor: stoneFloor(),
      back: -0.6,
    });
    const stone = surface('gray', [0.8, 0.79, 0.77], { kind: 'marble', color: [0.7, 0.69, 0.68], scale: 0.3 }, 0.35);
    stage.scenery = [...stage.scenery, block([3, 0.9, 0.9], [0, 0, -0.1], stone)];
    const y = 0.9;
    const dish = stage.add(bowl({ color: 'yellow', scale: 1.1 }), -0.3, -0.1, { y });
    const board = stage.add(plate({ color: 'white', accent: 'blue', scale: 1.15 }), 0.08, 0.08, { y });
    stage.add(pot({ color: 'gray' }), 0.42, -0.28, { y });
    const oil = stage.add(bottle({ color: 'green', accent: 'red' }), stage.near(-0.08, 0.02), -0.3, { y });
    const fruits = (['red', 'orange', 'green'] as const).map((color, i) =>
      stage.add(fruit({ color, random }), -0.02 + i * 0.1 - 0.5, 0.18 + (i % 2) * 0.03, { y }),
    );
    const loaf = box({ color: 'brown', size: [0.09, 0.07, 0.09] });
    const [bread, heel] = [-0.045, 0.045].map((x) =>
      stage.add({ ...loaf, noun: 'loaf', wider: ['bread', 'food', 'thing'] }, 0.08 + x, 0.08, { y: y + 0.008 }),
    );
    stage.facts.begin('on', bread!.id, board.id, -1);
    const order = random.next() < 0.5 ? [0, 1] : [1, 0];
    order.forEach((which, i) => {
      putIn(stage, fruits[which]!, dish, { x: i * 0.07 - 0.035, y: 0.018 }, { at: 0.6 + i * 1.5, for: 1.2 }, 0.12);
    });
    join(stage, bread!, heel!, -1, 4);
    stage.facts.begin('on', heel!.id, board.id, 4);
    slide(heel!, [0.2, 0.1], { at: 4, for: 0.5 });
    topple(oil, 1, { at: stage.near(5.1, 0.1), for: 0.6 });
    const lid = stage.add(cup({ color: 'purple', scale: 1.15 }), 0.33, 0.12, { y, upsideDown: true });
    cover(stage, lid, fruits[2]!, { at: 6.2, for: 1 });
    slide(lid, [-0.12, 0.2], { at: 7.6, for: 0.6 });
    uncover(stage, { cover: lid, thing: fruits[2]!, support: null }, [0.33, 0.18], { at: 8.8, for: 1 });
    const arm = stage.add(hand({ color: 'red' }), 0.95, 0.3, { y: 1.5, yaw: -2.7, pitch: 0.5 });
    fly(arm, [0.21, 1.01, 0.1], { at: 9.6, for: 0.8 });
    grab(stage, arm, heel!, 10.44);
    fly(arm, [0.21, 1.2, 0.1], { at: 10.44, for: 0.5 });
    fly(arm, [-0.3, 1.2, -0.08], { at: 10.96, for: 0.8 });
    release(stage, arm, heel!, null, 11.76);
    putOn(stage, heel!, dish, { y: 0.06 }, { at: 11.76, for: 0.3 }, 0);
    fly(arm, [0.9, 1.5, 0.5], { at: 11.96, for: 0.9 });
    return {
      stage,
      queries: [
        { text: 'the yellow bowl', kind: 'attribute', choose: where(isA('bowl'), colored('yellow')) },
        { text: 'the red apple', kind: 'attribute', choose: where(isA('apple'), colored('red')) },
        { text: 'the leftmost fruit', kind: 'spatial', choose: least(where(isA('fruit')), centerX) },
        { text: 'what is in the bowl', kind: 'spatial', choose: related('in', dish) },
        { text: 'the first thing that was put in the bowl', kind: 'temporal', choose: whoOf('is put in', 'first') },
        { text: 'what was covered', kind: 'temporal', choose: did('is covered by', { other: lid }) },
        { text: 'the thing that changed its shape', kind: 'temporal', choose: did('changes shape') },
        { text: 'the purple bottle', kind: 'absent', choose: nobody },
      ],
    };
  },
};
