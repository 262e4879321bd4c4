import { ball, book, cat, figure, lamp, paint, plant, sofa, table } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { grow, recolor } from '../stage/actions/change.ts';
import { pickUp, setDown, walk } from '../stage/actions/figure.ts';
import { fly } from '../stage/actions/place.ts';
import { roll } from '../stage/actions/travel.ts';
import { colored, did, heading, isA, neverMoved, nobody, related, relatedBy, where } from './choose.ts';
import { creamWall, indoors, lookFrom, parquet } from './sets.ts';

/** Somebody comes in, takes a book to the table and lights the lamp; a cat runs past and jumps on the sofa. */
export const livingRoom: SceneScript = {
  name: 'living-room',
  summary: 'a person brings a book to the table and lights a lamp; a cat jumps on the sofa, a ball rolls',
  frames: 325,
  noise: 1.6,
  build: (random) => {
    const stage = indoors(random, lookFrom([0, 1.7, 5.2], [0, 0.74, 0], 30), {
      wall: creamWall(),
      floor: parquet(),
      back: -2,
    });
    const shirt = random.pick(['red', 'green', 'purple'] as const);
    const cover = random.pick(['blue', 'yellow', 'red'] as const);
    const couch = stage.add(sofa({ color: 'gray', accent: 'orange' }), -0.55, -1.25);
    const low = stage.add(table({ color: 'brown', scale: 0.6 }), -0.5, 0.15);
    const side = stage.add(table({ color: 'white', scale: 0.55 }), 1.25, -1.45);
    const light = stage.add(lamp({ color: 'gray', accent: 'black', scale: 1.3 }), 1.25, -1.45, { on: side });
    const green = stage.add(plant({ scale: 1.5 }), stage.near(-2.05, 0.08), -1.5);
    const novel = stage.add(book({ color: cover, scale: 1.3 }), 1.5, -1.38, { on: side, yaw: 0.4 });
    const toy = stage.add(ball({ color: 'orange', accent: 'white', radius: 0.11, look: 'striped' }), -1.9, 0.75, {
      rolls: true,
    });
    const person = stage.add(figure({ color: shirt, random }), 3.7, -0.62, { yaw: -Math.PI / 2 });
    walk(
      person,
      [
        [1.45, -0.62],
        [1.45, -0.8],
      ],
      { at: 0.4, for: 1.9 },
    );
    pickUp(stage, person, novel, { at: 2.72, for: 0.6 });
    walk(
      person,
      [
        [0.55, -0.4],
        [0.1, -0.45],
      ],
      { at: 3.6, for: 1.2 },
    );
    person.way.add({ from: 4.84, to: 5, at: (_t, start) => ({ ...start, yaw: -0.5 }) });
    setDown(stage, person, novel, low, { x: 0.12, z: -0.02 }, { at: 5.2, for: 0.6 });
    recolor(light, paint('yellow', 0.9, { glow: 1 }), stage.near(6.4, 0.2), ['shade']);
    walk(
      person,
      [
        [0.9, -0.5],
        [3.7, -0.4],
      ],
      { at: 6.6, for: 2.4 },
    );
    roll(toy, [stage.near(1.3, 0.2), 0.85], { at: 1.2, for: stage.near(2.4, 0.2) });
    const pet = stage.add(cat({ color: 'black', random }), -3.1, 0.9, { yaw: Math.PI / 2 });
    walk(
      pet,
      [
        [-1.5, 0.75],
        [-1.35, -0.55],
      ],
      { at: 7.2, for: 1.9 },
    );
    fly(pet, [-0.75, 0.47, -1.05], { at: 9.2, for: 0.4 });
    stage.facts.begin('on', pet.id, couch.id, 9.6);
    grow(green, 1.16, { at: 9.8, for: 1.6 });
    return {
      stage,
      queries: [
        { text: `the ${cover} book`, kind: 'attribute', choose: where(isA('book'), colored(cover)) },
        { text: 'the gray sofa', kind: 'attribute', choose: where(isA('sofa'), colored('gray')) },
        { text: 'what is on the table', kind: 'spatial', choose: related('on', low) },
        { text: 'what the person holds', kind: 'temporal', from: 0.4, choose: relatedBy(person, 'holds') },
        { text: 'the thing that is moving to the left', kind: 'temporal', from: 0.4, choose: where(heading('left')) },
        { text: 'what was put on the table', kind: 'temporal', choose: did('is put on', { other: low }) },
        { text: 'the lamp that changed its color', kind: 'temporal', choose: did('changes color') },
        { text: 'the plant', kind: 'attribute', choose: where(isA('plant'), neverMoved) },
        { text: 'the horse', kind: 'absent', choose: nobody },
      ],
    };
  },
};
