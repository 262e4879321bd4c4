import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../base/random.ts';
import type { Color } from '../../../specialists/contract.ts';
import type { TruthEvent } from '../contract.ts';
import { ball, bowl, box, cup, figure, paint, table } from '../models/index.ts';
import { Rasteriser } from '../render/rasteriser.ts';
import { lookFrom, roomLight } from '../scenes/sets.ts';
import { Chronicle } from '../truth/chronicle.ts';
import { begin, grow, join, recolor, topple, vanish } from './actions/change.ts';
import { handOver, pickUp, setDown } from './actions/figure.ts';
import { cover, lift, putIn, putOn, uncover } from './actions/place.ts';
import { arc, drive, follow, roll, slide, swap, turn } from './actions/travel.ts';
import { Stage } from './stage.ts';
import { Timeline } from './timeline.ts';

const block = (color: Color = 'red', side = 0.3) => box({ color, size: [side, side, side] });

/** Events and records of a stage without scenery, seen from the front, up to a second. */
function watch(build: (stage: Stage) => void, seconds: number) {
  const stage = new Stage(seededRandom(1), lookFrom([0, 1.1, 5], [0, 0.6, 0], 40), roomLight());
  build(stage);
  const chronicle = new Chronicle(stage, new Rasteriser(320, 180), 25);
  const last = Math.round(seconds * 25);
  return { stage, record: chronicle.record(last), events: chronicle.eventsUpTo(last) };
}

type Row = readonly [type: TruthEvent['type'], who: number, time: number, other?: number, by?: number];

const rowsOf = (events: readonly TruthEvent[], types: readonly string[]): Row[] =>
  events
    .filter(({ type }) => types.includes(type))
    .map(({ type, who, other, by, time }): Row => {
      const t = Math.round(time * 100) / 100;
      return by !== undefined
        ? [type, who, t, other, by]
        : other !== undefined
          ? [type, who, t, other]
          : [type, who, t];
    });

describe('true events, one rule at a time', () => {
  it.each<[title: string, build: (stage: Stage) => void, seconds: number, expected: Row[]]>([
    [
      'starts with its first step and stops with its last',
      (s) => slide(s.add(block(), -1, 0), [0.5, 0], { at: 0.4, for: 1 }),
      2,
      [
        ['starts', 1, 0.44],
        ['stops', 1, 1.44],
      ],
    ],
    [
      'turns at a corner of more than 45 degrees',
      (s) =>
        drive(
          s.add(block(), -1, 0),
          [
            [0, 0],
            [0, -2],
          ],
          { at: 0, for: 2 },
        ),
      1.6,
      [
        ['starts', 1, 0.04],
        ['turns', 1, 0.74],
      ],
    ],
    [
      'speeds up when it becomes half as fast again',
      (s) => {
        const one = s.add(block(), -1.4, 0);
        slide(one, [-1, 0], { at: -0.4, for: 1 });
        slide(one, [0.2, 0], { at: 0.6, for: 1 });
      },
      1.4,
      [['speeds up', 1, 0.62]],
    ],
    [
      'enters and leaves over the edge',
      (s) => slide(s.add(block(), -4.4, 0), [4.4, 0], { at: 0, for: 4.4 }),
      4.4,
      [
        ['enters', 1, 0.48],
        ['leaves', 1, 3.92],
      ],
    ],
    [
      'appears and disappears elsewhere',
      (s) => {
        const one = s.add(ball({ radius: 0.2 }), 0, 0);
        begin(one, 0.4);
        vanish(s, one, 1);
      },
      1.4,
      [
        ['appears', 1, 0.4],
        ['disappears', 1, 0.96],
      ],
    ],
    [
      'passes behind what stands still',
      (s) => {
        s.add(block('green', 0.5), 0, 0);
        slide(s.add(block('red', 0.2), -0.8, -0.6), [0.8, -0.6], { at: 0, for: 1.6 });
      },
      1.6,
      [['passes behind', 2, 1.2, 1]],
    ],
    [
      'passes in front of what stands still',
      (s) => {
        s.add(block('green', 0.3), 0, -0.4);
        slide(s.add(block('red', 0.25), -0.8, 0.5), [0.8, 0.5], { at: 0, for: 1.6 });
      },
      1.6,
      [['passes in front of', 2, 1.08, 1]],
    ],
    [
      'is put on, taken from a thing',
      (s) => {
        const top = s.add(table({ scale: 0.8 }), 0, 0);
        const one = s.add(block('red', 0.15), -0.3, 0, { on: top });
        const two = s.add(block('blue', 0.15), 0.2, 0, { on: top });
        putOn(s, one, two, {}, { at: 0.4, for: 0.8 });
      },
      1.6,
      [
        ['is taken from', 2, 0.4, 1],
        ['is put on', 2, 1.2, 3],
      ],
    ],
    [
      'is put in a thing',
      (s) => {
        const dish = s.add(bowl({ scale: 2 }), 0, 0);
        putIn(s, s.add(ball({ radius: 0.05 }), -0.6, 0), dish, {}, { at: 0.2, for: 0.8 });
      },
      1.4,
      [['is put in', 2, 1, 1]],
    ],
    [
      'is covered by a cup that comes down and is uncovered when it goes up',
      (s) => {
        const top = s.add(table({ scale: 0.8 }), 0, 0);
        const pea = s.add(ball({ radius: 0.05 }), 0, 0, { on: top });
        const hat = s.add(cup({ color: 'blue', scale: 2.2 }), 0.5, 0, { on: top, upsideDown: true });
        cover(s, hat, pea, { at: 0.2, for: 0.8 });
        uncover(s, { cover: hat, thing: pea, support: top }, [0.5, 0], { at: 1.4, for: 0.8 });
      },
      2.6,
      [
        ['is taken from', 3, 0.2, 1],
        ['is put on', 3, 1, 1],
        ['is put in', 2, 1, 3],
        // Certain 0.2 s later than the others.
        ['is covered by', 2, 1, 3],
        ['is taken from', 3, 1.4, 1],
        ['is taken out of', 2, 1.4, 3],
        ['is uncovered', 2, 1.44, 3],
        ['is put on', 3, 2.2, 1],
      ],
    ],
    [
      'is taken and put by the hand of a person who stands, and so does not carry it',
      (s) => {
        const [from, to] = [s.add(table({ scale: 0.8 }), -0.7, -0.6), s.add(table({ scale: 0.8 }), 0.7, -0.6)];
        const one = s.add(block('red', 0.2), -0.3, -0.6, { on: from });
        const person = s.add(figure(), 0, 0.1, { yaw: Math.PI });
        pickUp(s, person, one, { at: 0.4, for: 0.4 });
        setDown(s, person, one, to, { x: -0.3 }, { at: 1.2, for: 0.4 });
      },
      2,
      [
        ['is taken from', 3, 0.4, 1, 4],
        ['is put on', 3, 1.6, 2, 4],
      ],
    ],
    [
      'is carried by what it rides on, from 0.2 s of common movement on',
      (s) => {
        const cart = s.add(box({ color: 'blue', size: [0.6, 0.2, 0.4] }), -1, 0);
        const load = s.add(block('red', 0.2), -1, 0, { on: cart });
        follow(load, cart, 0);
        slide(cart, [0.6, 0], { at: 0.4, for: 1.6 });
      },
      1.6,
      [['is carried by', 2, 0.64, 1]],
    ],
    [
      'touches and lets go, where the surfaces meet',
      (s) => {
        s.add(block('green'), 0, 0);
        const one = s.add(block('red'), -1, 0);
        slide(one, [-0.3, 0], { at: 0.2, for: 0.7 });
        slide(one, [-1, 0], { at: 1.4, for: 0.7 });
      },
      2.4,
      [
        ['touches', 1, 0.84, 2],
        ['lets go', 1, 1.48, 2],
      ],
    ],
    [
      'does not touch what it passes far in front of',
      (s) => {
        s.add(block('green'), 0, -0.5);
        slide(s.add(block('red'), -0.8, 0.5), [0.8, 0.5], { at: 0, for: 1.6 });
      },
      2,
      [],
    ],
    [
      'approaches and recedes when that lasts half a second',
      (s) => {
        s.add(block('green'), 0, -1);
        slide(s.add(block('red'), -1.6, 0), [1.6, 0], { at: 0, for: 3.2 });
      },
      3,
      [
        ['approaches', 2, 0.04, 1],
        ['passes in front of', 2, 1.88, 1],
        ['recedes', 2, 1.6, 1],
      ],
    ],
    [
      'changes its color when the new one lasts',
      (s) => recolor(s.add(block('red'), 0, 0), paint('blue'), 0.6),
      1.4,
      [['changes color', 1, 0.6]],
    ],
    [
      'changes its size at the same depth',
      (s) => grow(s.add(block('red'), 0, 0), 1.3, { at: 0.4, for: 0.2 }),
      1.8,
      [['changes size', 1, 0.4]],
    ],
    [
      'changes its shape when it tips over',
      (s) => topple(s.add(cup({ scale: 3 }), 0, 0), 1, { at: 0.2, for: 0.4 }),
      1.4,
      [['changes shape', 1, 0.52]],
    ],
    [
      'merges with another thing and splits again',
      (s) => join(s, s.add(block('red'), 0, 0), s.add(block('red'), 0.3, 0), 0.4, 1.2),
      1.6,
      [
        ['merges', 1, 0.4, 2],
        ['splits', 1, 1.2, 2],
      ],
    ],
  ])('%s', (_title, build, seconds, expected) => {
    const { events } = watch(build, seconds);
    const types = [...new Set(expected.map(([type]) => type)), 'passes behind', 'passes in front of'];
    expect(rowsOf(events, expected.length === 0 ? ['touches', 'lets go'] : types)).toEqual(expected);
  });
});

describe('what holds on stage', () => {
  it.each<[title: string, build: (stage: Stage) => void, at: number, relations: string[]]>([
    ['a thing added on another', (s) => s.add(block('red', 0.2), 0, 0, { on: s.add(table(), 0, 0) }), 0, ['on 2 1']],
    [
      'a lifted thing',
      (s) => lift(s, s.add(block('red', 0.2), 0, 0, { on: s.add(table(), 0, 0) }), 0.3, { at: 0, for: 0.4 }),
      0.2,
      [],
    ],
    [
      'a thing in a bowl that is moved',
      (s) => {
        const dish = s.add(bowl({ scale: 2 }), -0.4, 0);
        putIn(s, s.add(ball({ radius: 0.08 }), -1, 0), dish, {}, { at: 0, for: 0.4 });
        slide(dish, [0.6, 0], { at: 0.6, for: 1 });
      },
      1.2,
      ['holds 1 2', 'in 2 1'],
    ],
    [
      'a handover, half way',
      (s) => {
        const [giver, taker] = [
          s.add(figure(), -0.4, 0, { yaw: Math.PI / 2 }),
          s.add(figure(), 0.4, 0, { yaw: -Math.PI / 2 }),
        ];
        const gift = s.add(block('red', 0.2), 0, 0, { y: 0.98 });
        pickUp(s, giver, gift, { at: 0, for: 0.2 });
        handOver(s, giver, taker, gift, { at: 0.6, for: 0.4 });
      },
      0.8,
      ['holds 1 3', 'holds 2 3'],
    ],
  ])('%s', (_title, build, at, expected) => {
    const { record } = watch(build, at);
    const said = record.relations.filter(({ relation }) => relation !== 'touches' && relation !== 'hides');
    expect(said.map(({ relation, a, b }) => `${relation} ${a} ${b}`).sort()).toEqual(expected);
  });

  it('keeps what a cup covers at the place of the cup through swaps', () => {
    const { stage } = watch((s) => {
      const cups = [-0.3, 0.3].map((x) => s.add(cup({ scale: 2 }), x, 0, { upsideDown: true }));
      const pea = s.add(ball({ radius: 0.05 }), -0.3, 0.3);
      cover(s, cups[0]!, pea, { at: 0, for: 0.4 });
      slide(cups[0]!, [-0.3, 0], { at: 0.4, for: 0.2 });
      swap(cups[0]!, cups[1]!, { at: 1, for: 0.6 }, 0.2);
    }, 0);
    for (const t of [0.4, 0.9, 1.2, 1.4, 2]) {
      const [hat, pea] = [stage.thing(1).pose(t), stage.thing(3).pose(t)];
      expect([pea.x, pea.z]).toEqual([expect.closeTo(hat.x, 12), expect.closeTo(hat.z, 12)]);
    }
    expect(stage.thing(1).pose(2).x).toBeCloseTo(0.3, 12);
    expect(stage.thing(2).pose(2).x).toBeCloseTo(-0.3, 12);
  });
});

describe('ways', () => {
  it.each<[title: string, act: (stage: Stage) => void, at: number, place: object]>([
    ['slides', (s) => slide(s.add(block(), 0, 0), [1, 2], { at: 1, for: 2 }), 2, { x: 0.5, z: 1, yaw: 0 }],
    ['rests before and after', (s) => slide(s.add(block(), 0, 0), [1, 2], { at: 1, for: 2 }), 9, { x: 1, z: 2 }],
    [
      'rolls by its rim',
      (s) => roll(s.add(ball({ radius: 0.5 }), 0, 0, { rolls: true }), [0, 2], { at: 0, for: 1 }),
      1,
      { z: 2, pitch: 4 },
    ],
    ['drives facing its way', (s) => drive(s.add(block(), 0, 0), [[1, 0]], { at: 0, for: 1 }), 1, { yaw: Math.PI / 2 }],
    ['turns', (s) => turn(s.add(block(), 0, 0), 1, { at: 0, for: 1 }), 0.5, { yaw: 0.5 }],
    ['bulges on an arc', (s) => arc(s.add(block(), 0, 0), [1, 0], { at: 0, for: 1 }, 0.3), 0.5, { x: 0.5, z: 0.3 }],
  ])('%s', (_title, act, at, place) => {
    const pose = watch(act, 0).stage.thing(1).pose(at);
    for (const [name, value] of Object.entries(place)) expect(pose[name as 'x'], name).toBeCloseTo(value, 12);
  });

  it('refuses stretches that overlap', () => {
    const timeline = new Timeline(0);
    timeline.add({ from: 0, to: 2, at: () => 1 });
    expect(() => timeline.add({ from: 1, to: 3, at: () => 2 })).toThrow(RangeError);
  });
});
