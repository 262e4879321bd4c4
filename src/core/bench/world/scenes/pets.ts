import { ball, basket, bowl, cat, dog, fruit, paint, sofa } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { recolor, vanish } from '../stage/actions/change.ts';
import { walk } from '../stage/actions/figure.ts';
import { carry, fly, putOn } from '../stage/actions/place.ts';
import { roll } from '../stage/actions/travel.ts';
import { colored, did, heading, isA, isMoving, isStill, most, nobody, related, speed, where } from './choose.ts';
import { carpet, grayWall, indoors, lookFrom } from './sets.ts';

/** A dog runs after a ball, a cat goes behind the sofa and comes out again, food is eaten. */
export const pets: SceneScript = {
  name: 'pets',
  summary: 'a dog runs after a ball, a cat walks behind a basket and jumps on the sofa, an apple is eaten',
  frames: 300,
  noise: 1.6,
  build: (random) => {
    const stage = indoors(random, lookFrom([0, 1.35, 3.9], [0, 0.34, 0], 30), {
      wall: grayWall(),
      floor: carpet([0.6, 0.55, 0.5]),
      back: -1.7,
    });
    const coat = random.pick(['brown', 'black', 'white'] as const);
    const toyColor = random.pick(['red', 'blue', 'yellow'] as const);
    const couch = stage.add(sofa({ color: 'green', accent: 'pink' }), -0.7, -1.15);
    const hamper = stage.add(basket({ scale: 1.5 }), 0.95, -0.35);
    const dish = stage.add(bowl({ color: 'blue', scale: 1.2 }), 0.35, 0.6);
    const food = stage.add(fruit({ color: 'red', scale: 1.1, random }), 0.35, 0.6, { y: 0.02 });
    stage.facts.begin('in', food.id, dish.id, -1);
    const toy = stage.add(ball({ color: toyColor, accent: 'white', radius: 0.08, look: 'striped' }), -1.6, 0.35, {
      rolls: true,
    });
    const hound = stage.add(dog({ color: coat, accent: coat === 'white' ? 'brown' : 'white', random }), -2.35, 0.2, {
      yaw: Math.PI / 2,
    });
    const puss = stage.add(cat({ color: 'gray', random }), 2.3, -0.75, { yaw: -Math.PI / 2 });
    roll(toy, [0.05, 0.4], { at: 0.4, for: stage.near(1.5, 0.15) });
    walk(hound, [[-1, 0.2]], { at: 0.8, for: 1 });
    walk(hound, [[-0.45, 0.3]], { at: 1.84, for: 0.3 });
    roll(toy, [1.6, 0.75], { at: 2.2, for: 1.6 });
    walk(
      hound,
      [
        [0.1, 0.05],
        [-0.25, -0.35],
        [-1, 0],
      ],
      { at: 2.6, for: stage.near(2.2, 0.2) },
    );
    walk(puss, [[0.35, -0.75]], { at: 1.4, for: stage.near(2.6, 0.2) });
    walk(puss, [[-0.3, -0.45]], { at: 4.4, for: 0.9 });
    putOn(stage, puss, couch, { x: 0.3, z: 0.12, y: 0.47 }, { at: 5.5, for: 0.4 }, 0.05);
    walk(hound, [[0.0, 0.6]], { at: 5.8, for: 0.9 });
    hound.joint('headNod').add({ from: 6.8, to: 7.2, at: (t) => ((t - 6.8) / 0.4) * 0.8 });
    vanish(stage, food, stage.near(8, 0.2));
    hound.joint('headNod').add({ from: 8.6, to: 8.9, at: (t) => (1 - (t - 8.6) / 0.3) * 0.8 });
    walk(
      hound,
      [
        [0.3, 1],
        [2.6, 0.4],
      ],
      { at: 9, for: stage.near(2, 0.2) },
    );
    fly(toy, [1.6, 0.35, 0.5], { at: 8.8, for: 0.3 });
    carry(toy, { at: 9.2, for: 0.5 }, (start) => ({ ...start, x: 0.95, y: 0.06, z: -0.35 }), 0.3);
    stage.facts.begin('in', toy.id, hamper.id, 9.72);
    recolor(dish, paint('orange', 0.3), stage.near(10.2, 0.2));
    return {
      stage,
      queries: [
        { text: `the ${toyColor} ball`, kind: 'attribute', choose: where(isA('ball'), colored(toyColor)) },
        { text: 'the dog', kind: 'attribute', choose: where(isA('dog')) },
        { text: 'what is on the sofa', kind: 'spatial', choose: related('on', couch) },
        { text: 'what is in the basket', kind: 'spatial', choose: related('in', hamper) },
        { text: 'the animal that stands still', kind: 'temporal', from: 0.4, choose: where(isA('animal'), isStill) },
        { text: 'the fastest thing', kind: 'temporal', from: 0.4, choose: most(where(isMoving), speed) },
        { text: 'the thing that moves to the right', kind: 'temporal', from: 0.4, choose: where(heading('right')) },
        { text: 'what was put on the sofa', kind: 'temporal', choose: did('is put on', { other: couch }) },
        { text: 'the horse', kind: 'absent', choose: nobody },
      ],
    };
  },
};
