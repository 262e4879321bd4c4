import { describe, expect, it } from 'vitest';
import { isDropped, shakeOf } from '../../../../core/bench/disturb/index.ts';
import { maskFromText, maskToText } from '../../../../core/masks/index.ts';
import { Frame } from '../../../../core/media/index.ts';
import { RecordedSource } from '../../../../core/testing/frames.ts';
import type { Sample } from '../../datasets/index.ts';
import { alteredSample } from './altered-sample.ts';
import { alteredSource } from './altered-source.ts';
import { chooseAblations } from './choose.ts';
import { combineChanges } from './combine.ts';

const [width, height] = [8, 6];
const closed: number[] = [];
/** Frame i is grey level 10 i; closing it is noted. */
const make = (index: number, level = 10 * index) =>
  new Frame({
    ...{ width, height, index, time: index / 10, data: new Uint8Array(width * height * 3).fill(level) },
    release: () => closed.push(index),
  });
const source = (count: number) => new RecordedSource(count, (index) => make(index), { width, height, fps: 10 });
const changesOf = (...texts: string[]) => combineChanges(chooseAblations(texts));

interface Seen {
  readonly index: number;
  readonly time: number;
  readonly level: number;
}

async function seen(from: RecordedSource, texts: string[], last = Number.POSITIVE_INFINITY, seed = 1): Promise<Seen[]> {
  closed.length = 0;
  const frames: Seen[] = [];
  for await (const frame of alteredSource(from, changesOf(...texts), { seed, last })) {
    frames.push({ index: frame.index, time: frame.time, level: frame.data[0]! });
    frame.close();
  }
  return frames;
}

describe('an altered source', () => {
  it('is the source where nothing is changed, up to the last frame that is needed', async () => {
    const from = source(9);
    expect((await seen(from, [], 4)).map(({ index, level }) => [index, level])).toEqual(
      [0, 1, 2, 3, 4].map((i) => [i, 10 * i]),
    );
    expect(from.asked).toEqual([0, 1, 2, 3, 4]);
  });

  it('has every Nth frame only, numbered anew, at its time', async () => {
    const frames = await seen(source(10), ['speed=4']);
    expect(frames).toEqual([
      { index: 0, time: 0, level: 0 },
      { index: 1, time: 0.4, level: 40 },
      { index: 2, time: 0.8, level: 80 },
    ]);
    expect(closed.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const { info } = alteredSource(source(10), changesOf('speed=4'), { seed: 0, last: 9 });
    expect([info.fps, info.frames]).toEqual([2.5, 3]);
  });

  it('lacks dropped frames and keeps the numbers of the others', async () => {
    const frames = await seen(source(20), ['drop=0.5'], 19, 7);
    const left = Array.from({ length: 20 }, (_, i) => i).filter((i) => !isDropped(0.5, 7, i));
    expect(frames.map(({ index }) => index)).toEqual(left);
    expect(left.length).toBeLessThan(20);
    expect(frames.map(({ level }) => level)).toEqual(left.map((i) => 10 * i));
  });

  it('ends after its first frame where the twin is frozen', async () => {
    const from = source(9);
    expect(await seen(from, ['frozen-twin'], 8)).toHaveLength(1);
    expect(from.asked).toEqual([0]);
  });

  it('changes copies: what the source lent stays as it was and is given back', async () => {
    expect((await seen(source(4), ['dark=0.5'])).map(({ level }) => level)).toEqual([0, 5, 10, 15]);
    expect(closed).toEqual([0, 1, 2, 3]);
    const lent = make(3);
    const from = new RecordedSource(1, () => lent.clone(), { width, height });
    await seen(from, ['noise=20']);
    expect([...new Set(lent.data)]).toEqual([30]);
  });

  it('changes in the order of the list: dark before noise', async () => {
    const grey = new RecordedSource(1, () => make(0, 200), { width, height });
    const black = await seen(source(1), ['noise=255']);
    const darkened = await seen(grey, ['noise=255', 'dark=0']);
    expect(darkened[0]!.level).toBe(black[0]!.level);
  });
});

describe('an altered sample', () => {
  const mask = maskFromText('....\n.##.\n.##.\n....');
  const asked: number[] = [];
  const sample: Sample = {
    ...{ id: 'a', query: 'the ball', media: { type: 'video', path: 'a.mp4' }, tags: {} },
    truth: {
      frames: [0, 2, 3, 6, 9],
      read: async (frame) => {
        asked.push(frame);
        return { mask, parts: [mask] };
      },
    },
  };

  it('is the sample where pictures and frames stay as they are', () => {
    expect(alteredSample(sample, changesOf('blur=1', 'drop=0.2', 'window=3'), 1)).toBe(sample);
  });

  it('is scored in the frames that exist, by their truth', async () => {
    const { truth } = alteredSample(sample, changesOf('speed=3'), 1);
    expect(truth!.frames).toEqual([0, 1, 2, 3]);
    await truth!.read(2);
    expect(asked.at(-1)).toBe(6);
  });

  it('has the truth shifted with the picture, and leaves out what came in', async () => {
    const frame = [0, 2, 3, 6, 9].find((i) => shakeOf(2, 5, i).every((shift) => shift !== 0))!;
    const [dx, dy] = shakeOf(2, 5, frame);
    const read = await alteredSample(sample, changesOf('shake=2'), 5).truth!.read(frame);
    const shifted = Array.from({ length: 4 }, (_, y) =>
      Array.from({ length: 4 }, (_, x) => (x - dx >= 1 && x - dx <= 2 && y - dy >= 1 && y - dy <= 2 ? '#' : '.')).join(
        '',
      ),
    ).join('\n');
    expect(maskToText(read.mask)).toBe(shifted);
    expect(maskToText(read.parts![0]!)).toBe(shifted);
    expect(read.ignored!.area).toBe(16 - (4 - Math.abs(dx)) * (4 - Math.abs(dy)));
  });
});
