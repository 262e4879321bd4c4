import { describe, expect, it } from 'vitest';
import type { MotionObservation, RegionMotion } from '../../contract.ts';
import { type Disc, discMask, drawScene, flat, type Scene, waves } from './drawn-motion.ts';
import { motionSpecialist } from './motion-specialist.ts';

const size = { width: 640, height: 360 };
const background = waves(1, 110, 25);
const textured = waves(2, 150, 30);
const stream = { ...size, fps: 25, still: false, seed: 1 };

/** Motion of the discs of `before`, asked for in the frame `after`. */
async function observe(before: Scene, after: Scene): Promise<MotionObservation> {
  const session = motionSpecialist().open(stream);
  const regions = before.discs.map((disc, track) => ({ mask: discMask(before, disc), track }));
  await session.run(drawScene(before, 0), { attributes: ['motion'], concepts: [], regions: [] });
  const { motion } = await session.run(drawScene(after, 1), { attributes: ['motion'], concepts: [], regions });
  session.close();
  return motion!;
}

const disc = (radius: number, texture = textured, x = 300, y = 180): Disc => ({ x, y, radius, texture });
const moved = (d: Disc, [dx, dy]: readonly [number, number]): Disc => ({ ...d, x: d.x + dx, y: d.y + dy });

const errorOf = (found: readonly [number, number], truth: readonly [number, number]): number =>
  Math.hypot(found[0] - truth[0], found[1] - truth[1]);

type Row = readonly [
  title: string,
  radius: number,
  shift: readonly [number, number],
  pan: readonly [number, number],
  limit: number,
];

/** Half a pixel up to 12 px a frame, 1.5 up to 30: what a mask's IoU bears. */
const rows: readonly Row[] = [
  ['standing still', 40, [0, 0], [0, 0], 0.15],
  ['less than a pixel', 40, [0.4, -0.3], [0, 0], 0.3],
  ['3 px', 40, [3, 1], [0, 0], 0.5],
  ['12 px', 40, [-11, 4.5], [0, 0], 0.5],
  ['20 px', 40, [14, 14], [0, 0], 1.5],
  ['30 px', 40, [-28, 10], [0, 0], 1.5],
  ['a small thing, 6 px', 9, [5, -3], [0, 0], 0.5],
  ['a small thing, 24 px', 9, [21, 12], [0, 0], 1.5],
  ['a tiny thing, 4 px', 5, [4, 1], [0, 0], 1],
  ['a large thing', 110, [9, -6], [0, 0], 0.5],
  ['with the camera', 40, [-6, 2], [6, -2], 0.5],
  ['while the camera pans', 40, [4.5, 3], [7.3, -2.1], 0.5],
  ['while the camera pans fast', 40, [-12, 4], [22, 5], 1.5],
];

describe('motion of a textured thing', () => {
  it.each(rows)('%s', async (_, radius, shift, pan, limit) => {
    const before: Scene = { ...size, background, discs: [disc(radius)] };
    const { regions, camera } = await observe(before, { ...before, pan, discs: [moved(disc(radius), shift)] });
    const [region] = regions as [RegionMotion];
    expect(errorOf([camera[4], camera[5]], [-pan[0], -pan[1]])).toBeLessThan(0.35);
    expect(errorOf(region.shift, shift)).toBeLessThan(limit);
    expect(errorOf(region.ownShift, [shift[0] + pan[0], shift[1] + pan[1]])).toBeLessThan(limit + 0.2);
    expect(region.confidence).toBeGreaterThan(0.5);
  });
});

describe('motion of a plain thing', () => {
  const plain: readonly Row[] = [
    ['on texture', 40, [5, 2], [0, 0], 0.5],
    ['on texture, 20 px', 40, [-18, 8], [0, 0], 1.5],
    ['on texture under a panning camera', 40, [5, 2], [5, -3], 0.5],
    ['small, on texture', 10, [7, 0], [0, 0], 0.7],
  ];
  it.each(plain)('%s', async (_, radius, shift, pan, limit) => {
    const before: Scene = { ...size, background, discs: [disc(radius, flat(230))] };
    const { regions } = await observe(before, { ...before, pan, discs: [moved(disc(radius, flat(230)), shift)] });
    expect(errorOf(regions[0]!.shift, shift)).toBeLessThan(limit);
  });

  it('on a plain ground', async () => {
    const before: Scene = { ...size, background: flat(90), discs: [disc(40, flat(200))] };
    const { regions, camera } = await observe(before, { ...before, discs: [moved(disc(40, flat(200)), [8, -5])] });
    expect(errorOf(regions[0]!.shift, [8, -5])).toBeLessThan(0.5);
    expect(camera).toEqual([1, 0, 0, 1, 0, 0]);
  });
});

describe('growth', () => {
  it.each([
    ['a thing that comes nearer', 1.05],
    ['a thing that goes away', 0.95],
    ['a thing that keeps its size', 1],
  ])('%s', async (_, scale) => {
    const before: Scene = { ...size, background, discs: [disc(40)] };
    const after = { ...disc(40 * scale), scale, x: 303 };
    const { regions } = await observe(before, { ...before, discs: [after] });
    expect(regions[0]!.scale).toBeGreaterThan(scale - 0.012);
    expect(regions[0]!.scale).toBeLessThan(scale + 0.012);
  });
});

describe('MotionSession', () => {
  it('knows nothing in the first frame and starts anew after a change of size', async () => {
    const session = motionSpecialist().open(stream);
    const scene: Scene = { ...size, background, discs: [disc(40)] };
    const regions = [{ mask: discMask(scene, disc(40)) }];
    const request = { attributes: ['motion'] as const, concepts: [], regions };
    const first = await session.run(drawScene(scene), request);
    expect(first.motion).toEqual({ camera: [1, 0, 0, 1, 0, 0], regions: [null], moving: [] });
    const smaller: Scene = { ...scene, width: 320, height: 180 };
    const changed = await session.run(drawScene(smaller, 1), request);
    expect(changed.motion!.regions).toEqual([null]);
  });

  it('boxes what moves, and nothing when only the camera does', async () => {
    const before: Scene = { ...size, background, discs: [disc(30)] };
    const pan: readonly [number, number] = [6, -3];
    const panned = await observe(before, { ...before, pan, discs: [moved(disc(30), [-6, 3])] });
    expect(panned.moving).toEqual([]);
    const { moving } = await observe(before, { ...before, discs: [moved(disc(30), [9, 0])] });
    expect(moving!.length).toBeGreaterThan(0);
    for (const [x, y, w, h] of moving!) {
      // the disc with its old place, and two working pixels round it
      expect(x).toBeGreaterThanOrEqual(262);
      expect(y).toBeGreaterThanOrEqual(142);
      expect(x + w).toBeLessThanOrEqual(347);
      expect(y + h).toBeLessThanOrEqual(218);
    }
  });

  it('has little confidence where a thing has gone', async () => {
    const before: Scene = { ...size, background, discs: [disc(30)] };
    const { regions } = await observe(before, { ...before, discs: [] });
    expect(regions[0]!.confidence).toBeLessThan(0.35);
  });

  it('returns null for an empty mask', async () => {
    const before: Scene = { ...size, background, discs: [disc(30, textured, -100, -100)] };
    const { regions } = await observe(before, before);
    expect(regions).toEqual([null]);
  });
});
