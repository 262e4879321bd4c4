import { ball, cup, table } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { cover, uncover } from '../stage/actions/place.ts';
import { slide, swap } from '../stage/actions/travel.ts';
import { Stage } from '../stage/stage.ts';
import type { Thing } from '../stage/thing.ts';
import { centerX, colored, did, isA, isMoving, nobody, nth, only, where } from './choose.ts';
import { grayWall, lookFrom, parquet, room, roomLight } from './sets.ts';

const spacing = 0.24;

/** Three alike cups; one covers a ball, then they change places by turns, whole and half ways. */
export const shellGame: SceneScript = {
  name: 'shell-game',
  summary: 'one of three alike cups covers a ball; they change places; where is the ball?',
  frames: 275,
  noise: 1.5,
  build: (random) => {
    const stage = new Stage(random, lookFrom([0, 1.2, 1.2], [0, 0.8, 0.02], 24), roomLight());
    stage.scenery = room({ wall: grayWall(), floor: parquet(), back: -1.6 });
    const desk = stage.add(table({ color: 'brown' }), 0, 0);
    const color = random.pick(['red', 'blue', 'purple', 'green'] as const);
    const cups = [-1, 0, 1].map((i) => stage.add(cup({ color }), i * spacing, 0, { on: desk, upsideDown: true }));
    const chosen = random.int(0, 2);
    const pea = stage.add(
      ball({ color: color === 'red' ? 'yellow' : 'orange', radius: 0.026 }),
      (chosen - 1) * spacing + stage.near(0, 0.01),
      0.16,
      { on: desk, rolls: true },
    );
    const hider = cups[chosen]!;
    cover(stage, hider, pea, { at: 0.8, for: 0.9 });
    slide(hider, [(chosen - 1) * spacing, 0], { at: 2, for: 0.5 });
    const end = shuffle(stage, cups, 2.9);
    uncover(stage, { cover: hider, thing: pea, support: desk }, awayFrom(hider, end), { at: end + 0.6, for: 1 }, 0.12);
    return {
      stage,
      queries: [
        {
          text: `the ${color} cups`,
          kind: 'attribute',
          choose: where(isA('cup'), colored(color)),
        },
        { text: 'the ball', kind: 'attribute', choose: where(isA('ball')) },
        { text: 'the middle cup', kind: 'spatial', choose: nth(where(isA('cup')), centerX, 2) },
        { text: 'the leftmost cup', kind: 'spatial', choose: nth(where(isA('cup')), centerX, 1) },
        { text: 'the cup that hides the ball', kind: 'temporal', from: 1.8, choose: covering(pea, hider) },
        { text: 'the cups that are moving', kind: 'temporal', from: 0.4, choose: where(isA('cup'), isMoving) },
        { text: 'the ball that was covered', kind: 'temporal', from: 0.4, choose: did('is covered by') },
        { text: 'the bottle', kind: 'absent', choose: nobody },
      ],
    };
  },
};

/** The cup while the ball is in it. */
const covering = (pea: Thing, hider: Thing) => (moment: Parameters<ReturnType<typeof only>>[0]) =>
  moment.record.relations.some(({ relation, a, b }) => relation === 'in' && a === pea.id && b === hider.id)
    ? only(hider)(moment)
    : [];

/** Swaps of hand speed: whole ones, one passing in front of the other, and false starts that go half way and back. */
function shuffle(stage: Stage, cups: readonly Thing[], from: number): number {
  const { random } = stage;
  let at = from;
  for (let round = 0; round < 5; round++) {
    const [a, b] = random.pick([
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const);
    const pair = random.next() < 0.5 ? [cups[a]!, cups[b]!] : [cups[b]!, cups[a]!];
    const length = random.between(0.55, 0.85) * (b - a === 2 ? 1.3 : 1);
    swap(pair[0]!, pair[1]!, { at, for: length }, b - a === 2 ? 0.2 : 0.13);
    at += length + random.between(0.08, 0.25);
  }
  return at;
}

/** To the back, out of the others' way. */
function awayFrom(hider: Thing, at: number): readonly [number, number] {
  const { x } = hider.pose(at);
  return [x, -0.17];
}
