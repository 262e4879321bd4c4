import { box, hand, paint, table } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { join, recolor, topple } from '../stage/actions/change.ts';
import { grab, release } from '../stage/actions/figure.ts';
import { fly } from '../stage/actions/place.ts';
import type { Stage } from '../stage/stage.ts';
import { topOf } from '../stage/stage.ts';
import type { Thing } from '../stage/thing.ts';
import { centerX, centerY, colored, did, isA, least, most, nobody, related, where, whoOf } from './choose.ts';
import { colorBag } from './color-bag.ts';
import { grayWall, indoors, lookFrom, parquet } from './sets.ts';

/** A hand stacks blocks; two of them stick together and come apart again; the tower falls. */
export const stacking: SceneScript = {
  name: 'stacking',
  summary: 'a hand stacks blocks; two stick together, are parted again; the last one is knocked over',
  frames: 350,
  noise: 1.5,
  build: (random) => {
    const stage = indoors(random, lookFrom([0, 1.15, 1.3], [0, 0.83, 0], 31), {
      wall: grayWall(),
      floor: parquet(),
      back: -1,
    });
    const desk = stage.add(table({ color: 'brown' }), 0, 0);
    const draw = colorBag(random);
    const colors = [draw(), draw(), draw(), draw()];
    const size = [0.1, 0.07, 0.1] as const;
    const blocks = colors.map((color, i) =>
      stage.add(box({ color, size }), -0.34 + i * 0.2 + stage.near(0, 0.01), 0.08 - (i % 2) * 0.12, { on: desk }),
    );
    const pillar = stage.add(
      { ...box({ color: 'purple', size: [0.06, 0.19, 0.06] }), shapes: ['tall', 'rectangular'] },
      0.46,
      -0.12,
      { on: desk },
    );
    const [a, b, c] = blocks as [Thing, Thing, Thing, Thing];
    const arm = stage.add(hand({ color: 'white', scale: 0.9 }), 0.75, 0.7, { y: 1.3, yaw: -2.7, pitch: 0.5 });
    const base = b.pose(0);
    let at = bring(stage, arm, c, b, [base.x, base.z], 0.6);
    join(stage, b, c, at + 0.2, 8);
    at = bring(stage, arm, a, c, [base.x, base.z], at + 0.4);
    fly(arm, [0.5, 1.3, 0.6], { at: at + 0.1, for: 0.7 });
    stage.facts.begin('on', c.id, b.id, 8);
    fly(arm, [base.x, 0.99, base.z + 0.02], { at: 7, for: 0.8 });
    grab(stage, arm, a, 8.2);
    fly(arm, [0.28, 1.06, 0.2], { at: 8.2, for: 0.7 });
    fly(arm, [0.28, 0.85, 0.2], { at: 8.92, for: 0.5 });
    release(stage, arm, a, desk, 9.44);
    const settled = topOf(desk, 0);
    fly(a, [a.pose(9.44).x, settled, a.pose(9.44).z], { at: 9.48, for: 0.08 });
    fly(arm, [0.43, 0.95, 0.1], { at: 9.8, for: 0.7 });
    topple(pillar, 1, { at: stage.near(10.8, 0.1), for: 0.5 });
    fly(arm, [0.8, 1.4, 0.7], { at: 11, for: 0.8 });
    recolor(blocks[3]!, paint('orange', 0.7), stage.near(12, 0.2));
    return {
      stage,
      queries: [
        { text: `the ${colors[3]} box`, kind: 'attribute', choose: where(isA('box'), colored(colors[3]!)) },
        { text: 'the purple box', kind: 'attribute', choose: where(isA('box'), colored('purple')) },
        { text: 'the topmost box', kind: 'spatial', choose: least(where(isA('box')), centerY) },
        { text: 'the rightmost box', kind: 'spatial', choose: most(where(isA('box')), centerX) },
        { text: 'what is on the table', kind: 'spatial', choose: related('on', desk) },
        { text: 'what was put on something', kind: 'temporal', choose: did('is put on') },
        { text: 'the last box that was picked up', kind: 'temporal', choose: whoOf('is carried by', 'last') },
        { text: 'the box that fell over', kind: 'temporal', choose: did('changes shape') },
        { text: 'the black box', kind: 'absent', choose: nobody },
      ],
    };
  },
};

/** The hand fetches a block and sets it on another one; gives when that is done. */
function bring(
  stage: Stage,
  arm: Thing,
  block: Thing,
  on: Thing,
  [x, z]: readonly [number, number],
  at: number,
): number {
  const from = block.pose(at);
  const above = block.model.size[1] + 0.03;
  const goal = topOf(on, at);
  fly(arm, [from.x, from.y + above, from.z + 0.02], { at, for: 0.8 });
  grab(stage, arm, block, at + 1);
  fly(arm, [from.x, goal + above + 0.08, from.z + 0.02], { at: at + 1, for: 0.4 });
  fly(arm, [x, goal + above + 0.08, z + 0.02], { at: at + 1.4, for: 0.6 });
  fly(arm, [x, goal + above, z + 0.02], { at: at + 2, for: 0.3 });
  release(stage, arm, block, on, at + 2.32);
  return at + 2.4;
}
