import { describe, expect, it } from 'vitest';
import { Mask } from '../../masks/mask.ts';
import type { Node, SceneGraph } from '../../twin/scene-graph.ts';
import { FlatCups } from './flat-cups.ts';
import { followTruth } from './follow.ts';
import type { FollowedScene, FollowedThing } from './followed-scene.ts';
import { countSwitches } from './identity-count.ts';
import { occlusionEpisodes } from './occlusions.ts';

const frames = 20;

/** Two bars of 4 px on a line of 24 px that pass each other; the first one is in front. */
const line: FollowedScene = {
  info: { width: 24, height: 1, frames },
  seed: 0,
  frame: () => {
    throw new Error('nothing is drawn');
  },
  truth: (index) => ({ index, time: index / 25, objects: [bar(1, index), bar(2, 20 - index, index)] }),
};

function bar(id: number, at: number, front?: number): FollowedThing {
  const amodal = span(at, at + 4);
  const from = front === undefined || front > at ? at : Math.max(at, Math.min(at + 4, front + 4));
  const to = front === undefined || front <= at ? at + 4 : Math.min(at + 4, front);
  const mask = span(from, Math.max(from, to));
  return { id, noun: 'bar', colors: ['red'], mask, amodal, visible: mask.area / 4 };
}

const span = (from: number, to: number): Mask =>
  new Mask([1, 24], to > from ? Uint32Array.of(from, to - from, 24 - to) : Uint32Array.of(24));

/** A graph that gives track `idOf(thing)` to each bar. */
const graph = (index: number, idOf: (thing: number) => number): SceneGraph => ({
  ...{ index, time: index / 25, width: 24, height: 1, observed: true, contacts: [], events: [] },
  nodes: line.truth(index).objects.map(({ id, mask }) => ({ id: idOf(id), mask }) as Node),
});

const graphs = (idOf: (thing: number, index: number) => number): SceneGraph[] =>
  Array.from({ length: frames }, (_, index) => graph(index, (thing) => idOf(thing, index)));

describe('counting identity switches', () => {
  it('finds the one crossing', () => {
    // bars at f and 20 - f: they meet after frame 8 and are apart from frame 12
    expect(occlusionEpisodes(line, frames)).toEqual([{ a: 1, b: 2, before: 8, after: 12, covered: 1 }]);
  });

  it.each<[string, (thing: number, index: number) => number, number]>([
    ['none where both keep their tracks', (thing) => thing, 0],
    ['two where they swap them', (thing, index) => (index < 10 ? thing : 3 - thing), 2],
    ['one where one gets a new one', (thing, index) => (index < 10 || thing === 2 ? thing : 7), 1],
  ])('%s', (_title, idOf, switches) => {
    expect(countSwitches(line, graphs(idOf))).toEqual({ crossings: 1, followed: 2, switches, unseen: 0 });
  });

  it('does not count what was never seen', () => {
    const without = graphs((thing) => thing).map((one) => ({ ...one, nodes: one.nodes.filter(({ id }) => id === 1) }));
    expect(countSwitches(line, without)).toEqual({ crossings: 1, followed: 1, switches: 0, unseen: 1 });
  });
});

describe('the shell game with masks that merge', () => {
  it.each([0, 2, 3])('keeps all cups and the ball in its cup (seed %i)', { timeout: 120_000 }, (seed) => {
    const scene = new FlatCups(seed, { swaps: 3 });
    const followed = followTruth(scene);
    const count = countSwitches(scene, followed);
    expect(count.crossings).toBeGreaterThanOrEqual(3);
    expect([count.switches, count.unseen]).toEqual([0, 0]);
    // tracks are numbered as the things are: cups 1 to 3, the ball 4
    const { contacts } = followed.at(-1)!;
    expect(contacts).toContainEqual({ relation: 'in', a: 4, b: scene.answer, p: 0.7 });
    expect(contacts.filter(({ relation, b }) => relation === 'hides' && b === 4).map(({ a }) => a)).toEqual([
      scene.answer,
    ]);
  });
});
