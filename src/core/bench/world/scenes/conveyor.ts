import { ball, box, chest, conveyor as conveyorModel, lamp, paint } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { join, move, recolor, vanish } from '../stage/actions/change.ts';
import { putIn } from '../stage/actions/place.ts';
import { beat } from '../stage/actions/span.ts';
import { slide } from '../stage/actions/travel.ts';
import type { Thing } from '../stage/thing.ts';
import { centerX, colored, did, isA, isMoving, least, nobody, related, where, whoOf } from './choose.ts';
import { colorBag } from './color-bag.ts';
import { block, grayWall, indoors, lookFrom, stoneFloor, surface } from './sets.ts';

const speed = 0.42;

/** Goods ride on a belt: they come in, pass behind a hood where one gets a new colour, two are joined, all go into a chest. */
export const conveyor: SceneScript = {
  name: 'conveyor',
  summary: 'boxes and balls ride on a belt, are painted and put together, and drop into a chest',
  frames: 300,
  noise: 1.5,
  build: (random) => {
    const stage = indoors(random, lookFrom([0, 1.35, 3.1], [0.1, 0.6, 0], 34), {
      wall: grayWall(),
      floor: stoneFloor(),
      back: -1.2,
    });
    const machine = stage.add(conveyorModel({ length: 2.6 }), -0.35, 0);
    move(machine, 'moved', speed * 13, { at: 0, for: 13 });
    stage.scenery = [
      ...stage.scenery,
      block([0.5, 0.5, 0.04], [-0.55, 0.62, 0.36], surface('gray', [0.5, 0.53, 0.56])),
    ];
    const bin = stage.add(chest({ color: 'brown', scale: 1.25 }), stage.near(1.5, 0.03), 0.05);
    bin.joint('lid', 1);
    const signal = stage.add(lamp({ color: 'red', scale: 0.8 }), 0.35, -0.62, { y: 0.62 });
    const draw = colorBag(random);
    const colors = [draw(), draw(), draw(), draw()];
    const size = [0.16, 0.14, 0.16] as const;
    const goods: Thing[] = colors.map((color, i) => {
      const model = i === 2 ? ball({ color, radius: 0.08 }) : box({ color, size });
      return stage.add(model, -1.5 - i * 0.62, 0, { y: 0.6, on: machine });
    });
    const shift = beat(stage.near(0.2, 0.1));
    goods.forEach((thing, i) => {
      const { x } = thing.pose(0);
      const seconds = (0.72 - x) / speed;
      slide(thing, [0.72, 0], { at: -shift, for: seconds });
      putIn(
        stage,
        thing,
        bin,
        { y: 0.03 + i * 0.03, x: (i % 2) * 0.14 - 0.07 },
        { at: beat(seconds - shift) + 0.04, for: 0.9 },
        0.12,
      );
    });
    const painted = goods[1]!;
    const under = (-0.55 + 2.12) / speed - shift;
    recolor(painted, paint(colors[1] === 'yellow' ? 'blue' : 'yellow', 0.7), under);
    recolor(signal, paint('green', 0.9, { glow: 0.4 }), 4.6, ['shade']);
    const lid = stage.add(box({ color: 'white', size: [0.1, 0.07, 0.1] }), 0.1, -0.02, { y: 1.05 });
    joinOnTop(stage, goods[3]!, lid);
    vanish(stage, signal, 11.2);
    return {
      stage,
      queries: [
        { text: `the ${colors[0]} box`, kind: 'attribute', choose: where(isA('box'), colored(colors[0]!)) },
        { text: 'the ball', kind: 'attribute', choose: where(isA('ball')) },
        { text: 'the leftmost thing on the belt', kind: 'spatial', choose: least(related('on', machine), centerX) },
        { text: 'what is on the belt', kind: 'spatial', choose: related('on', machine) },
        { text: 'the last thing that came in', kind: 'temporal', choose: whoOf('enters', 'last') },
        { text: 'what was put in the chest', kind: 'temporal', choose: did('is put in', { other: bin }) },
        { text: 'the thing that changed its color', kind: 'temporal', choose: did('changes color') },
        { text: 'the boxes that are moving', kind: 'temporal', from: 0.4, choose: where(isA('box'), isMoving) },
        { text: 'the orange ball', kind: 'absent', choose: nobody },
      ],
    };
  },
};

/** A press sets a small block down on the box that comes along; from then on the two are one. */
function joinOnTop(stage: Parameters<typeof join>[0], carrier: Thing, lid: Thing): void {
  const arrives = carrierAt(carrier, 0.1);
  lid.way.add({
    from: arrives - 0.6,
    to: arrives,
    at: (t, start) => ({ ...start, y: 1.05 - (0.31 * (t - arrives + 0.6)) / 0.6 }),
  });
  join(stage, carrier, lid, arrives);
  lid.way.add({
    from: arrives,
    to: Number.POSITIVE_INFINITY,
    at: (t) => ({ ...carrier.pose(t), y: carrier.pose(t).y + 0.14 }),
  });
}

/** When it comes by. */
function carrierAt(carrier: Thing, x: number): number {
  let t = 0;
  while (carrier.pose(t).x < x && t < 12) t += 0.04;
  return beat(t);
}
