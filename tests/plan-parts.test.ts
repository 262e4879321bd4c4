import { expect, it } from 'vitest';
import { planByRules } from '../src/core/plan/index.ts';
import { namingCards } from '../src/core/testing/index.ts';
import type { FrameObject, TwinFrame, Words } from '../src/core/twin/program-frame.ts';
import { idsAt } from './questions/answer-row.ts';
import { look } from './questions/look.ts';

/** A still room: things in a row from left to right, each part at its whole. */
const things: readonly [id: number, x: number, size: number, words: Words, partOf?: number][] = [
  [1, 60, 40, look('brown', 'chest')],
  [2, 60, 8, look('yellow', 'lock'), 1],
  [3, 160, 60, look('brown', 'chest')],
  [4, 160, 10, look('black', 'lock'), 3],
  [5, 260, 50, look('green', 'person')],
  [6, 260, 30, look('green', 'torso'), 5],
  [7, 340, 70, look('white', 'table')],
  [8, 340, 60, look('brown', 'top'), 7],
  [9, 420, 30, look('gray', 'lamp', 'light')],
  [10, 420, 6, look('black', 'stand'), 9],
  [11, 500, 44, look('blue', 'bench', 'seat', 'thing to sit on')],
  [12, 500, 20, look('blue', 'back'), 11],
  [13, 560, 24, look('red', 'apple', 'food', 'thing to eat')],
  [14, 600, 24, look('white', 'plate')],
  [15, 625, 20, look('white', 'tumbler', 'thing to drink from')],
  [16, 30, 30, look('red', 'chair')],
  [17, 30, 12, look('red', 'seat'), 16],
];
const objects: FrameObject[] = things.map(([id, x, size, words, partOf]) => ({
  id,
  score: 0.9,
  box: [x - size / 2, 180 - size / 2, size, size],
  c: [x, 180],
  area: size * size,
  vis: 1,
  vel: [0, 0],
  depth: [2, 0.9, 'm'],
  words,
  ...(partOf === undefined ? {} : { partOf }),
}));
const frames: TwinFrame[] = [{ i: 0, t: 0, w: 640, h: 360, o: objects, r: [], e: [] }];

const rows: readonly (readonly [question: string, ids: readonly number[]])[] = [
  ['the lock of the largest brown chest', [4]],
  ['the chest with the yellow lock', [1]],
  ['the torso of the green person', [6]],
  ["show me the green person's torso", [6]],
  ['the top of the largest white table', [8]],
  ["the blue thing's back", [12]],
  ['the table with the brown top', [7]],
  ['the stand of the lamp', [10]],
  ['the stand of the light', [10]],
  ['the lamp with the black stand', [9]],
  ["the light's black stand", [10]],
  ['the back of the bench', [12]],
  ['find the light', [9]],
  ['the rightmost chest to the left of the light', [3]],
  ['the seat', [11]],
  ['the seat of the chair', [17]],
  ['the chair left of the seat', [16]],
  ['the chair with the red seat', [16]],
  ['something to eat', [13]],
  ['what could one eat?', [13]],
  ['something to drink from', [15]],
  ['something used to hold drinks', [15]],
  ['the thing to sit on', [11]],
];

it.each(rows)('%s', async (query, ids) => {
  const plan = planByRules({ query, source: { still: false, live: false }, specialists: namingCards });
  expect([query, await idsAt(plan.program ?? '', frames), plan.program]).toEqual([query, ids, plan.program]);
});

/** Questions about what happens, and the programs that they become. */
const programs: readonly (readonly [question: string, program: string])[] = [
  ['the box that is moving right now', 'return twin.objects.where(label("box"), moving).the();'],
  ['the box that is moving right', 'return twin.objects.where(label("box"), heading("right")).the();'],
  ['which tumbler stopped?', 'return twin.objects.where(label("tumbler"), did("stops"));'],
  ['which cabinet changed its colour?', 'return twin.objects.where(label("cabinet"), did("changes color"));'],
  ['which snark changed its colour?', 'return twin.objects.where(label("snark"), did("changes color"));'],
  [
    'which snark was the first to change its colour?',
    'const snark = twin.objects.where(label("snark")); return twin.events("changes color", { who: snark }).first().who();',
  ],
  [
    'what was carried by the hand?',
    'const hand = twin.objects.where(label("hand")).the(); return twin.objects.where(did("is carried by", { other: hand }));',
  ],
  [
    'what is carried by the hand?',
    'const hand = twin.objects.where(label("hand")).the(); return twin.objects.where(heldBy(hand));',
  ],
  [
    'the box on the brown table that is nearest to the pear',
    'const table = twin.objects.where(label("table"), color("brown")).the(); const pear = twin.objects.where(label("pear")).the(); return twin.objects.where(label("box"), on(table)).except(pear).min(distance(pear));',
  ],
];

it.each(programs)('%s', (query, program) => {
  const plan = planByRules({ query, source: { still: false, live: false }, specialists: namingCards });
  const lines = (plan.program ?? '').split('\n').slice(1, -1);
  expect(lines.map((line) => line.trim()).join(' ')).toBe(program);
});

it('writes programs that stay short for chains of wholes', () => {
  const query = `the lock${' of the chest'.repeat(60)}`;
  const plan = planByRules({ query, source: { still: false, live: false }, specialists: namingCards });
  expect(plan.program?.length).toBeLessThan(10_000);
});
