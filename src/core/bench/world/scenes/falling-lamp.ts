import { ball, bottle, box, cat, chair, lamp, paint, table } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { grow, join, recolor, topple } from '../stage/actions/change.ts';
import { walk } from '../stage/actions/figure.ts';
import { putOn } from '../stage/actions/place.ts';
import { roll, slide } from '../stage/actions/travel.ts';
import { centerX, colored, did, isA, most, neverMoved, nobody, related, where, whoOf } from './choose.ts';
import { creamWall, indoors, lookFrom, parquet } from './sets.ts';

/** A cat jumps on a table and knocks over a lamp, which goes out; a ball pushes a bottle; a box breaks in two. */
export const fallingLamp: SceneScript = {
  name: 'lamp',
  summary: 'a cat knocks over a lamp, which goes out; a bottle falls, a box comes apart and is put together again',
  frames: 300,
  noise: 1.6,
  build: (random) => {
    const stage = indoors(random, lookFrom([0, 1.3, 2.7], [0, 0.6, 0], 33), {
      wall: creamWall(),
      floor: parquet(),
      back: -1.2,
    });
    const top = stage.add(table({ color: 'white' }), 0, -0.15);
    stage.add(chair({ color: 'brown', accent: 'blue' }), -1.1, -0.3, { yaw: 0.7 });
    const color = random.pick(['red', 'yellow', 'orange'] as const);
    const light = stage.add(lamp({ color, accent: 'black', scale: 1 }), stage.near(0.2, 0.04), -0.2, { on: top });
    const wine = stage.add(bottle({ color: 'green', accent: 'red' }), -0.5, -0.05, { on: top });
    const marble = stage.add(ball({ color: 'blue', radius: 0.05 }), 0.12, 0.12, { on: top, rolls: true });
    const half = box({ color: 'purple', size: [0.09, 0.11, 0.12] });
    const [left, right] = [0, 0.09].map((x) => stage.add(half, -0.28 + x, -0.3, { on: top }));
    join(stage, left!, right!, -1, 5.6);
    slide(right!, [-0.02, -0.3], { at: 5.6, for: 0.4 });
    slide(right!, [-0.19, -0.3], { at: 8.6, for: 0.5 });
    join(stage, left!, right!, 9.12);
    const pet = stage.add(cat({ color: 'black', random }), 1.9, 0.25, { yaw: -Math.PI / 2 });
    walk(pet, [[0.95, 0.1]], { at: 0.4, for: 1.2 });
    putOn(stage, pet, top, { x: 0.55, z: 0.02 }, { at: 1.8, for: 0.5 }, 0.08);
    slide(pet, [0.42, -0.18], { at: 2.5, for: 0.4 });
    topple(light, -1, { at: stage.near(3, 0.08), for: 0.6 });
    recolor(light, paint('gray', 0.9), 3.64, ['shade']);
    roll(marble, [-0.41, -0.02], { at: 4.2, for: stage.near(0.9, 0.1) });
    topple(wine, -1, { at: 5.2, for: 0.5 });
    walk(pet, [[0.68, 0.1]], { at: 6.4, for: 0.5 });
    stage.facts.end('on', pet.id, null, 6.92);
    pet.way.add({
      from: 6.92,
      to: 7.4,
      at: (t, s) => ({
        ...s,
        x: s.x + ((t - 6.92) / 0.48) * 0.35,
        y: s.y * (1 - ((t - 6.92) / 0.48) * ((t - 6.92) / 0.48)),
        z: s.z + 0.2 * ((t - 6.92) / 0.48),
      }),
    });
    walk(pet, [[2.1, 0.4]], { at: 7.8, for: 1.2 });
    grow(marble, 1.7, { at: 10, for: 0.8 });
    return {
      stage,
      queries: [
        { text: 'the green bottle', kind: 'attribute', choose: where(isA('bottle'), colored('green')) },
        { text: 'the blue ball', kind: 'attribute', choose: where(isA('ball'), colored('blue')) },
        { text: 'what is on the table', kind: 'spatial', choose: related('on', top) },
        { text: 'the rightmost thing on the table', kind: 'spatial', choose: most(related('on', top), centerX) },
        { text: 'the thing that fell over first', kind: 'temporal', choose: whoOf('changes shape', 'first') },
        { text: 'what changed its color', kind: 'temporal', choose: did('changes color') },
        { text: 'the chair that never moved', kind: 'temporal', from: 0.8, choose: where(isA('chair'), neverMoved) },
        { text: 'the last thing that was put on the table', kind: 'temporal', choose: whoOf('is put on', 'last') },
        { text: 'the pink lamp', kind: 'absent', choose: nobody },
      ],
    };
  },
};
