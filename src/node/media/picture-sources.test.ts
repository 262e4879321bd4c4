import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { FrameSource } from '../../core/media/index.ts';
import { loadSharp } from './load-sharp.ts';
import { openSource } from './open-source.ts';

const dir = mkdtempSync(join(tmpdir(), 'twinseg-pictures-'));
afterAll(() => rmSync(dir, { recursive: true }));
const sharp = await loadSharp();

const [width, height] = [48, 32];
const corners = {
  topLeft: [220, 40, 40],
  topRight: [40, 200, 60],
  bottomLeft: [50, 70, 220],
  bottomRight: [230, 230, 230],
};

/** Four flat quarters: the corners tell how a picture lies. */
function quarters(): Buffer {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [top, left] = [y < height / 2, x < width / 2];
      const color = top ? (left ? corners.topLeft : corners.topRight) : left ? corners.bottomLeft : corners.bottomRight;
      data.set(color, (y * width + x) * 3);
    }
  }
  return data;
}

const picture = () => sharp(quarters(), { raw: { width, height, channels: 3 } });

async function put(name: string, bytes: Buffer | Uint8Array): Promise<string> {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
}

async function onlyFrame(source: FrameSource) {
  const frames = [];
  for await (const frame of source) frames.push(frame);
  expect(frames).toHaveLength(1);
  return frames[0]!;
}

function expectCorners(frame: { width: number; height: number; data: Uint8Array }, tolerance: number): void {
  const at = (x: number, y: number) => [
    ...frame.data.subarray((y * frame.width + x) * 3, (y * frame.width + x) * 3 + 3),
  ];
  const found = [at(6, 6), at(frame.width - 7, 6), at(6, frame.height - 7), at(frame.width - 7, frame.height - 7)];
  Object.values(corners).forEach((color, i) => {
    color.forEach((v, c) => {
      expect(Math.abs(found[i]![c]! - v), `corner ${i} is ${found[i]}`).toBeLessThanOrEqual(tolerance);
    });
  });
}

describe('a picture', () => {
  it.each([
    ['JPEG', () => picture().jpeg({ quality: 95 }), 8],
    ['PNG', () => picture().png(), 0],
    ['PNG with 16 bits', () => picture().toColourspace('rgb16').png(), 1],
    ['WebP', () => picture().webp({ quality: 95 }), 8],
    ['AVIF', () => picture().avif({ quality: 80 }), 10],
    ['TIFF', () => picture().tiff({ compression: 'lzw' }), 0],
    ['GIF', () => picture().gif(), 3],
    ['CMYK JPEG', () => picture().toColourspace('cmyk').jpeg({ quality: 95 }), 75], // print inks cannot show this green
  ] as const)('is read from %s, whatever its name', async (name, make, tolerance) => {
    const path = await put(`picture-${name.replace(/\W/g, '')}.txt`, await make().toBuffer());
    const source = await openSource(path);
    expect(source.info).toEqual({ path, kind: 'image', width, height, fps: null, frames: 1 });
    const frame = await onlyFrame(source);
    expect([frame.index, frame.time, frame.width, frame.height]).toEqual([0, 0, width, height]);
    expectCorners(frame, tolerance);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is turned as EXIF orientation %i asks', async (orientation) => {
    // Stored so that the orientation brings it back: the inverse of each, 6 and 8 being each other's.
    const turns: Record<number, number> = { 3: 180, 4: 180, 5: 90, 6: 270, 7: 270, 8: 90 };
    const turned = await picture()
      .rotate(turns[orientation] ?? 0)
      .png()
      .toBuffer();
    const mirrored = [2, 4, 5, 7].includes(orientation);
    const bare = await sharp(turned).flop(mirrored).png().toBuffer();
    const bytes = await sharp(bare).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const frame = await onlyFrame(await openSource(await put(`turned-${orientation}.jpg`, bytes)));
    expect([frame.width, frame.height]).toEqual([width, height]);
    expectCorners(frame, 10);
  });

  it('in grey becomes RGB', async () => {
    const bytes = await sharp(Buffer.alloc(12, 77), { raw: { width: 4, height: 3, channels: 1 } })
      .png()
      .toBuffer();
    const frame = await onlyFrame(await openSource(await put('grey.png', bytes)));
    expect([...frame.data]).toEqual(Array(36).fill(77));
  });

  it('lies over white where it is transparent', async () => {
    const raw = { raw: { width: 2, height: 1, channels: 4 as const } };
    const bytes = await sharp(Buffer.from([10, 20, 30, 255, 10, 20, 30, 0]), raw)
      .png()
      .toBuffer();
    const frame = await onlyFrame(await openSource(await put('alpha.png', bytes)));
    expect([...frame.data]).toEqual([10, 20, 30, 255, 255, 255]);
  });

  it('that moves gives its first frame', async () => {
    const frames = [1, 0].map((white) => Buffer.alloc(16 * 16 * 3, white * 255));
    const bytes = await sharp(Buffer.concat(frames), { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
      .gif({ delay: [50, 50] })
      .toBuffer();
    const frame = await onlyFrame(await openSource(await put('moving.gif', bytes)));
    expect([frame.width, frame.height, frame.data[0]]).toEqual([16, 16, 255]);
  });

  it('is found through a file: URL and a name with odd signs', async () => {
    const path = await put('$(rm -rf x) ; "ä%20" #1.png', await picture().png().toBuffer());
    expect((await openSource(pathToFileURL(path).href)).info.width).toBe(width);
    expect((await openSource(path)).info.width).toBe(width);
  });

  it('over the limit is refused from its header', async () => {
    const path = await put('large.png', await picture().png().toBuffer());
    await expect(openSource(path, { maxPixels: 1000 })).rejects.toMatchObject({
      name: 'MediaError',
      code: 'media-limit',
      message: expect.stringContaining('48 x 32'),
      remedy: expect.stringContaining('maxPixels'),
    });
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('as %s that is cut off is refused', async (format) => {
    const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * 2654435761) >>> 24));
    const whole = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
      .toFormat(format)
      .toBuffer();
    for (const part of [0.1, 0.5, 0.9]) {
      const path = await put(`cut.${format}`, whole.subarray(0, Math.round(whole.length * part)));
      await expect(openSource(path), `${part}`).rejects.toMatchObject({ name: 'MediaError', details: { path } });
    }
  });
});

describe('what is no picture', () => {
  it.each([
    ['empty.jpg', '', 'an empty file'],
    ['text.png', 'hello', 'found text'],
    ['list.m3u8', '#EXTM3U\n/etc/passwd', 'found text'],
    ['page.mp4', '<html><body>404</body></html>', 'an HTML page'],
    ['half.webp', 'RIFF\x10\0\0\0WEBP', 'broken or cut off'],
  ])('%s is refused with what was found', async (name, content, words) => {
    const path = await put(name, Buffer.from(content, 'latin1'));
    await expect(openSource(path)).rejects.toMatchObject({
      name: 'MediaError',
      code: 'media-unreadable',
      message: expect.stringContaining(words),
      remedy: expect.any(String),
    });
    await expect(openSource(path)).rejects.toThrow(path);
  });

  it('an absent path is refused', async () => {
    await expect(openSource(join(dir, 'nowhere.png'))).rejects.toThrow('no such file or folder');
  });

  it.each([
    [{ start: -1 }, 'start'],
    [{ every: 0 }, 'every'],
    [{ end: 1.5 }, 'end'],
    [{ fps: Number.NaN }, 'fps'],
    [{ maxPixels: 0 }, 'maxPixels'],
  ])('options %j are refused', async (options, name) => {
    await expect(openSource('-', options)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(name),
    });
  });
});

describe('a scheme of the caller', () => {
  it('goes to its opener with the rest of the name', async () => {
    const asked: string[] = [];
    const own = await openSource(await put('own.png', await picture().png().toBuffer()));
    const schemes = {
      world: async (rest: string) => {
        asked.push(rest);
        return own;
      },
    };
    expect(await openSource('world:7:a', { schemes })).toBe(own);
    expect(asked).toEqual(['7:a']);
    await own.close();
  });
});

describe('a folder', () => {
  async function folder(name: string, files: Record<string, Buffer | string>): Promise<string> {
    const path = join(dir, name);
    mkdirSync(path);
    for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
    return path;
  }
  const flat = (level: number, w = 8) =>
    sharp({ create: { width: w, height: 6, channels: 3, background: { r: level, g: level, b: level } } })
      .png()
      .toBuffer();

  it('gives its pictures in natural order and leaves other files out', async () => {
    const files: Record<string, Buffer | string> = { 'notes.json': '{}', '.hidden.png': 'x', 'Thumbs.db': 'x' };
    for (const i of [10, 2, 1, 0, 9]) files[`f${i}.png`] = await flat(i);
    files.f11 = await flat(11);
    const path = await folder('ordered', files);
    const source = await openSource(path, { fps: 10 });
    expect(source.info).toEqual({ path, kind: 'folder', width: 8, height: 6, fps: 10, frames: 6 });
    const seen = [];
    for await (const frame of source) seen.push([frame.index, frame.time, frame.data[0]]);
    expect(seen).toEqual([0, 1, 2, 9, 10, 11].map((level, i) => [i, i / 10, level]));
  });

  it('delivers the frames before one of another size, then names it', async () => {
    const path = await folder('mixed', { '0.png': await flat(0), '1.png': await flat(1), '2.png': await flat(2, 9) });
    const seen: number[] = [];
    const reading = (async () => {
      for await (const frame of await openSource(path)) seen.push(frame.index);
    })();
    await expect(reading).rejects.toMatchObject({
      name: 'MediaError',
      message: expect.stringMatching(/2\.png: its size 9 x 6 differs from the 8 x 6 of 0\.png/),
      details: { frame: 2 },
    });
    expect(seen).toEqual([0, 1]);
  });

  it('reports a broken frame by name and place', async () => {
    const path = await folder('broken', { '0.png': await flat(0), '1.png': '', '2.png': await flat(2) });
    const source = await openSource(path);
    const frames = source[Symbol.asyncIterator]();
    expect((await frames.next()).value?.index).toBe(0);
    await expect(frames.next()).rejects.toMatchObject({
      message: expect.stringContaining('1.png'),
      details: { frame: 1 },
    });
    expect(await frames.next()).toMatchObject({ done: true });
  });

  it.each([
    [{ start: 2 }, [2, 3, 4, 5, 6]],
    [{ end: 3 }, [0, 1, 2]],
    [{ start: 1, end: 6, every: 2 }, [1, 3, 5]],
    [{ start: 9 }, []],
    [{ start: 4, end: 2 }, []],
  ])('gives the frames of %j', async (range, expected) => {
    const files: Record<string, Buffer> = {};
    for (let i = 0; i < 7; i++) files[`${i}.png`] = await flat(i * 10);
    const path = await folder(`range-${JSON.stringify(range).replace(/\W/g, '')}`, files);
    const source = await openSource(path, range);
    const seen = [];
    for await (const frame of source) {
      expect(frame.data[0]).toBe(frame.index * 10);
      seen.push(frame.index);
    }
    expect(seen).toEqual(expected);
    expect(source.info.frames).toBe(expected.length);
  });

  it('without pictures is refused', async () => {
    await expect(openSource(await folder('none', { 'a.txt': 'x' }))).rejects.toThrow('a folder without pictures');
  });
});
