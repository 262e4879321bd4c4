import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planByRules } from '../src/core/plan/index.ts';
import { checkProgram, inProcessSession } from '../src/core/reason/index.ts';
import type { Color, Shape, Texture } from '../src/core/specialists/index.ts';
import { namelessCards, namingCards } from '../src/core/testing/index.ts';
import type { FrameEvent, FrameObject, TwinFrame } from '../src/core/twin/program-frame.ts';

const programOf = (query: string, names = false) =>
  planByRules({ query, source: { still: false, live: false }, specialists: names ? namingCards : namelessCards })
    .program ?? '';

const table = new URL('../src/core/plan/rules/__fixtures__/questions.json', import.meta.url);
const rows: { query: string; names?: boolean }[] = JSON.parse(readFileSync(table, 'utf8'));

describe('programs of the rule planner', () => {
  it.each(rows)('$query: passes the check of programs', ({ query, names }) => {
    expect(checkProgram(programOf(query, names)).issues).toEqual([]);
  });
});

interface Look {
  color: Color;
  shape: Shape;
  texture?: Texture;
  label: string;
  depth: number;
  bright?: number;
  vel?: [number, number];
}

/** A thing by its centre and size, px. */
function thing(id: number, [cx, cy, w, h]: [number, number, number, number], look: Look): FrameObject {
  return {
    id,
    score: 0.9,
    box: [cx - w / 2, cy - h / 2, w, h],
    c: [cx, cy],
    area: w * h,
    vis: 1,
    vel: look.vel ?? [0, 0],
    depth: [look.depth, 0.9, 'm'],
    long: Math.max(w, h),
    words: {
      colors: [[look.color, 0.9]],
      shapes: { [look.shape]: 0.9 },
      textures: look.texture ? { [look.texture]: 0.9 } : { plain: 0.9 },
      labels: [[look.label, 0.9]],
      bright: look.bright ?? 0.5,
    },
  };
}

const objects = [
  thing(1, [100, 200, 60, 60], { color: 'red', shape: 'round', label: 'ball', depth: 3 }),
  thing(2, [300, 200, 80, 80], { color: 'blue', shape: 'rectangular', label: 'box', depth: 4, bright: 0.2 }),
  thing(3, [500, 200, 40, 40], { color: 'green', shape: 'round', label: 'ball', depth: 2, vel: [60, 0] }),
  thing(4, [220, 60, 60, 60], { color: 'red', shape: 'rectangular', label: 'box', depth: 6, bright: 0.9 }),
  thing(5, [420, 300, 120, 30], { color: 'white', shape: 'wide', texture: 'striped', label: 'rug', depth: 1.5 }),
  thing(6, [580, 80, 20, 100], { color: 'yellow', shape: 'tall', label: 'lamp', depth: 5, vel: [-90, 0] }),
];

function frame(i: number, change: { o?: FrameObject[]; r?: TwinFrame['r']; e?: FrameEvent[] } = {}): TwinFrame {
  return { i, t: i / 10, w: 640, h: 360, o: change.o ?? objects, r: change.r ?? [], e: change.e ?? [] };
}

async function answer(query: string, frames: TwinFrame[], names = false): Promise<number[]> {
  const session = inProcessSession(programOf(query, names), { hysteresisSeconds: 0 });
  let ids: readonly number[] = [];
  for (const each of frames) ids = (await session.step(each)).ids;
  session.close();
  return [...ids].sort((a, b) => a - b);
}

describe('answers in one frame', () => {
  it.each<[string, number[]]>([
    ['the red ball', [1]],
    ['the red things', [1, 4]],
    ['the round things', [1, 3]],
    ['anything that is not round', [2, 4, 5, 6]],
    ['the striped thing', [5]],
    ['the red or green thing on the left', [1]],
    ['things that are neither red nor blue', [3, 5, 6]],
    ['everything except the red ball', [2, 3, 4, 5, 6]],
    ['the leftmost thing', [1]],
    ['the rightmost round thing', [3]],
    ['the second from the left', [4]],
    ['the thing second from the right', [3]],
    ['the two leftmost things', [1, 4]],
    ['the largest red thing', [4, 1]],
    ['the smallest round thing', [3]],
    ['the second largest thing', [1, 4, 5, 6]],
    ['the tallest thing', [6]],
    ['the longest thing', [5]],
    ['the brightest thing', [4]],
    ['the darkest of the boxes', [2]],
    ['the thing closest to the camera', [5]],
    ['the thing farthest from the camera', [4]],
    ['the things in the right half', [3, 5, 6]],
    ['the thing in the top right corner', [6]],
    ['the red thing at the top', [4]],
    ['the thing nearest to the red ball', [4]],
    ['the round thing to the left of the blue box', [1]],
    ['the things to the right of the blue box', [3, 5, 6]],
    ['what is above the blue box', [4]],
    ['the thing between the red ball and the green ball', [2]],
    ['the things bigger than the green ball', [1, 2, 4, 5, 6]],
    ['the red thing that is not round', [4]],
    ['red, round things', [1]],
    ['what is moving', [3, 6]],
    ['the things that are still', [1, 2, 4, 5]],
    ['the fastest thing', [6]],
    ['the thing moving to the left', [6]],
    ['the thing moving right', [3]],
    ['exactly two red things', [1, 4]],
    ['exactly three red things', []],
    ['the red thing and the green ball', [1, 3]],
    ['the purple thing', []],
    ['things of the same colour as the red ball', [4]],
    ['the dog', []],
    ['what you would stir with', []],
  ])('%s', async (query, expected) => {
    const ids = await answer(query, [frame(0)]);
    // Two things of one size: either of them is right.
    if (expected.length > 1 && / (second )?largest /.test(query)) expect(expected).toContain(ids[0]);
    else expect(ids).toEqual(expected);
  });

  it.each<[string, number[]]>([
    ['the ball', [1]],
    ['the balls', [1, 3]],
    ['the lamp', [6]],
    ['the boxes that are not blue', [4]],
    ['the cat', []],
    ['all balls except the green one', [1]],
    ['the box left of the lamp on the right', [2]],
  ])('with names: %s', async (query, expected) => {
    const ids = await answer(query, [frame(0)], true);
    // "the ball" of two: one that is meant.
    if (query === 'the ball') expect(ids).toHaveLength(1);
    else if (query.startsWith('the box left')) expect([2, 4]).toContain(ids[0]);
    else expect(ids).toEqual(expected);
  });

  it.each<[string, TwinFrame['r'], number[]]>([
    ['what is on the striped thing', [['on', 3, 5]], [3]],
    ['the thing inside the blue box', [['in', 1, 2]], [1]],
    ['the thing touching the yellow thing', [['touches', 3, 6]], [3]],
    ['what the red ball is touching', [['touches', 1, 2]], [2]],
    ['the thing held by the yellow thing', [['holds', 6, 3]], [3]],
    ['what is behind the blue box', [['hides', 2, 4]], [4]],
  ])('%s', async (query, r, expected) => expect(await answer(query, [frame(0, { r })])).toEqual(expected));
});

describe('answers over time', () => {
  const only = (...ids: number[]) => objects.filter((o) => ids.includes(o.id));
  it('the things that have never moved', async () => {
    const rested = objects.map((o) => ({ ...o, vel: [0, 0] as [number, number] }));
    expect(await answer('the things that have never moved', [frame(0), frame(1, { o: rested })])).toEqual([1, 2, 4, 5]);
  });
  it('the one that is in view from the first frame', async () => {
    expect(await answer('the one that is in view from the first frame', [frame(0, { o: only(2) }), frame(1)])).toEqual([
      2,
    ]);
  });
  it('the last thing to come into the picture', async () => {
    const frames = [
      frame(0, { o: only(1) }),
      frame(1, { o: only(1, 2), e: [{ t: 0.1, type: 'enters', who: 2 }] }),
      frame(2, { e: [{ t: 0.2, type: 'enters', who: 3 }] }),
    ];
    expect(await answer('the last thing to come into the picture', frames)).toEqual([3]);
  });
  it('what passed behind the blue box', async () => {
    const frames = [frame(0), frame(1, { e: [{ t: 0.1, type: 'passes behind', who: 3, other: 2 }] })];
    expect(await answer('what passed behind the blue box', frames)).toEqual([3]);
  });
  it('the things nobody touches', async () => {
    const frames = [frame(0), frame(1, { e: [{ t: 0.1, type: 'touches', who: 1, other: 6 }] })];
    expect(await answer('the things nobody touches', frames)).toEqual([2, 4, 5]);
  });
  it('what the red ball bumped into first', async () => {
    const frames = [
      frame(0),
      frame(1, { e: [{ t: 0.1, type: 'touches', who: 1, other: 2 }] }),
      frame(2, { e: [{ t: 0.2, type: 'touches', who: 1, other: 4 }] }),
    ];
    expect(await answer('what the red ball bumped into first', frames)).toEqual([2]);
  });
});
