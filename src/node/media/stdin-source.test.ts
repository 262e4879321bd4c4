import { describe, expect, it } from 'vitest';
import type { Frame } from '../../core/media/index.ts';
import { loadSharp } from './load-sharp.ts';
import { MjpegSplitter } from './mjpeg-splitter.ts';
import { openSource } from './open-source.ts';

const sharp = await loadSharp();
const jpeg = (level: number, size = 16) =>
  sharp({ create: { width: size, height: size, channels: 3, background: { r: level, g: level, b: level } } })
    .jpeg({ quality: 90, progressive: level % 20 === 0 })
    .toBuffer();

/** Sends `bytes` in pieces and counts how many were asked for. */
function pipe(bytes: Uint8Array, piece: number) {
  const state = { asked: 0, closed: false };
  async function* chunks() {
    try {
      for (let at = 0; at < bytes.length; at += piece) {
        state.asked++;
        yield bytes.subarray(at, at + piece);
      }
    } finally {
      state.closed = true;
    }
  }
  return { state, stdin: chunks() };
}

async function levels(source: AsyncIterable<Frame>): Promise<number[]> {
  const seen: number[] = [];
  for await (const frame of source) {
    seen.push(frame.data[0]!);
    frame.close();
  }
  return seen;
}

describe('MJPEG on standard input', () => {
  it.each([1, 7, 333, 1_000_000])('is cut into pictures from pieces of %i bytes', async (piece) => {
    const bytes = Buffer.concat([await jpeg(10), Buffer.from('\r\n--frame\r\n'), await jpeg(100), await jpeg(200)]);
    const source = await openSource('-', { stdin: pipe(bytes, piece).stdin, fps: 10 });
    expect(source.info).toEqual({ path: '-', kind: 'stdin', width: 16, height: 16, fps: 10, frames: null });
    const seen = await levels(source);
    [10, 100, 200].forEach((level, i) => {
      expect(Math.abs(seen[i]! - level)).toBeLessThanOrEqual(1);
    });
    expect(seen).toHaveLength(3);
  });

  it('is not cut at a thumbnail inside a picture', async () => {
    const inner = await jpeg(50, 8);
    const outer = await jpeg(90);
    const comment = Buffer.concat([
      Buffer.from([0xff, 0xfe, (inner.length + 2) >> 8, (inner.length + 2) & 255]),
      inner,
    ]);
    const withThumbnail = Buffer.concat([outer.subarray(0, 2), comment, outer.subarray(2)]);
    const splitter = new MjpegSplitter();
    splitter.push(Buffer.concat([withThumbnail, outer]));
    expect(Buffer.from(splitter.next()!)).toEqual(withThumbnail);
    expect(Buffer.from(splitter.next()!)).toEqual(outer);
    expect(splitter.next()).toBeNull();
    expect(splitter.unfinished).toBe(false);
  });

  it('that is cut off delivers the whole pictures first', async () => {
    const bytes = Buffer.concat([await jpeg(10), await jpeg(100)]);
    const source = await openSource('-', { stdin: pipe(bytes.subarray(0, bytes.length - 9), 50).stdin });
    const seen: number[] = [];
    const reading = (async () => {
      for await (const frame of source) seen.push(frame.index);
    })();
    await expect(reading).rejects.toMatchObject({ name: 'MediaError', details: { frame: 1 } });
    expect(seen).toEqual([0]);
  });

  it('is refused when the size changes', async () => {
    const bytes = Buffer.concat([await jpeg(10), await jpeg(10, 24)]);
    await expect(levels(await openSource('-', { stdin: pipe(bytes, 99).stdin }))).rejects.toThrow('16 x 16 to 24 x 24');
  });

  it('survives garbage between and instead of pictures', () => {
    const splitter = new MjpegSplitter(10_000);
    for (let i = 0; i < 2000; i++) {
      splitter.push(Uint8Array.from({ length: 9 }, (_, k) => [0xff, 0xd8, 0xda, (i * 7 + k * 31) & 255][(i + k) % 4]!));
      while (splitter.next() !== null);
    }
    expect(() => {
      for (;;) splitter.push(new Uint8Array(1000).fill(1).fill(0xff, 0, 1));
    }).toThrow('longer than 10000 bytes');
  });
});

describe('raw frames on standard input', () => {
  const bytes = Uint8Array.from({ length: 4 * 3 * 3 * 5 }, (_, i) => Math.floor(i / 36) * 10);

  it.each([1, 35, 36, 37, 1000])('are read from pieces of %i bytes, on demand', async (piece) => {
    const { stdin, state } = pipe(bytes, piece);
    const source = await openSource('-', { stdin, rawSize: [4, 3], fps: 50 });
    expect(state.asked).toBe(0);
    const frames = source[Symbol.asyncIterator]();
    const first = (await frames.next()).value!;
    expect(state.asked).toBe(Math.ceil(36 / piece));
    const second = (await frames.next()).value!;
    expect([first.data[0], second.data[0], second.index, second.time]).toEqual([0, 10, 1, 0.02]);
    await source.close();
    expect(state.closed).toBe(true);
  });

  it('can be thinned out', async () => {
    const source = await openSource('-', { stdin: pipe(bytes, 11).stdin, rawSize: [4, 3], start: 1, every: 2 });
    expect(await levels(source)).toEqual([10, 30]);
  });

  it('that end inside a frame say so', async () => {
    const source = await openSource('-', { stdin: pipe(bytes.subarray(0, 80), 11).stdin, rawSize: [4, 3] });
    await expect(levels(source)).rejects.toThrow('the last frame has 8 of 36 bytes');
  });
});

describe('standard input', () => {
  it('may be one picture of another kind', async () => {
    const png = await sharp({ create: { width: 5, height: 4, channels: 3, background: '#0a0b0c' } })
      .png()
      .toBuffer();
    const source = await openSource('-', { stdin: pipe(png, 10).stdin });
    expect(await levels(source)).toEqual([10]);
  });

  it.each([
    ['nothing', '', 'found nothing'],
    ['text', 'hello there', 'found text'],
    ['a video', '\0\0\0\x18ftypisom\0\0\0\0isomavc1', 'found MP4/QuickTime'],
  ])('with %s is refused', async (_, content, words) => {
    const { stdin } = pipe(Buffer.from(content, 'latin1'), 4);
    await expect(openSource('-', { stdin })).rejects.toMatchObject({ name: 'MediaError', remedy: expect.any(String) });
    await expect(openSource('-', { stdin: pipe(Buffer.from(content, 'latin1'), 4).stdin })).rejects.toThrow(words);
  });
});
