import { bag, box, figure, plant, table } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { handOver, pickUp, setDown, walk } from '../stage/actions/figure.ts';
import { turn } from '../stage/actions/travel.ts';
import {
  both,
  centerX,
  colored,
  did,
  isA,
  isMoving,
  least,
  nobody,
  related,
  relatedBy,
  where,
  whoOf,
} from './choose.ts';
import { blueWall, indoors, lookFrom, parquet } from './sets.ts';

/** One brings a box from the table and hands it to another one, who puts it on the other table. */
export const handover: SceneScript = {
  name: 'handover',
  summary: 'one person carries a box to another one, who takes it on to a table; a bag is fetched',
  frames: 325,
  noise: 1.6,
  build: (random) => {
    const stage = indoors(random, lookFrom([0, 1.65, 6.2], [0, 0.85, 0], 30), {
      wall: blueWall(),
      floor: parquet(),
      back: -1.9,
    });
    const colors = random.next() < 0.5 ? (['red', 'green'] as const) : (['purple', 'orange'] as const);
    const person = (color: (typeof colors)[number], x: number, z: number, yaw: number) =>
      stage.add(figure({ color, accent: 'blue', random }), x, z, { yaw });
    const left = stage.add(table({ color: 'brown', scale: 0.85 }), -2, -1);
    const right = stage.add(table({ color: 'white', scale: 0.85 }), 2, -1);
    stage.add(plant({ scale: 1.4 }), 0, -1.5);
    const parcelColor = random.pick(['yellow', 'pink'] as const);
    const parcel = stage.add(box({ color: parcelColor, size: [0.3, 0.22, 0.24] }), -1.75, -0.82, { on: left });
    const sack = stage.add(bag({ color: 'brown', accent: 'black' }), 2.3, -0.9, { on: right });
    const giver = person(colors[0]!, -0.9, 0.35, Math.PI);
    const taker = person(colors[1]!, 1.1, 0.1, -Math.PI / 2);
    walk(giver, [[-1.75, -0.35]], { at: 0.6, for: stage.near(1, 0.1) });
    turn(giver, Math.PI, { at: 1.8, for: 0.24 });
    pickUp(stage, giver, parcel, { at: 2.2, for: 0.6 });
    walk(giver, [[0.35, 0.1]], { at: 3.2, for: stage.near(1.9, 0.15) });
    handOver(stage, giver, taker, parcel, { at: 5.6, for: 0.4 });
    walk(
      giver,
      [
        [-0.7, 0.3],
        [-3.9, 0.4],
      ],
      { at: 6.4, for: 3.2 },
    );
    turn(taker, 2.2, { at: 6.2, for: 0.3 });
    walk(taker, [[1.8, -0.32]], { at: 6.6, for: 0.8 });
    turn(taker, Math.PI, { at: 7.5, for: 0.24 });
    setDown(stage, taker, parcel, right, { x: -0.28, z: 0.1 }, { at: 7.9, for: 0.6 });
    walk(taker, [[2.3, -0.33]], { at: 8.9, for: 0.5 });
    turn(taker, Math.PI, { at: 9.44, for: 0.24 });
    pickUp(stage, taker, sack, { at: 9.9, for: 0.5 });
    walk(taker, [[3.9, 0.2]], { at: 10.6, for: 1.6 });
    return {
      stage,
      queries: [
        { text: `the ${parcelColor} box`, kind: 'attribute', choose: where(isA('box'), colored(parcelColor)) },
        { text: `the person in ${colors[0]}`, kind: 'attribute', choose: where(isA('person'), colored(colors[0]!)) },
        { text: 'the leftmost person', kind: 'spatial', choose: least(where(isA('person')), centerX) },
        { text: 'what is on the white table', kind: 'spatial', choose: related('on', right) },
        { text: 'whoever holds the box', kind: 'temporal', from: 0.4, choose: related('holds', parcel) },
        {
          text: 'what the person in the other color holds',
          kind: 'temporal',
          from: 0.4,
          choose: relatedBy(taker, 'holds'),
        },
        { text: 'the first thing that was picked up', kind: 'temporal', choose: whoOf('is carried by', 'first') },
        {
          text: 'the person who is walking',
          kind: 'temporal',
          from: 0.4,
          choose: both(where(isA('person')), isMoving),
        },
        { text: 'what was put on a table', kind: 'temporal', choose: did('is put on') },
        { text: 'the horse', kind: 'absent', choose: nobody },
      ],
    };
  },
};
