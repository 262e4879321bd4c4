import { ball, cabinet, chest, cup, figure, paint } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { move, recolor } from '../stage/actions/change.ts';
import { walk } from '../stage/actions/figure.ts';
import { carry, leaveSupport, putIn } from '../stage/actions/place.ts';
import { followJoint, roll } from '../stage/actions/travel.ts';
import { centerX, colored, did, isA, least, nobody, related, where, whoOf } from './choose.ts';
import { creamWall, indoors, lookFrom, parquet } from './sets.ts';

/** A drawer comes out, a ball goes in, the drawer is shut and opened again; a chest opens and shuts. */
export const drawer: SceneScript = {
  name: 'drawer',
  summary: 'a ball is shut into a drawer and taken out again, another one goes into a chest; a door opens',
  frames: 325,
  noise: 1.5,
  build: (random) => {
    const stage = indoors(random, lookFrom([0.1, 1.75, 3], [0.1, 0.5, 0], 31), {
      wall: creamWall(),
      floor: parquet(),
      back: -0.7,
    });
    const [first, second] = random.next() < 0.5 ? (['red', 'blue'] as const) : (['orange', 'purple'] as const);
    const cupboard = stage.add(cabinet({ color: 'white', accent: 'green' }), -0.55, -0.3);
    const box = stage.add(chest({ color: 'brown' }), 0.55, -0.15, { yaw: 0 });
    const one = stage.add(ball({ color: first, radius: 0.06 }), -0.05, 0.5, { rolls: true });
    const two = stage.add(ball({ color: second, radius: 0.07 }), 1, 0.45, { rolls: true });
    stage.add(cup({ color: 'yellow', scale: 1.2 }), -0.4, -0.32, { on: cupboard });
    move(cupboard, 'drawer', 1, { at: 0.8, for: stage.near(0.7, 0.1) });
    carry(one, { at: 2, for: 1.1 }, (start) => ({ ...start, x: -0.55, y: 0.62, z: 0.07 }), 0.3);
    stage.facts.begin('in', one.id, cupboard.id, 3.12);
    followJoint(one, cupboard, 'drawer', [0, 0, 0.28], 3.12);
    move(cupboard, 'drawer', 0, { at: 3.6, for: 0.7 });
    move(box, 'lid', 1, { at: 4.6, for: stage.near(0.8, 0.1) });
    putIn(stage, two, box, { y: 0.02, x: -0.08 }, { at: 5.8, for: 1.1 }, 0.35);
    move(box, 'lid', 0, { at: 7.2, for: 0.7 });
    move(cupboard, 'door', 1, { at: 8, for: 0.7 });
    move(cupboard, 'drawer', 1, { at: 9, for: 0.6 });
    leaveSupport(stage, one, 10);
    carry(one, { at: 10, for: 1 }, (start) => ({ ...start, x: -0.02, y: 0, z: 0.55 }), 0.25);
    roll(one, [0.35, 0.62], { at: 11.1, for: 0.8 });
    recolor(cupboard, paint('blue', 0.5), stage.near(6.4, 0.2), ['door']);
    const person = stage.add(figure({ color: 'green', noun: 'child', scale: 0.62, random }), 1.95, 0.3, {
      yaw: -Math.PI / 2,
    });
    walk(person, [[1.25, 0.45]], { at: 11.2, for: 0.9 });
    return {
      stage,
      queries: [
        { text: `the ${first} ball`, kind: 'attribute', choose: where(isA('ball'), colored(first)) },
        { text: 'the brown chest', kind: 'attribute', choose: where(isA('chest'), colored('brown')) },
        { text: 'the leftmost ball', kind: 'spatial', choose: least(where(isA('ball')), centerX) },
        { text: 'what is in the chest', kind: 'spatial', choose: related('in', box) },
        {
          text: 'the thing that hides a ball',
          kind: 'temporal',
          from: 0.4,
          choose: (m) => m.things.filter(({ id }) => m.record.relations.some((r) => r.relation === 'in' && r.b === id)),
        },
        { text: 'what was put in the cabinet', kind: 'temporal', choose: did('is put in', { other: cupboard }) },
        { text: 'the last thing that was put in something', kind: 'temporal', choose: whoOf('is put in', 'last') },
        { text: 'the bottle', kind: 'absent', choose: nobody },
      ],
    };
  },
};
