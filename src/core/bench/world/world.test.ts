import { describe, expect, it } from 'vitest';
import { InputError } from '../../base/errors.ts';
import type { FrameTruth } from './contract.ts';
import { demoQuestions } from './demo.ts';
import { scenes } from './scenes/index.ts';
import { openWorld } from './world.ts';
import { parseWorldPath, worldSource } from './world-source.ts';

const small = { width: 320, height: 180 } as const;
const names = scenes.map(({ name }) => name);
const id = (truth: FrameTruth, name: string) => truth.objects.find((o) => o.name === name)!;
const hash = (bytes: Uint8Array) => bytes.reduce((h, b) => (Math.imul(h, 31) + b) | 0, 7);

describe('openWorld', () => {
  it.each(names)('%s: same seed, same bytes, in any order of asking; another seed differs', (scene) => {
    const bytesOf = (seed: number, order: number[]) => {
      const world = openWorld(scene, seed, small);
      const bytes = new Map(order.map((i) => [i, hash(world.frame(i).data)]));
      return [...bytes].sort(([a], [b]) => a - b);
    };
    expect(bytesOf(3, [0, 40, 41])).toEqual(bytesOf(3, [41, 40, 0]));
    expect(bytesOf(3, [0])).not.toEqual(bytesOf(4, [0]));
  });

  it.each(names)('%s: visible parts are the outline less what is nearer, and never overlap', (scene) => {
    const world = openWorld(scene, 7, small);
    for (const index of [0, 33, 66, 99]) {
      const { objects } = world.truth(index);
      const owners = new Uint8Array(small.width * small.height);
      const nearFirst = [...objects].sort((a, b) => a.depth - b.depth || b.id - a.id);
      for (const object of nearFirst) {
        const expected = pixels(object.amodal).filter((at) => owners[at] === 0);
        expect(pixels(object.mask), `${object.name} in frame ${index}`).toEqual(expected);
        for (const at of expected) owners[at] = 1;
        expect(object.visible).toBeCloseTo(object.mask.area / object.amodal.area, 12);
      }
    }
  });

  it('covers a disk of the right area (within 1 %: pixels whose centre is inside)', () => {
    const ball = id(openWorld('shelf', 7).truth(0), 'red ball');
    expect(Math.abs(ball.mask.area / (Math.PI * 42 * 42) - 1)).toBeLessThan(0.01);
  });

  it('paints a thing where its mask is', () => {
    const world = openWorld('shelf', 7);
    const { mask } = id(world.truth(0), 'red ball');
    const { data, width } = world.frame(0);
    const redder = pixels(mask).filter((at) => {
      const [x, y] = [Math.floor(at / mask.height), at % mask.height];
      const k = (y * width + x) * 3;
      return data[k]! > data[k + 1]! + 30;
    });
    expect(redder.length / mask.area).toBeGreaterThan(0.98);
  });

  it('keeps to the size, length and rate that it was given', () => {
    const world = openWorld('street', 1, { width: 200, height: 100, frames: 3, fps: 10 });
    const frames = [...world.frames()];
    expect(frames.map(({ index, time, width, height }) => [index, time, width, height])).toEqual([
      [0, 0, 200, 100],
      [1, 0.1, 200, 100],
      [2, 0.2, 200, 100],
    ]);
    expect(world.info).toMatchObject({ kind: 'world', path: 'world:street:1', frames: 3, fps: 10 });
  });

  it.each([
    ['an unknown scene', () => openWorld('moon', 1)],
    ['a frame past the end', () => openWorld('shelf', 1).frame(100)],
    ['a size of nothing', () => openWorld('shelf', 1, { width: 0 })],
    ['no frames', () => openWorld('shelf', 1, { frames: 0 })],
  ])('refuses %s', (_title, open) => expect(open).toThrow(InputError));
});

describe('queries of the scenes', () => {
  it.each(names)('%s: ids are of things that are there; absent ones have none; there are three kinds', (scene) => {
    const world = openWorld(scene, 11, small);
    expect(new Set(world.queries.map(({ kind }) => kind))).toEqual(
      new Set(['attribute', 'spatial', 'temporal', 'absent']),
    );
    for (const index of [0, 50, 99]) {
      const known = new Set(world.truth(index).objects.map((o) => o.id));
      for (const query of world.queries) {
        const answer = query.answer(index);
        if (query.kind === 'absent') expect(answer).toEqual([]);
        expect(
          answer.filter((a) => !known.has(a)),
          `${query.text} in frame ${index}`,
        ).toEqual([]);
      }
    }
  });

  it.each([
    ['tabletop', 'the blue mug', { 0: ['blue mug'], 99: ['blue mug'] }],
    ['tabletop', 'the box on the left', { 50: ['green box'] }],
    ['tabletop', 'the tallest thing', { 50: ['purple bottle'] }],
    ['tabletop', 'the ball that is moving', { 8: ['orange ball'], 84: ['orange ball'], 95: [] }],
    ['crossing', 'what is behind the yellow screen', { 0: ['purple bottle'], 45: ['blue ball', 'purple bottle'] }],
    ['crossing', 'the thing that is moving to the left', { 10: [], 40: ['green box'], 99: [] }],
    ['crossing', 'the ball that has never moved', { 40: ['red ball'] }],
    ['crossing', 'what passed behind the screen', { 40: [], 80: ['blue ball'] }],
    ['shelf', 'the red box', { 0: ['red box'] }],
    ['street', 'the fastest vehicle', { 20: ['red car'] }],
    ['street', 'the vehicle that is not moving', { 20: ['white van'] }],
    ['street', 'the car that is moving to the left', { 20: ['green car'] }],
  ] as const)('%s: %s', (scene, text, expected) => {
    const world = openWorld(scene, 7, small);
    const query = world.queries.find((q) => q.text === text)!;
    for (const [index, things] of Object.entries(expected)) {
      const { objects } = world.truth(Number(index));
      const named = query.answer(Number(index)).map((a) => objects.find((o) => o.id === a)?.name);
      expect(named, `frame ${index}`).toEqual(things);
    }
  });

  it('moves the second bottle on when the first has been taken away', () => {
    const query = openWorld('shelf', 7, small).queries.find(({ kind }) => kind === 'spatial')!;
    expect([0, 99].map((index) => query.answer(index))).toEqual([[2], [3]]);
  });

  it('has every question of the demo', () => {
    for (const { scene, seed, text, kind } of demoQuestions)
      expect(openWorld(scene, seed).queries).toContainEqual(expect.objectContaining({ text, kind }));
  });
});

describe('events', () => {
  it('tells what starts, stops, passes and leaves, once each', () => {
    const world = openWorld('crossing', 7, { width: 160, height: 90 });
    const events = Array.from({ length: 100 }, (_, i) => world.truth(i).events).flat();
    expect(events).toContainEqual({ type: 'passes behind', who: 2, other: 1 });
    expect(events.filter(({ type, who }) => type === 'starts' && who === 2)).toHaveLength(1);
    expect(events.filter(({ type, who }) => type === 'stops' && who === 4)).toHaveLength(1);
    const taken = openWorld('shelf', 7, { width: 160, height: 90 });
    const last = Array.from({ length: 100 }, (_, i) => taken.truth(i).events).flat();
    expect(last).toContainEqual({ type: 'leaves', who: 1 });
  });
});

describe('worldSource', () => {
  it('gives frames one by one and ends when it is closed', async () => {
    const source = worldSource('tabletop', 7, small);
    const seen: number[] = [];
    for await (const frame of source) {
      seen.push(frame.index);
      frame.close();
      if (frame.index === 2) await source.close();
    }
    expect(seen).toEqual([0, 1, 2]);
    expect(source.dropped).toBe(0);
  });
});

describe('parseWorldPath', () => {
  it.each([
    ['world:street:12', { scene: 'street', seed: 12 }],
    ['world:street', { scene: 'street', seed: 0 }],
    ['world:5', { scene: 'crossing', seed: 5 }],
  ])('%s', (path, expected) => expect(parseWorldPath(path)).toEqual(expected));

  it.each(['world:', 'world', 'world:A:1', 'world:street:x', 'clip.mp4'])('refuses %s', (path) =>
    expect(() => parseWorldPath(path)).toThrow(InputError),
  );
});

/** Set pixels as column-major indices. */
function pixels({ runs }: { runs: Uint32Array }): number[] {
  const set: number[] = [];
  let at = 0;
  runs.forEach((run, i) => {
    if (i % 2 === 1) for (let k = 0; k < run; k++) set.push(at + k);
    at += run;
  });
  return set;
}
