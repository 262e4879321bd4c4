import { describe, expect, it } from 'vitest';
import type { SizeHw } from '../base/geometry.ts';
import { type DrawnThing, depthMapOf, seeThings } from './scripted-scene.ts';
import { Twin } from './twin.ts';

const size: SizeHw = [90, 160];
const stream = { width: 160, height: 90, fps: 25, still: false, seed: 1 };

const box = (color: DrawnThing['color'], x: number, y: number, w: number, h: number): DrawnThing => ({
  ...{ shape: 'box', at: [x, y], size: [w, h] },
  color,
});
/** 0 before `from`, then rises by one a frame up to `to - from`. */
const ramp = (f: number, from: number, to: number): number => Math.min(Math.max(f - from, 0), to - from);

describe('contacts that are looked for no longer', () => {
  it('leave nothing held: what a hand held long ago stays where it passes over that', () => {
    const twin = new Twin(stream);
    // it comes from the right, takes the ball along, leaves it, comes back over it
    const handAt = (f: number) =>
      140 - 3 * ramp(f, 0, 25) + 2 * ramp(f, 30, 55) + 3 * ramp(f, 55, 62) - 3 * ramp(f, 100, 130);
    const hidden: number[] = [];
    for (let f = 0; f < 130; f++) {
      if (f === 56) twin.watchFor({ contacts: false, events: false });
      const things = [box('red', 40 + 2 * ramp(f, 30, 55), 60, 10, 10), box('pink', handAt(f), 60, 40, 50)];
      const { nodes, contacts } = twin.update(seeThings(things, size, { index: f, time: f / 25 }));
      if (f === 50) expect(contacts).toContainEqual(expect.objectContaining({ relation: 'holds', a: 2, b: 1 }));
      if (nodes[0]!.attr.temp.status === 'occluded') hidden.push(nodes[0]!.attr.spa.centroid[0]);
    }
    expect(hidden.length).toBeGreaterThan(3);
    for (const x of hidden) expect(x).toBeCloseTo(90, 0);
  });

  it('leave nothing moved: what a hand moved long ago passes behind it without touching it', () => {
    const twin = new Twin(stream);
    // it pushes the block from before it, goes back to the right; later the block comes after it by itself
    const handAt = (f: number) => 130 - 2 * ramp(f, 0, 50) + 2 * ramp(f, 60, 95);
    const blockAt = (f: number) => 56 - 2 * ramp(f, 30, 50) + 2 * ramp(f, 110, 160);
    const touching: number[] = [];
    for (let f = 0; f < 150; f++) {
      if (f === 55) twin.watchFor({ contacts: false, events: false });
      if (f === 139) twin.watchFor({ contacts: true, events: false });
      const block = { ...box('red', blockAt(f), 60, 20, 20), depth: 2 };
      const things = [block, { ...box('pink', handAt(f), 60, 30, 50), depth: 1.9 }];
      const seen = { ...seeThings(things, size, { index: f, time: f / 25 }), depthMap: depthMapOf(things, size) };
      const { contacts } = twin.update(seen);
      if (contacts.some(({ relation }) => relation === 'touches')) touching.push(f);
    }
    expect(touching).toContain(40);
    expect(touching.filter((f) => f >= 139)).toEqual([]);
  });
});

describe('the depth of pixels', () => {
  it('is the depth of things where nobody tells that', () => {
    const twin = new Twin(stream);
    const things = [
      { ...box('red', 40, 60, 20, 20), depth: 2 },
      { ...box('pink', 100, 60, 30, 50), depth: 3 },
    ];
    const { depth: _, ...seen } = seeThings(things, size, { index: 0, time: 0 });
    const { nodes } = twin.update({ ...seen, depthMap: depthMapOf(things, size) });
    expect(nodes.map(({ attr }) => attr.spa.depth?.value)).toEqual([2, 3]);
    expect(twin.update({ ...seen, index: 1, time: 0.04 }).nodes[0]!.attr.spa.depth?.value).toBe(2);
  });
});

describe('parts of one thing', () => {
  it('do not touch, hold or carry each other', () => {
    const twin = new Twin(stream);
    for (let f = 0; f < 30; f++) {
      const at = 40 + 2 * f;
      const parts = [box('red', at, 40, 20, 20), box('blue', at, 60, 20, 20)].map((part) => ({ ...part, partOf: 0 }));
      const things = [{ ...box('red', at, 50, 22, 44), label: 'person' }, ...parts];
      const { nodes, contacts } = twin.update(seeThings(things, size, { index: f, time: f / 25 }));
      expect(nodes.filter(({ partOf }) => partOf !== undefined)).toHaveLength(2);
      expect(contacts).toEqual([]);
    }
  });
});
