import { describe, expect, it } from 'vitest';
import { InputError } from '../../base/errors.ts';
import type { Mask } from '../../masks/mask.ts';
import { eventNames } from '../../twin/program-frame.ts';
import type { FrameTruth } from './contract.ts';
import { demoQuestions } from './demo.ts';
import { scenes } from './scenes/index.ts';
import { openWorld } from './world.ts';
import { parseWorldPath, worldSource } from './world-source.ts';

const small = { width: 160, height: 90 } as const;
const names = scenes.map(({ name }) => name);
const named = (truth: FrameTruth, name: string) => truth.objects.find((o) => o.name === name)!;
const hash = (numbers: Iterable<number>) => [...numbers].reduce((h, b) => (Math.imul(h, 31) + b) | 0, 7);
const truthHash = ({ objects, events, relations }: FrameTruth) =>
  hash([
    ...objects.flatMap(({ id, mask, amodal, depth }) => [id, hash(mask.runs), hash(amodal.runs), depth * 4096]),
    ...events.flatMap(({ type, who, other = 0, by = 0, time }) => [
      eventNames.indexOf(type),
      who,
      other,
      by,
      time * 25,
    ]),
    ...relations.flatMap(({ a, b }) => [a, b]),
  ]);

describe('openWorld', () => {
  it('has twenty scenes', () => expect(new Set(names).size).toBe(20));

  it.each(names)('%s: same seed, same truth, in any order of asking; another seed differs', (scene) => {
    const truths = (seed: number, order: number[]) => {
      const world = openWorld(scene, seed, small);
      return order.map((index) => truthHash(world.truth(index)));
    };
    const [first, later] = truths(3, [0, 8]);
    expect(truths(3, [8, 0])).toEqual([later, first]);
    expect(truths(4, [0])).not.toEqual([first]);
  });

  it.each(['tabletop', 'street', 'hallway'])('%s: same seed, same bytes, in any order of asking', (scene) => {
    const bytes = (order: number[]) => {
      const world = openWorld(scene, 3, small);
      return order.map((index) => hash(world.frame(index).data));
    };
    const [first, later] = bytes([0, 9]);
    expect(bytes([9, 0])).toEqual([later, first]);
  });

  it.each(names)('%s: visible masks never overlap and lie in their outlines; parts lie in their wholes', (scene) => {
    const world = openWorld(scene, 7, small);
    const { objects } = world.truth(10);
    const owners = new Uint8Array(small.width * small.height);
    const wholes = objects.filter(({ partOf }) => partOf === undefined);
    for (const { mask, amodal, visible, name } of wholes) {
      const outline = new Set(pixels(amodal));
      for (const at of pixels(mask)) {
        expect(outline.has(at), name).toBe(true);
        expect(owners[at], name).toBe(0);
        owners[at] = 1;
      }
      expect(visible).toBeCloseTo(mask.area / amodal.area, 12);
    }
    for (const { mask, partOf } of objects.filter((object) => object.partOf !== undefined)) {
      const whole = new Set(pixels(wholes.find(({ id }) => id === partOf)!.mask));
      expect(pixels(mask).every((at) => whole.has(at))).toBe(true);
    }
  });

  it('gives the area and depth of a ball as geometry has it', () => {
    const world = openWorld('shelf', 7);
    const red = named(world.truth(0), 'red ball');
    // Focal length of 33 degrees over 360 px; a sphere looks larger than its disk by (d/r)^2 / ((d/r)^2 - 1),
    // and by about 1 / cos(angle) off the axis; pixels whose centre is inside: 1.5 %.
    const focal = 180 / Math.tan((16.5 * Math.PI) / 180);
    const flat = Math.PI * ((focal * 0.068) / red.depth) ** 2;
    const off = Math.atan(Math.hypot(red.center[0] - 320, red.center[1] - 180) / focal);
    expect(Math.abs(red.amodal.area / (flat / Math.cos(off)) - 1)).toBeLessThan(0.015);
    const [x, y] = [Math.floor(red.center[0]), Math.floor(red.center[1])];
    expect(world.depth(0)[y * 640 + x]!).toBeCloseTo(red.depth - 0.068, 2);
  });

  it('paints a thing where its mask is', () => {
    const world = openWorld('shelf', 7);
    const { mask } = named(world.truth(0), 'red ball');
    const { data, width } = world.frame(0);
    const redder = pixels(mask).filter((at) => {
      const [x, y] = [Math.floor(at / mask.height), at % mask.height];
      const k = (y * width + x) * 3;
      return data[k]! > data[k + 1]! + 30;
    });
    expect(redder.length / mask.area).toBeGreaterThan(0.97);
  });

  it('keeps to the size, length and rate that it was given; without a picture frames are black', () => {
    const world = openWorld('street', 1, { width: 200, height: 100, frames: 3, fps: 10, picture: false });
    const frames = [...world.frames()];
    expect(frames.map(({ index, time, width, height }) => [index, time, width, height])).toEqual([
      [0, 0, 200, 100],
      [1, 0.1, 200, 100],
      [2, 0.2, 200, 100],
    ]);
    expect(frames.every(({ data }) => data.every((value) => value === 0))).toBe(true);
    expect(world.info).toMatchObject({ kind: 'world', path: 'world:street:1', frames: 3, fps: 10 });
  });

  it.each([
    ['an unknown scene', () => openWorld('moon', 1)],
    ['a frame past the end', () => openWorld('shelf', 1).frame(1000)],
    ['a size of nothing', () => openWorld('shelf', 1, { width: 0 })],
    ['no frames', () => openWorld('shelf', 1, { frames: 0 })],
  ])('refuses %s', (_title, open) => expect(open).toThrow(InputError));
});

describe('the true twin', () => {
  it('has the same things, relations and events as the truth', () => {
    const world = openWorld('shell-game', 7, small);
    const [truth, graph, frame] = [world.truth(50), world.graph(50), world.twinFrame(50)];
    expect(graph.nodes.map(({ id }) => id)).toEqual(truth.objects.map(({ id }) => id));
    expect(frame.r).toContainEqual(['in', 5, truth.relations.find(({ relation }) => relation === 'in')!.b]);
    const pea = frame.o.find(({ id }) => id === 5)!;
    expect(pea).toMatchObject({
      vis: 0,
      words: {
        labels: [
          ['ball', 1],
          ['toy', 1],
          ['thing', 1],
        ],
      },
    });
    expect(pea.depth![2]).toBe('m');
  });

  it('knows how the camera pans: the background of a street moves to the left', () => {
    const world = openWorld('street', 7, small);
    const { camera } = world.truth(60);
    expect(camera[4]).toBeLessThan(-0.05);
    expect(world.truth(10).camera).toEqual([1, 0, 0, 1, 0, 0]);
    const van = named(world.truth(60), 'white van');
    expect(van.velocity).toEqual([0, 0]);
  });

  it('marks cuts', () => {
    const world = openWorld('camera-cut', 7, small);
    const cuts = Array.from({ length: 220 }, (_, index) => world.truth(index)).filter(({ cut }) => cut);
    expect(cuts).toHaveLength(2);
    expect(cuts.map(({ camera }) => camera)).toEqual([
      [1, 0, 0, 1, 0, 0],
      [1, 0, 0, 1, 0, 0],
    ]);
  });
});

describe('queries of the scenes', () => {
  it.each(names)('%s: ids are of things that are there; absent ones have none; there are all kinds', (scene) => {
    const world = openWorld(scene, 11, small);
    expect(new Set(world.queries.map(({ kind }) => kind))).toEqual(
      new Set(['attribute', 'spatial', 'temporal', 'absent']),
    );
    for (const index of [0, 30]) {
      const known = new Set(world.truth(index).objects.map(({ id }) => id));
      for (const { kind, text, answer } of world.queries) {
        const meant = answer(index);
        if (kind === 'absent') expect(meant).toEqual([]);
        expect(
          meant.filter((id) => !known.has(id)),
          `${text} in frame ${index}`,
        ).toEqual([]);
      }
    }
  });

  it.each([
    ['tabletop', 'the blue mug', { 0: ['blue mug'], 99: ['blue mug'] }],
    ['tabletop', 'the striped box', { 0: ['yellow box'] }],
    ['tabletop', 'the box on the left', { 50: ['green box'] }],
    ['tabletop', 'the tallest thing', { 50: ['purple bottle'] }],
    ['tabletop', 'the ball that is moving', { 8: ['orange ball'], 70: ['orange ball'], 99: [] }],
    ['crossing', 'the thing that is moving to the left', { 10: [], 40: ['green box'], 110: [] }],
    ['crossing', 'the ball that has never moved', { 40: ['red ball'] }],
    ['crossing', 'what passed behind the screen', { 30: [], 80: ['blue ball'] }],
    ['shelf', 'the red box', { 0: ['red box'] }],
    ['street', 'the fastest vehicle', { 20: ['red car'] }],
    ['street', 'the vehicle that is not moving', { 20: ['white van'] }],
    ['street', 'the car that is moving to the left', { 20: ['green car'] }],
  ] as const)('%s: %s', (scene, text, expected) => {
    const world = openWorld(scene, 7, small);
    const query = world.queries.find((q) => q.text === text)!;
    for (const [index, things] of Object.entries(expected)) {
      const { objects } = world.truth(Number(index));
      const found = query.answer(Number(index)).map((a) => objects.find((o) => o.id === a)?.name);
      expect(found, `frame ${index}`).toEqual(things);
    }
  });

  it('moves the second bottle on when the first has been taken away', () => {
    const query = openWorld('shelf', 7, small).queries.find(({ kind }) => kind === 'spatial')!;
    expect([0, 99].map((index) => query.answer(index))).toEqual([[3], [4]]);
  });

  it.each([1])('shell game %i: one cup hides the ball from the cover to the uncovering', (seed) => {
    const world = openWorld('shell-game', seed, small);
    const query = world.queries.find(({ text }) => text === 'the cup that hides the ball')!;
    const answers = Array.from({ length: 275 }, (_, index) => query.answer(index));
    const hidden = answers.filter((ids) => ids.length > 0);
    expect(new Set(hidden.flat()).size).toBe(1);
    expect(hidden.length).toBeGreaterThan(100);
    expect(world.truth(274).objects.find(({ noun }) => noun === 'ball')!.visible).toBeGreaterThan(0.5);
  });

  it('has every question of the demo', () => {
    for (const { scene, seed, text, kind } of demoQuestions)
      expect(openWorld(scene, seed).queries).toContainEqual(expect.objectContaining({ text, kind }));
  });
});

describe('events', () => {
  it('are of all kinds over three scenes', { timeout: 60_000 }, () => {
    const types = ['kitchen', 'conveyor', 'crossing'].flatMap((scene) => {
      const world = openWorld(scene, 7, small);
      return Array.from({ length: world.info.frames! }, (_, index) => world.truth(index).events).flat();
    });
    expect([...new Set(types.map(({ type }) => type))].sort()).toEqual([...eventNames].sort());
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
    ['world:5', { scene: 'conveyor', seed: 5 }],
  ])('%s', (path, expected) => expect(parseWorldPath(path)).toEqual(expected));

  it.each(['world:', 'world', 'world:A:1', 'world:street:x', 'clip.mp4'])('refuses %s', (path) =>
    expect(() => parseWorldPath(path)).toThrow(InputError),
  );
});

/** Set pixels as column-major indices. */
function pixels({ runs }: Mask): number[] {
  const set: number[] = [];
  let at = 0;
  runs.forEach((run, i) => {
    if (i % 2 === 1) for (let k = 0; k < run; k++) set.push(at + k);
    at += run;
  });
  return set;
}
