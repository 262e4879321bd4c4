import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FrameEvent, FrameObject, TwinFrame } from '../twin/program-frame.ts';
import { inProcessSession } from './runtime/in-process.ts';
import { film, still, thing } from './testing/scripted-twin.ts';

type Row = [question: string, frames: TwinFrame[], body: string, ids: number[]];

async function lastAnswer(frames: readonly TwinFrame[], body: string): Promise<number[]> {
  const session = inProcessSession(`function select(twin, state) {\n${body}\n}`, { hysteresisSeconds: 0 });
  let ids: readonly number[] = [];
  for (const frame of frames) ids = (await session.step(frame)).ids;
  return [...ids];
}

const shelf = [
  still([
    thing(1, [60, 60, 40, 40], { color: 'orange', shape: 'round', label: 'ball' }),
    thing(2, [200, 60, 100, 60], { color: 'red', shape: 'rectangular', label: 'box' }),
    thing(3, [340, 60, 60, 40], { color: 'red', shape: 'rectangular', label: 'box' }),
    thing(4, [450, 60, 20, 20], { color: 'white', shape: 'round', texture: 'shiny', label: 'dot' }),
    thing(5, [560, 60, 40, 40], { color: 'blue', shape: 'round', texture: 'striped', label: 'ball' }),
    thing(6, [60, 300, 50, 30], { color: 'blue', shape: 'rectangular', label: 'box' }),
    thing(7, [200, 300, 120, 60], { color: 'black', shape: 'rectangular', label: 'box' }),
  ]),
];

const cups = (coins: number): TwinFrame[] => [
  still([
    thing(1, [100, 100, 50, 60], { color: 'white', label: 'mug' }),
    thing(2, [130, 100, 10, 30], { color: 'black', label: 'handle' }, { partOf: 1 }),
    thing(3, [300, 100, 50, 60], { color: 'blue', label: 'mug' }),
    thing(4, [330, 100, 10, 30], { color: 'blue', label: 'handle' }, { partOf: 3 }),
    ...Array.from({ length: coins }, (_, i) =>
      thing(10 + i, [i === 3 ? 500 : 100 + 30 * i, 300, 20, 20], {
        color: i % 2 === 0 ? 'yellow' : 'gray',
        label: 'coin',
      }),
    ),
  ]),
];

const belt = [
  still(
    [
      thing(1, [320, 200, 600, 30], { color: 'gray', shape: 'elongated' }),
      thing(2, [100, 170, 40, 30], { color: 'red', shape: 'round' }),
      thing(3, [400, 170, 40, 30], { color: 'green', shape: 'round' }),
      thing(4, [400, 60, 40, 30], { color: 'green', shape: 'round' }),
    ],
    [
      ['on', 2, 1],
      ['on', 3, 1],
    ],
  ),
];

const street = [
  still(
    [
      thing(1, [300, 200, 200, 100], { label: 'bus' }, { depth: [10, 0.9, 'm'] }),
      thing(2, [380, 180, 60, 80], { label: 'tree' }, { depth: [20, 0.9, 'm'], vis: 0.5 }),
      thing(3, [250, 230, 40, 60], { label: 'person' }, { depth: [6, 0.9, 'm'] }),
      thing(4, [340, 180, 60, 80], { label: 'house' }, { depth: [10.1, 0.9, 'm'] }),
      thing(5, [560, 180, 30, 30], { label: 'kite' }, { depth: [50, 0.9, 'm'] }),
    ],
    [['hides', 1, 2]],
  ),
];

const room = [
  still(
    [
      thing(1, [300, 200, 60, 200], { color: 'yellow', shape: 'rectangular' }),
      thing(2, [100, 200, 30, 30], { color: 'red', shape: 'round' }),
      thing(3, [240, 200, 30, 30], { color: 'blue', shape: 'round' }),
      thing(4, [500, 200, 30, 30], { color: 'green', shape: 'round' }),
    ],
    [],
  ),
];

const redPlate = [
  still([
    thing(1, [300, 200, 80, 40], { color: 'red', shape: 'rectangular' }),
    thing(2, [300, 150, 30, 30], { shape: 'round' }),
    thing(3, [420, 200, 30, 30], { shape: 'round' }),
    thing(4, [560, 200, 30, 30], { shape: 'round' }),
  ]),
];

const kitchen = [
  still(
    [
      thing(1, [100, 100, 20, 60], { label: 'bottle' }),
      thing(2, [160, 110, 30, 40], { label: 'mug' }),
      thing(3, [130, 140, 200, 20], { label: 'table' }),
      thing(4, [500, 140, 200, 20], { label: 'table' }),
      thing(5, [500, 110, 30, 40], { label: 'mug' }),
    ],
    [
      ['on', 1, 3],
      ['on', 2, 3],
      ['on', 5, 4],
    ],
  ),
];

const people = [
  still(
    [
      thing(1, [100, 200, 60, 150], { label: 'person', color: 'blue' }),
      thing(2, [300, 200, 60, 150], { label: 'person', color: 'red' }),
      thing(3, [320, 200, 20, 20], { label: 'cup' }),
      thing(4, [120, 200, 20, 20], { label: 'cup' }),
    ],
    [
      ['holds', 2, 3],
      ['holds', 1, 4],
    ],
  ),
];

const walk = (from: number, speed: number, t: number): [number, number, number, number] => [
  from + speed * t,
  200,
  30,
  30,
];
const gone = (objects: (FrameObject | false)[]): FrameObject[] => objects.filter((one) => one !== false);
const at = (t: number, when: number, ...events: Omit<FrameEvent, 't'>[]): FrameEvent[] =>
  Math.abs(t - when) < 1e-6 ? events.map((event) => ({ t: when, ...event })) : [];

const blue = { color: 'blue', shape: 'round' } as const;
const red = { color: 'red', shape: 'round' } as const;
const yellowWall = thing(1, [320, 200, 60, 200], { color: 'yellow', shape: 'rectangular' });

/** 2 stands; 3 moves until 1 s; 4 comes in at 1 s, 5 at 2 s. */
const arrivals = film(3, (t) => ({
  o: gone([
    thing(2, [100, 100, 30, 30]),
    thing(3, walk(100, 50, Math.min(t, 1)), {}, { vel: t < 1 ? [50, 0] : [0, 0] }),
    t >= 1 && thing(4, [20, 300, 30, 30]),
    t >= 2 && thing(5, [620, 300, 30, 30]),
  ]),
  e: [...at(t, 1, { type: 'enters', who: 4 }), ...at(t, 2, { type: 'enters', who: 5 })],
}));

/** The ball is held by 1 for a second, then by 2 until the end. */
const handover = film(4, (t) => ({
  o: [
    thing(1, [100, 200, 60, 150], { label: 'person' }),
    thing(2, [300, 200, 60, 150], { label: 'person' }),
    thing(3, [200, 200, 20, 20], { label: 'ball' }),
  ],
  r: [['holds', t < 1 ? 1 : 2, 3]],
}));

const passing = film(3, (t) => ({
  o: [yellowWall, thing(2, walk(200, 80, t), blue, { vel: [80, 0] }), thing(3, [100, 100, 30, 30], red)],
  e: at(t, 2.5, { type: 'passes behind', who: 2, other: 1 }),
}));

const bumps = film(3, (t) => ({
  o: [thing(1, walk(50, 50, t), blue), thing(2, [150, 200, 30, 30], red), thing(3, [300, 200, 30, 30])],
  e: [...at(t, 1, { type: 'touches', who: 2, other: 1 }), ...at(t, 2, { type: 'touches', who: 1, other: 3 })],
}));

/** The red ball stops at 1 s; 2 moves until 0.5 s, 3 from 2 s on. */
const stops = film(3, (t) => ({
  o: [
    thing(1, walk(50, 50, Math.min(t, 1)), red, { vel: t < 1 ? [50, 0] : [0, 0] }),
    thing(2, walk(300, 50, Math.min(t, 0.5)), {}, { vel: t < 0.5 ? [50, 0] : [0, 0] }),
    thing(3, walk(400, 50, Math.max(0, t - 2)), {}, { vel: t >= 2 ? [50, 0] : [0, 0] }),
  ],
  e: at(t, 1, { type: 'stops', who: 1 }),
}));

const underCup = [
  still(
    [
      thing(1, [100, 200, 50, 60], { label: 'cup' }),
      thing(2, [300, 200, 50, 60], { label: 'cup' }),
      thing(3, [300, 215, 20, 20], { label: 'ball' }, { vis: 0 }),
    ],
    [['in', 3, 2]],
  ),
];

const crossing = film(4, (t) => ({
  o: [yellowWall, thing(2, walk(100, 100, t), red, { vel: [100, 0] }), thing(3, [100, 100, 30, 30], blue)],
}));

/** The green box stands until 2 s; 2 crosses the middle at 1.2 s, 3 at 3.2 s. */
const greenLight = film(5, (t) => ({
  o: [
    thing(1, [500, 100, 40, 40], { color: 'green' }, { vel: t < 2 ? [0, 0] : [50, 0] }),
    thing(2, walk(200, 100, t), red, { vel: [100, 0] }),
    thing(3, walk(0, 100, t), blue, { vel: [100, 0] }),
  ],
}));

const table = film(4, (t) => ({
  o: [
    thing(1, [300, 300, 300, 40], { label: 'table' }),
    thing(2, [250, 250, 20, 60], { label: 'bottle' }),
    thing(3, [300, 260, 30, 30], { label: 'mug' }),
    thing(4, [350, 260, 30, 30], { label: 'mug' }),
  ],
  e: [
    ...at(t, 1, { type: 'is put on', who: 3, other: 1 }),
    ...at(t, 2, { type: 'is taken from', who: 2, other: 1 }),
    ...at(t, 3, { type: 'is put on', who: 4, other: 1 }),
  ],
}));

const wall = 'const wall = twin.objects.where(color("yellow"), shape("rectangular")).the();\n';
const reds = 'const reds = twin.objects.where(color("red"));\n';
const coins = 'const coins = twin.objects.where(label("coin"));\n';
const ball = 'const ball = twin.objects.where(label("ball")).the();\n';
const ifCoins =
  `${coins}const mug = twin.objects.where(label("mug"));\n` +
  'return coins.where(color("yellow"), exists(atLeast(3, coins))).orElse(mug);';

const rows: Row[] = [
  ['anything that is not round', shelf, 'return twin.objects.where(not(shape("round")));', [2, 3, 6, 7]],
  ['the shiny white dot', shelf, 'return twin.objects.where(color("white"), texture("shiny"), shape("round"));', [4]],
  ['the orange ball', shelf, 'return twin.objects.where(color("orange"), shape("round"));', [1]],
  [
    'things with the same colour as the striped one',
    shelf,
    'const striped = twin.objects.where(texture("striped")).the();\nreturn twin.objects.where(sameColor(striped));',
    [6],
  ],
  [
    'the second largest of the coloured boxes',
    shelf,
    'const boxes = twin.objects.where(shape("rectangular"), not(color("black")));\nreturn boxes.sortBy(area, "down").nth(2);',
    [3],
  ],
  [
    'the mug with the black handle',
    cups(4),
    'const handle = twin.parts.where(label("handle"), color("black"));\nreturn handle.whole();',
    [1],
  ],
  [
    'of the colours that occur more than once, the round ones',
    shelf,
    'const repeated = twin.objects.groups("color").where(more(count, 1)).members();\nreturn repeated.where(shape("round"));',
    [5],
  ],
  ['the red thing bigger than every other red thing', shelf, `${reds}return reds.where(more(area, every(reds)));`, [2]],
  [
    'the mug whose handle does not match the mug',
    cups(4),
    'const handles = twin.parts.where(label("handle"));\nreturn twin.objects.where(label("mug"), hasPart(handles), not(withOne(handles, hasPart, sameColor)));',
    [1],
  ],
  ['the yellow coins if there are three coins', cups(4), ifCoins, [10, 12]],
  ['otherwise the mug', cups(2), ifCoins, [1, 3]],
  ['the things in the right half', shelf, 'return twin.objects.where(inZone("right"));', [3, 4, 5]],
  [
    'what lies on the gray belt',
    belt,
    'const belt = twin.objects.where(color("gray"), shape("elongated")).the();\nreturn twin.objects.where(on(belt));',
    [2, 3],
  ],
  [
    'the things behind the bus',
    street,
    'const bus = twin.objects.where(label("bus")).the();\nreturn twin.objects.where(behind(bus));',
    [2],
  ],
  [
    'the second from the left among the round ones',
    shelf,
    'return twin.objects.where(shape("round")).sortBy(x).nth(2);',
    [4],
  ],
  ['the thing nearest to the yellow wall', room, `${wall}return twin.objects.except(wall).min(distance(wall));`, [3]],
  ['the coin that lies apart', cups(4), `${coins}return coins.groups().where(about(count, 1)).members();`, [13]],
  [
    'the round thing closest to the red rectangle but not above it',
    redPlate,
    'const red = twin.objects.where(color("red"), shape("rectangular")).the();\nreturn twin.objects.where(shape("round"), not(above(red))).min(distance(red));',
    [3],
  ],
  [
    'what else is on the surface that the bottle stands on',
    kitchen,
    'const bottle = twin.objects.where(label("bottle")).the();\nconst surface = twin.objects.where(under(bottle)).the();\nreturn twin.objects.where(on(surface)).except(bottle);',
    [2],
  ],
  [
    'the thing held by the person to the right of the one in blue',
    people,
    'const blue = twin.objects.where(label("person"), color("blue")).the();\nconst right = twin.objects.where(label("person"), rightOf(blue)).the();\nreturn twin.objects.where(heldBy(right));',
    [3],
  ],
  ['the things that have never moved', arrivals, 'return twin.objects.where(not(ever(moving)));', [2, 4, 5]],
  ['the last thing to come into the picture', arrivals, 'return twin.events("enters").last().who();', [5]],
  ['whoever holds the ball', handover, `${ball}return twin.objects.where(holds(ball));`, [2]],
  [
    'what passed behind the yellow wall',
    passing,
    `${wall}return twin.objects.where(did("passes behind", { other: wall }));`,
    [2],
  ],
  [
    'what the blue ball bumped into first',
    bumps,
    'const blue = twin.objects.where(color("blue"), shape("round")).the();\nreturn twin.events("touches", { who: blue }).first().other();',
    [2],
  ],
  [
    'what has not moved since the red ball first stopped',
    stops,
    'const red = twin.objects.where(color("red"), shape("round")).the();\nconst stop = twin.events("stops", { who: red }).first();\nreturn twin.objects.where(not(ever(moving, { after: stop })));',
    [1, 2],
  ],
  [
    'who has held the ball longest so far',
    handover,
    `${ball}return twin.objects.where(label("person")).max(duration(holds(ball)));`,
    [2],
  ],
  [
    'who had held it longest a second in',
    handover.slice(0, 15),
    `${ball}return twin.objects.where(label("person")).max(duration(holds(ball)));`,
    [1],
  ],
  ['the cup the ball is under', underCup, `${ball}return twin.objects.where(label("cup"), contains(ball));`, [2]],
  [
    'what was left of the wall at the start and is right of it now',
    crossing,
    `${wall}return twin.objects.where(at(start, leftOf(wall)), rightOf(wall));`,
    [2],
  ],
  [
    'what crossed into the right half while the green box stood still',
    greenLight,
    'const green = twin.objects.where(color("green"), not(moving));\nreturn twin.objects.where(did(begins(inZone("right")), { while: exists(green) }));',
    [2],
  ],
  [
    'what was put on the table after the bottle had been taken away',
    table,
    'const table = twin.objects.where(label("table")).the();\nconst bottle = twin.objects.where(label("bottle")).the();\nconst taken = twin.events("is taken from", { who: bottle }).first();\nreturn twin.objects.where(did("is put on", { other: table, after: taken }));',
    [4],
  ],
];

/** Bodies of the programs in the section "Questions and programs", without the comment that asks. */
function publishedBodies(): string[] {
  const page = readFileSync(new URL('../../../docs/program-api.md', import.meta.url), 'utf8');
  const section = page.slice(page.indexOf('## Questions and programs'));
  const code = section.slice(section.indexOf('```js\n') + 6, section.indexOf('\n```\n'));
  return code
    .split(/^\/\/ .*\n/m)
    .slice(1)
    .map((body) => body.trim());
}

describe('the example programs of docs/program-api.md', () => {
  it('are the thirty of the page, verbatim, and no other', () => {
    const tried = new Set(rows.map(([, , body]) => body.trim()));
    expect(publishedBodies()).toHaveLength(30);
    expect(new Set(publishedBodies())).toEqual(tried);
  });

  it.each(rows)('%s', async (_question, frames, body, ids) => {
    expect(await lastAnswer(frames, body)).toEqual(ids);
  });
});
