import { basket, box, figure, fruit, house, paint, table } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { join, recolor, vanish } from '../stage/actions/change.ts';
import { pickUp, putInto, setDown, walk } from '../stage/actions/figure.ts';
import { turn } from '../stage/actions/travel.ts';
import { centerX, colored, did, isA, isMoving, most, nobody, nth, related, relatedBy, where } from './choose.ts';
import { asScenery, lookFrom, outdoors } from './sets.ts';

/** A stall: somebody buys fruit and carries it away in a basket; a crate is taken apart, a person passes behind. */
export const market: SceneScript = {
  name: 'market',
  summary: 'a buyer puts fruit into a basket and carries it away; a crate is split, somebody passes behind the stall',
  frames: 325,
  noise: 1.6,
  build: (random) => {
    const stage = outdoors(random, lookFrom([0, 1.7, 5.6], [0, 0.85, 0], 29));
    stage.scenery = [
      ...stage.scenery,
      ...asScenery(house({ color: 'yellow', accent: 'red', random }), -4, -9),
      ...asScenery(house({ color: 'white', accent: 'brown', random }), 4.5, -9),
    ];
    const shirt = random.pick(['red', 'blue', 'purple'] as const);
    const stall = stage.add(table({ color: 'brown', scale: 1.05 }), -0.4, -0.6);
    const colors = ['red', 'green', 'orange', 'yellow', 'red'] as const;
    const goods = colors.map((color, i) =>
      stage.add(fruit({ color, scale: 1.7, random, kind: i === 3 ? 'pear' : 'apple' }), -0.85 + i * 0.18, -0.42, {
        on: stall,
      }),
    );
    const crate = box({ color: 'white', size: [0.16, 0.16, 0.2] });
    const [left, right] = [-0.08, 0.08].map((x) => stage.add(crate, -0.75 + x, -0.78, { on: stall }));
    join(stage, left!, right!, -1, 4.4);
    const hamper = stage.add(basket({ scale: 1.1 }), 0.6, -0.05);
    const buyer = stage.add(figure({ color: shirt, accent: 'gray', noun: 'woman', random }), 2.9, 0.15, {
      yaw: -Math.PI / 2,
    });
    const seller = stage.add(figure({ color: 'green', accent: 'black', noun: 'man', random }), -0.35, -1.35);
    const passer = stage.add(figure({ color: 'orange', accent: 'blue', random }), -3.4, -2.4, { yaw: Math.PI / 2 });
    const wanted = goods[random.int(1, 3)]!;
    const { x } = wanted.pose(0);
    walk(buyer, [[x + 0.05, 0.05]], { at: 0.4, for: stage.near(1.9, 0.15) });
    turn(buyer, Math.PI, { at: 2.5, for: 0.24 });
    pickUp(stage, buyer, wanted, { at: 3, for: 0.5 });
    right!.way.add({ from: 4.4, to: 4.9, at: (t, start) => ({ ...start, x: start.x + (t - 4.4) * 0.36 }) });
    walk(buyer, [[0.6, 0.42]], { at: 3.8, for: 0.7 });
    turn(buyer, Math.PI, { at: 4.6, for: 0.24 });
    putInto(stage, buyer, wanted, hamper, { y: 0.04 }, { at: 5, for: 0.6 });
    pickUp(stage, buyer, hamper, { at: 6.2, for: 0.6 });
    walk(
      buyer,
      [
        [1.2, 0.6],
        [3.3, 0.6],
      ],
      { at: 7.2, for: stage.near(2, 0.2) },
    );
    walk(passer, [[3.6, -2.4]], { at: 1, for: stage.near(5.5, 0.4) });
    pickUp(stage, seller, left!, { at: 7.4, for: 0.5 });
    turn(seller, Math.PI / 2, { at: 8.1, for: 0.3 });
    walk(seller, [[0.75, -1.2]], { at: 8.5, for: 0.9 });
    turn(seller, 0, { at: 9.5, for: 0.2 });
    setDown(stage, seller, left!, [0.75, -0.75], { y: 0 }, { at: 9.8, for: 0.5 });
    vanish(stage, goods[0]!, stage.near(10.6, 0.2));
    recolor(goods[4]!, paint('brown', 0.6), 11, ['flesh']);
    return {
      stage,
      queries: [
        { text: `the person in ${shirt}`, kind: 'attribute', choose: where(isA('person'), colored(shirt)) },
        { text: 'the basket', kind: 'attribute', choose: where(isA('basket')) },
        { text: 'the second fruit from the left', kind: 'spatial', choose: nth(where(isA('fruit')), centerX, 2) },
        { text: 'what is on the table', kind: 'spatial', choose: related('on', stall) },
        { text: 'what is in the basket', kind: 'temporal', choose: related('in', hamper) },
        { text: 'what the woman holds', kind: 'temporal', from: 0.4, choose: relatedBy(buyer, 'holds') },
        {
          text: 'the person who passed behind the man',
          kind: 'temporal',
          choose: did('passes behind', { other: seller }),
        },
        {
          text: 'the rightmost person who is moving',
          kind: 'temporal',
          from: 0.4,
          choose: most(where(isA('person'), isMoving), centerX),
        },
        { text: 'the purple fruit', kind: 'absent', choose: nobody },
      ],
    };
  },
};
