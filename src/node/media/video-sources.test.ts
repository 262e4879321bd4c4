import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame } from '../../core/media/index.ts';
import { openSource } from './open-source.ts';
import { VideoEncoder } from './video-encoder.ts';

const dir = mkdtempSync(join(tmpdir(), 'twinseg-video-'));
afterAll(() => rmSync(dir, { recursive: true }));

const [width, height] = [96, 64];

/** Quarters in red, green, blue, white; the red one brighter by 4 a frame, so that a frame tells its number. */
function quarters(index: number): Uint8Array {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const right = x >= width / 2;
      const color =
        y < height / 2 ? (right ? [40, 200, 60] : [60 + 4 * index, 40, 40]) : right ? [230, 230, 230] : [50, 70, 220];
      data.set(color, (y * width + x) * 3);
    }
  }
  return data;
}

async function clip(name: string, times: readonly number[], rotation: 0 | 90 | 180 | 270 = 0): Promise<string> {
  const path = join(dir, name);
  const encoder = await VideoEncoder.open(path, { width, height, fps: 25, rotation, quality: 2 });
  for (const [i, time] of times.entries()) await encoder.write(quarters(i), time);
  await encoder.close();
  return path;
}

const steady = Array.from({ length: 30 }, (_, i) => i / 25);
let path = '';
beforeAll(async () => {
  path = await clip('steady.mp4', steady);
});

const at = ({ data, width: w }: Frame, x: number, y: number) => [
  ...data.subarray((y * w + x) * 3, (y * w + x) * 3 + 3),
];

/** Lossy coding and the way over YUV change a level by a few. */
function expectColor(found: readonly number[], expected: readonly number[]): void {
  expected.forEach((v, i) => {
    expect(Math.abs(found[i]! - v), `${found} for ${expected}`).toBeLessThanOrEqual(5);
  });
}

describe('a video file', () => {
  it('gives every frame in order, with its time and colours', async () => {
    const source = await openSource(path);
    expect(source.info).toEqual({ path, kind: 'video', width, height, fps: 25, frames: 30 });
    let count = 0;
    for await (const frame of source) {
      expect(frame.index).toBe(count);
      expect(frame.time).toBeCloseTo(steady[count]!, 5);
      expectColor(at(frame, 10, 10), [60 + 4 * count, 40, 40]);
      expectColor(at(frame, 80, 50), [230, 230, 230]);
      frame.close();
      count++;
    }
    expect(count).toBe(30);
    expect(source.dropped).toBe(0);
  });

  it('keeps the times of a variable frame rate, from 0 on', async () => {
    const times = [0.5, 0.54, 0.6, 1, 1.02, 2.5];
    const seen: number[] = [];
    for await (const frame of await openSource(await clip('variable.mp4', times))) seen.push(frame.time);
    times.forEach((time, i) => {
      expect(seen[i]).toBeCloseTo(time - 0.5, 4);
    });
  });

  it.each([
    [0, [60, 40, 40], [40, 200, 60]],
    [90, [50, 70, 220], [60, 40, 40]],
    [180, [230, 230, 230], [50, 70, 220]],
    [270, [40, 200, 60], [230, 230, 230]],
  ] as const)('is turned by its %i degrees', async (rotation, topLeft, topRight) => {
    const source = await openSource(await clip(`turned-${rotation}.mp4`, [0, 0.04], rotation));
    for await (const frame of source) {
      expect([frame.width, frame.height]).toEqual(rotation % 180 === 0 ? [width, height] : [height, width]);
      expectColor(at(frame, 8, 8), topLeft);
      expectColor(at(frame, frame.width - 9, 8), topRight);
      break;
    }
  });

  it.each([
    [{ start: 5, end: 12, every: 3 }, [5, 8, 11]],
    [{ start: 28 }, [28, 29]],
    [{ start: 30 }, []],
    [{ every: 29 }, [0, 29]],
  ])('gives the frames of %j with their own numbers and times', async (range, expected) => {
    const source = await openSource(path, range);
    const seen = [];
    for await (const frame of source) {
      seen.push(frame.index);
      expect(frame.time).toBeCloseTo(frame.index / 25, 5);
      expectColor(at(frame, 10, 10), [60 + 4 * frame.index, 40, 40]);
    }
    expect(seen).toEqual(expected);
    expect(source.info.frames).toBe(expected.length);
  });

  it('reuses the pixels of closed frames, never of open ones', async () => {
    const buffers = new Set<ArrayBufferLike>();
    for await (const frame of await openSource(path)) {
      buffers.add(frame.data.buffer);
      frame.close();
    }
    expect(buffers.size).toBe(1);
    const kept: Frame[] = [];
    for await (const frame of await openSource(path, { end: 8 })) kept.push(frame);
    kept.forEach((frame, i) => {
      expectColor(at(frame, 10, 10), [60 + 4 * i, 40, 40]);
    });
  });

  it('is freed when the loop is left, and cannot be read again', async () => {
    const source = await openSource(path);
    for await (const frame of source) {
      frame.close();
      break;
    }
    await expect(source[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'closed' });
    await source.close();
  });

  it('can be closed at any moment', async () => {
    for (let i = 0; i < 20; i++) {
      const source = await openSource(path);
      const frames = source[Symbol.asyncIterator]();
      const reading = frames.next();
      if (i % 2 === 0) await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, i / 10))]);
      await source.close();
      (await reading).value?.close();
      expect((await frames.next()).done).toBe(true);
    }
  });

  it('stops with the reason of an abort, between frames and before opening', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const reading = (async () => {
      for await (const frame of await openSource(path, {}, abort.signal)) {
        seen.push(frame.index);
        if (frame.index === 3) abort.abort(new Error('enough'));
      }
    })();
    await expect(reading).rejects.toThrow('enough');
    expect(seen).toEqual([0, 1, 2, 3]);
    await expect(openSource(path, {}, abort.signal)).rejects.toThrow('enough');
  });

  it('over the limit is refused', async () => {
    await expect(openSource(path, { maxPixels: 6000 })).rejects.toMatchObject({ code: 'media-limit' });
  });

  it('is known by content, whatever its name', async () => {
    const renamed = join(dir, 'holiday.jpg');
    writeFileSync(renamed, readFileSync(path));
    const source = await openSource(renamed);
    expect(source.info.kind).toBe('video');
    await source.close();
  });
});

describe('a damaged video', () => {
  it.each([0.3, 0.6, 0.95])('cut off at %f delivers what is there and says how much', async (part) => {
    const bytes = readFileSync(path);
    const cut = join(dir, `cut-${part}.mp4`);
    writeFileSync(cut, bytes.subarray(0, Math.round(bytes.length * part)));
    let delivered = 0;
    const reading = (async () => {
      for await (const frame of await openSource(cut)) {
        delivered++;
        frame.close();
      }
    })();
    await expect(reading).rejects.toMatchObject({
      name: 'MediaError',
      code: 'media-unreadable',
      details: { path: cut },
    });
    await expect(reading).rejects.toMatchObject({ details: { frame: delivered }, remedy: expect.any(String) });
    expect(delivered).toBeLessThan(30);
    if (part === 0.95) expect(delivered).toBeGreaterThan(5);
  });

  it('with garbage in the middle stops there', async () => {
    const bytes = readFileSync(path);
    const middle = Math.round(bytes.length * 0.7);
    for (let i = middle; i < middle + 600; i++) bytes[i] = (i * 2654435761) >>> 24;
    const bad = join(dir, 'garbage.mp4');
    writeFileSync(bad, bytes);
    const seen: number[] = [];
    const reading = (async () => {
      for await (const frame of await openSource(bad)) seen.push(frame.index);
    })();
    await expect(reading).rejects.toMatchObject({ name: 'MediaError' });
    await expect(reading).rejects.toMatchObject({ details: { frame: seen.length } });
    expect(seen).toEqual(seen.map((_, i) => i));
  });

  it.each([
    ['only its first bytes', (b: Buffer) => b.subarray(0, 40)],
    ['no index', (b: Buffer) => Buffer.concat([b.subarray(0, 32), Buffer.alloc(5000)])],
  ])('with %s cannot be opened', async (name, damage) => {
    const bad = join(dir, `${name.replaceAll(' ', '-')}.mp4`);
    writeFileSync(bad, damage(readFileSync(path)));
    await expect(openSource(bad)).rejects.toMatchObject({ name: 'MediaError', message: expect.stringContaining(bad) });
  });
});

const reference = '../shared/media';
interface MediaItem {
  readonly type: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: number;
}

describe.skipIf(!existsSync(`${reference}/media.json`))('the reference videos (skipped where absent)', () => {
  it('have the frames, sizes and rates that their list says', async () => {
    const { items } = JSON.parse(readFileSync(`${reference}/media.json`, 'utf8')) as { items: MediaItem[] };
    for (const item of items.filter(({ type }) => type === 'video')) {
      const source = await openSource(join(reference, item.file));
      expect(source.info).toMatchObject({ width: item.width, height: item.height, frames: item.frames });
      expect(source.info.fps).toBeCloseTo(item.fps, 2);
      let [count, time] = [0, -1];
      for await (const frame of source) {
        expect(frame.time).toBeGreaterThan(time);
        time = frame.time;
        count++;
        frame.close();
      }
      expect(count, item.file).toBe(item.frames);
      expect(time).toBeCloseTo((item.frames - 1) / item.fps, 1);
    }
  });
});
