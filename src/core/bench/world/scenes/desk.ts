import { book, cup, hand, lamp, laptop, mug, paint, pencil, table } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { drop, move, recolor, topple } from '../stage/actions/change.ts';
import { grab, release } from '../stage/actions/figure.ts';
import { fly } from '../stage/actions/place.ts';
import { slide } from '../stage/actions/travel.ts';
import { centerX, colored, did, isA, least, nobody, related, where, whoOf } from './choose.ts';
import { creamWall, indoors, lookFrom, parquet } from './sets.ts';

/** A laptop is shut and its picture changes, a hand takes a mug away and brings it back, a pencil rolls off the desk. */
export const desk: SceneScript = {
  name: 'desk',
  summary: 'a laptop changes its picture and is shut, a hand moves a mug, a pencil rolls off, a cup falls over',
  frames: 300,
  noise: 1.5,
  build: (random) => {
    const stage = indoors(random, lookFrom([0, 1.35, 1.35], [0, 0.82, 0], 36), {
      wall: creamWall(),
      floor: parquet(),
      back: -1,
    });
    const top = stage.add(table({ color: 'white' }), 0, 0);
    const y = 0.75;
    const computer = stage.add(laptop({ color: 'gray', accent: 'blue' }), stage.near(-0.08, 0.02), -0.1, { on: top });
    computer.joint('lid', 1);
    const light = stage.add(lamp({ color: 'yellow', accent: 'black', scale: 0.85 }), -0.46, -0.22, { on: top });
    const color = random.pick(['red', 'purple', 'green'] as const);
    const drink = stage.add(mug({ color }), 0.3, 0.05, { on: top, yaw: 0.4 });
    const tumbler = stage.add(cup({ color: 'orange', scale: 0.85 }), 0.24, -0.24, { on: top });
    const pen = stage.add(pencil({ color: 'yellow' }), 0.02, 0.24, { on: top, yaw: 0.15 });
    const novel = stage.add(book({ color: 'green', scale: 0.95 }), 0.45, -0.2, { on: top, yaw: 0.5 });
    recolor(computer, paint('green', 0.15, { glow: 0.9 }), stage.near(1.2, 0.2), ['screen']);
    const arm = stage.add(hand({ color: 'black', scale: 0.85 }), 0.8, 0.75, { y: 1.25, yaw: -2.7 });
    fly(arm, [0.3, y + 0.1, 0.08], { at: 0.8, for: 1 });
    grab(stage, arm, drink, 2);
    fly(arm, [0.36, y + 0.24, 0.24], { at: 2, for: 0.5 });
    fly(arm, [0.8, 1.25, 0.8], { at: 2.5, for: 0.9 });
    fly(arm, [-0.28, y + 0.2, 0.2], { at: 4.6, for: 1.1 });
    fly(arm, [-0.3, y + 0.1, 0.16], { at: 5.7, for: 0.4 });
    release(stage, arm, drink, top, 6.12);
    fly(arm, [0.75, 1.3, 0.75], { at: 6.4, for: 1 });
    slide(pen, [0.06, 0.41], { at: 3.4, for: 0.6 });
    drop(stage, pen, 0, { at: 4.04, for: 0.4 });
    move(computer, 'lid', 0.02, { at: 7.6, for: 1 });
    topple(tumbler, 1, { at: stage.near(9.2, 0.2), for: 0.4 });
    recolor(light, paint('gray', 0.9), 10.2, ['shade']);
    topple(novel, -1, { at: 10.4, for: 0.5 });
    return {
      stage,
      queries: [
        { text: `the ${color} mug`, kind: 'attribute', choose: where(isA('mug'), colored(color)) },
        { text: 'the green book', kind: 'attribute', choose: where(isA('book'), colored('green')) },
        { text: 'what is on the table', kind: 'spatial', choose: related('on', top) },
        { text: 'the leftmost container', kind: 'spatial', choose: least(where(isA('container')), centerX) },
        { text: 'what was taken from the table', kind: 'temporal', choose: did('is taken from') },
        { text: 'what the hand put on the table', kind: 'temporal', choose: did('is put on', { by: arm }) },
        { text: 'the last thing that fell over', kind: 'temporal', choose: whoOf('changes shape', 'last') },
        { text: 'the pink laptop', kind: 'absent', choose: nobody },
      ],
    };
  },
};
