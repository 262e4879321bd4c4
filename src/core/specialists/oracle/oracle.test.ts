import { describe, expect, it } from 'vitest';
import { maskFromBitmap, maskToBitmap } from '../../masks/bitmap.ts';
import type { Mask } from '../../masks/mask.ts';
import { maskIou } from '../../masks/mask-iou.ts';
import { Frame } from '../../media/frame.ts';
import type { Appearance, Attribute } from '../contract.ts';
import { disturbVector, faultsOf } from './disturb.ts';
import { oracleSpecialist } from './oracle-specialist.ts';
import type { OracleNoise, TrueObject } from './truth.ts';

const square = (x0: number) =>
  maskFromBitmap(
    Uint8Array.from({ length: 900 }, (_, p) => (p % 30 >= x0 && p % 30 < x0 + 10 && p > 300 && p < 600 ? 1 : 0)),
    [30, 30],
  );
const truth: TrueObject[] = [
  { id: 1, mask: square(2), labels: ['mug'], depth: 2 },
  { id: 2, mask: square(16), labels: ['book'], depth: 4 },
];

async function see(index: number, noise: OracleNoise = {}, seed = 3) {
  const session = oracleSpecialist({ truthAt: () => truth, noise, seed }).open({
    width: 30,
    height: 30,
    fps: 25,
    still: false,
    seed: 1,
  });
  const frame = new Frame({ width: 30, height: 30, index, time: 0, data: new Uint8Array(2700) });
  return session.run(frame, {
    attributes: ['masks', 'labels', 'depth'],
    concepts: [],
    regions: [{ mask: square(15) }],
  });
}

describe('oracleSpecialist', () => {
  it('tells the truth without noise', async () => {
    const { detections, depth } = await see(0);
    expect(detections!.map(({ mask }) => mask.area)).toEqual(truth.map(({ mask }) => mask.area));
    expect(detections!.map(({ labels }) => labels)).toEqual([[['mug', 0.95]], [['book', 0.95]]]);
    expect(depth).toEqual([{ value: 4, confidence: 0.95, unit: 'm' }]);
  });

  it('repeats its faults by seed and frame', async () => {
    const noise = { missed: 0.3, boundaryPx: 1.5, wrongLabels: 0.3, depth: 0.1 };
    expect(await see(5, noise)).toEqual(await see(5, noise));
    expect(await see(5, noise, 4)).not.toEqual(await see(5, noise));
  });

  it('errs as often as it was told to', async () => {
    const frames = await Promise.all(
      Array.from({ length: 400 }, (_, i) => see(i, { missed: 0.25, boundaryPx: 1, wrongLabels: 0.2 })),
    );
    const detections = frames.flatMap((frame) => frame.detections!);
    // 800 draws: four standard errors are 0.06
    expect(Math.abs(1 - detections.length / 800 - 0.25)).toBeLessThan(0.06);
    const wrong = detections.filter(({ mask, labels }) => (mask.bbox[0] < 10 ? 'mug' : 'book') !== labels![0]![0]);
    expect(Math.abs(wrong.length / detections.length - 0.2)).toBeLessThan(0.07);
    const ious = detections.map(({ mask }) => Math.max(...truth.map((object) => maskIou(mask, object.mask))));
    expect(Math.min(...ious)).toBeLessThan(0.95);
  });

  it('sees halves, and neighbours as one, as often as it was told to', async () => {
    const near: TrueObject[] = [
      { id: 1, mask: square(2), labels: ['mug'] },
      { id: 2, mask: square(14), labels: ['book'] },
    ];
    const look = async (noise: OracleNoise) => {
      const session = oracleSpecialist({ truthAt: () => near, noise, seed: 3 }).open({
        ...{ width: 30, height: 30, fps: 25, still: false, seed: 1 },
      });
      const data = new Uint8Array(2700);
      return Promise.all(
        Array.from({ length: 400 }, async (_, index) => {
          const frame = new Frame({ width: 30, height: 30, index, time: 0, data });
          const seen = await session.run(frame, { attributes: ['masks'], concepts: [], regions: [] });
          return seen.detections!.map(({ mask }) => mask);
        }),
      );
    };
    const whole = near[0]!.mask.area;
    const split = await look({ split: 0.2 });
    // 800 draws: four standard errors are 0.06
    expect(Math.abs(split.flat().filter(({ area }) => area < whole).length / 2 / 800 - 0.2)).toBeLessThan(0.06);
    for (const masks of split) expect(masks.reduce((sum, { area }) => sum + area, 0)).toBe(2 * whole);
    const merged = await look({ merged: 0.2 });
    // Either of the two may begin it: 1 - 0.8^2.
    expect(Math.abs(merged.filter((masks) => masks.length === 1).length / 400 - 0.36)).toBeLessThan(0.1);
    for (const masks of merged) expect(masks.reduce((sum, { area }) => sum + area, 0)).toBe(2 * whole);
  });

  it('tells the depth of each pixel with the masks, a thing off by as much as it is said to be', async () => {
    const data = new Float32Array(900).fill(9);
    for (const { mask, depth } of truth) for (const p of pixelsOf(mask)) data[p] = depth!;
    const ask = async (noise: OracleNoise, attributes: readonly Attribute[]) => {
      const depthAt = () => ({ width: 30, height: 30, data });
      const session = oracleSpecialist({ truthAt: () => truth, depthAt, noise, seed: 3 }).open({
        ...{ width: 30, height: 30, fps: 25, still: false, seed: 1 },
      });
      const frame = new Frame({ width: 30, height: 30, index: 4, time: 0, data: new Uint8Array(2700) });
      return session.run(frame, { attributes, concepts: [], regions: truth.map(({ mask }) => ({ mask })) });
    };
    expect((await ask({}, ['masks'])).depthMap).toEqual({ width: 30, height: 30, data });
    expect((await ask({}, ['appearance'])).depthMap).toBeUndefined();
    const { depthMap, depth } = await ask({ depth: 0.2 }, ['masks', 'depth']);
    for (const [i, { mask }] of truth.entries())
      for (const p of pixelsOf(mask)) expect(depthMap!.data[p]).toBeCloseTo(depth![i]!.value, 5);
    expect(depth![0]!.value).not.toBeCloseTo(truth[0]!.depth!, 5);
    expect(depthMap!.data[0]).toBe(9);
  });

  it('tells looks and movement of the regions it is asked about, null for what is not there', async () => {
    const look: Appearance = {
      ...{ colors: [['red', 1]], brightness: 0.5, shapes: { round: 1 }, textures: {}, length: 10 },
      vector: Float32Array.of(0.6, 0.8),
    };
    const truthAt = (index: number): TrueObject[] => [
      { id: 1, mask: square(2 + index), appearance: look, depth: 2, center: [7 + index, 15] },
      { id: 2, mask: square(18), depth: 4, center: [23, 15], velocity: [50, 0] },
    ];
    const cameraAt = () => [1, 0, 0, 1, 0.25, 0] as const;
    const session = oracleSpecialist({ truthAt, cameraAt }).open({
      width: 30,
      height: 30,
      fps: 25,
      still: false,
      seed: 1,
    });
    const ask = (index: number, regions: readonly Mask[]) =>
      session.run(new Frame({ width: 30, height: 30, index, time: index / 25, data: new Uint8Array(2700) }), {
        ...{ attributes: ['appearance', 'motion'], concepts: [] },
        regions: regions.map((mask) => ({ mask })),
      });
    expect((await ask(0, [square(2)])).motion!.regions).toEqual([null]);
    const { appearance, motion } = await ask(2, [square(3), square(18), square(10)]);
    expect(appearance).toEqual([look, null, null]);
    expect(motion!.camera).toEqual([1, 0, 0, 1, 0.5, 0]);
    expect(motion!.regions).toEqual([
      { shift: [2, 0], ownShift: [1.5, 0], scale: 1, confidence: 0.95 },
      { shift: [0, 0], ownShift: [4, 0], scale: 1, confidence: 0.95 },
      null,
    ]);
  });

  it('disturbs vectors by a random one of the length asked for', () => {
    const vector = Float32Array.from({ length: 64 }, () => 1 / 8);
    const cosines = Array.from({ length: 200 }, (_, i) =>
      disturbVector(vector, 0.5, faultsOf(1, i, 1, 1)).reduce((sum, value) => sum + value / 8, 0),
    );
    const mean = cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
    // 1 / sqrt(1 + 0.25); the mean of 200 is good to 0.01
    expect(Math.abs(mean - 0.894)).toBeLessThan(0.015);
  });
});

/** Places of a mask's pixels in a picture, row by row. */
function pixelsOf(mask: Mask): number[] {
  const bitmap = maskToBitmap(mask);
  return [...bitmap.keys()].filter((p) => bitmap[p] !== 0);
}
