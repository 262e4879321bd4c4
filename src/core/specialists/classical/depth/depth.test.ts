import { describe, expect, it } from 'vitest';
import { maskFromBitmap } from '../../../masks/bitmap.ts';
import type { Mask } from '../../../masks/mask.ts';
import { Frame } from '../../../media/frame.ts';
import type { DepthValue } from '../../contract.ts';
import { depthCueSpecialist } from './depth-specialist.ts';

const [width, height] = [160, 120];
const frame = new Frame({ width, height, index: 0, time: 0, data: new Uint8Array(3 * width * height) });

type Inside = (x: number, y: number) => boolean;

const box =
  (x0: number, y0: number, w: number, h: number): Inside =>
  (x, y) =>
    x >= x0 && x < x0 + w && y >= y0 && y < y0 + h;

/** Masks of things that hide each other, nearest first. */
function visible(...things: readonly Inside[]): Mask[] {
  return things.map((inside, i) =>
    maskFromBitmap(
      Uint8Array.from({ length: width * height }, (_, p) => {
        const [x, y] = [p % width, Math.floor(p / width)];
        return inside(x, y) && !things.slice(0, i).some((other) => other(x, y)) ? 1 : 0;
      }),
      [height, width],
    ),
  );
}

const open = () => depthCueSpecialist().open({ width, height, fps: 25, still: false, seed: 1 });
const ask = (masks: readonly Mask[]) => ({
  attributes: ['depth'] as const,
  concepts: [],
  regions: masks.map((mask, track) => ({ mask, track })),
});

async function depths(masks: readonly Mask[]): Promise<DepthValue[]> {
  const { depth } = await open().run(frame, ask(masks));
  return depth as DepthValue[];
}

describe('depth cue', () => {
  it.each([
    ['the lower foot is nearer', box(10, 60, 20, 50), box(90, 40, 20, 40)],
    ['a box before a box behind it, feet at one height', box(40, 50, 30, 40), box(55, 30, 60, 60)],
    ['a mug on a table that comes nearer than the mug', box(60, 40, 20, 25), box(20, 30, 120, 80)],
    ['a thing within another', box(60, 50, 20, 20), box(40, 20, 70, 80)],
  ])('%s', async (_, near, far) => {
    const [a, b] = await depths(visible(near, far));
    expect(b!.value - a!.value).toBeGreaterThan(0.03);
    expect(a!.unit).toBe('cue');
  });

  it('is below 0.5 sure where only the foot speaks, and above where one bites into the other', async () => {
    const apart = await depths(visible(box(10, 60, 20, 40), box(90, 40, 20, 40)));
    for (const { confidence } of apart) expect(confidence).toBeLessThan(0.5);
    const over = await depths(visible(box(60, 40, 20, 30), box(40, 20, 70, 70)));
    for (const { confidence } of over) expect(confidence).toBeGreaterThan(0.5);
  });

  it('sees what grows come nearer', async () => {
    const session = open();
    const values: number[] = [];
    for (const side of [20, 24, 30]) {
      const { depth } = await session.run(frame, ask(visible(box(60, 80 - side, side, side))));
      values.push(depth![0]!.value);
    }
    expect(values[1]!).toBeLessThan(values[0]!);
    expect(values[2]!).toBeLessThan(values[1]!);
  });

  it('stays within 0..1 and gives null for an empty mask', async () => {
    const found = await depths(visible(box(0, 100, 160, 20), box(10, 0, 140, 120), () => false));
    expect(found[2]).toBeNull();
    for (const { value } of found.slice(0, 2)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });
});
