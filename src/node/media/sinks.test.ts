import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeRle, type Mask, maskFromBitmap } from '../../core/masks/index.ts';
import { drawOverlay, Frame, type FrameObjectMask } from '../../core/media/index.ts';
import { decodeImage } from './image-file.ts';
import { readIndexedPng } from './indexed-png.ts';
import { jsonlSink } from './jsonl-sink.ts';
import { maskPngSink } from './mask-png-sink.ts';
import { openSource } from './open-source.ts';
import { overlayImageSink } from './overlay-image-sink.ts';
import { overlayVideoSink } from './overlay-video-sink.ts';

const dir = mkdtempSync(join(tmpdir(), 'twinseg-sinks-'));
afterAll(() => rmSync(dir, { recursive: true }));

const [width, height] = [12, 8];
const frameOf = (index: number, w = width, h = height) =>
  new Frame({ width: w, height: h, index, time: index / 10, data: new Uint8Array(w * h * 3).fill(90) });

function columns(from: number, to: number): Mask {
  const bitmap = Uint8Array.from({ length: width * height }, (_, i) => (i % width >= from && i % width < to ? 1 : 0));
  return maskFromBitmap(bitmap, [height, width]);
}

const object = (id: number, mask: Mask, score = 1, label?: string): FrameObjectMask => ({ id, mask, score, label });
const firstRow = async (path: string) => [...(await readIndexedPng(path)).labels.subarray(0, width)];

describe('maskPngSink', () => {
  it('numbers objects by first appearance and keeps the numbers', async () => {
    const sink = maskPngSink(join(dir, 'masks'));
    await sink.write(frameOf(0), [object(42, columns(0, 2)), object(7, columns(4, 6))]);
    await sink.write(frameOf(1), []);
    await sink.write(frameOf(12), [object(7, columns(1, 3)), object(5, columns(10, 12))]);
    await sink.close();
    expect(readdirSync(join(dir, 'masks')).sort()).toEqual(['00000.png', '00001.png', '00012.png']);
    expect(await firstRow(join(dir, 'masks', '00000.png'))).toEqual([1, 1, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0]);
    expect(await firstRow(join(dir, 'masks', '00001.png'))).toEqual(Array(12).fill(0));
    expect(await firstRow(join(dir, 'masks', '00012.png'))).toEqual([0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 3, 3]);
    expect([...sink.indexes]).toEqual([
      [42, 1],
      [7, 2],
      [5, 3],
    ]);
    expect([sink.indexOfId(7), sink.indexOfId(99)]).toEqual([2, undefined]);
  });

  it('puts the higher score on top where masks overlap, whatever the order', async () => {
    const objects = [object(1, columns(0, 6), 0.9), object(2, columns(3, 9), 0.4)];
    for (const [name, list] of [
      ['a', objects],
      ['b', [...objects].reverse()],
    ] as const) {
      const sink = maskPngSink(join(dir, `overlap-${name}`));
      await sink.write(frameOf(0), list);
      const first = sink.indexOfId(1)!;
      const row = await firstRow(join(dir, `overlap-${name}`, '00000.png'));
      expect(row).toEqual([...Array(6).fill(first), ...Array(3).fill(3 - first), 0, 0, 0]);
    }
  });

  it('draws the first 255 objects and names the others', async () => {
    const sink = maskPngSink(join(dir, 'many'));
    const objects = Array.from({ length: 258 }, (_, i) =>
      object(1000 + i, columns(i % 12, (i % 12) + 1), 1 - i / 1000),
    );
    await sink.write(frameOf(0), objects);
    expect(sink.indexes.size).toBe(255);
    expect([...sink.leftOut]).toEqual([1255, 1256, 1257]);
    expect(await firstRow(join(dir, 'many', '00000.png'))).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });
});

describe('overlayImageSink', () => {
  it('writes what drawOverlay draws', async () => {
    const path = join(dir, 'deep', 'overlay.png');
    const objects = [object(1, columns(3, 8), 1, 'mug')];
    const sink = overlayImageSink(path, { legend: 'mug' });
    await sink.write(frameOf(0), objects);
    await sink.close();
    const image = await decodeImage(path, path, 1e6);
    expect(Buffer.from(image.data)).toEqual(Buffer.from(drawOverlay(frameOf(0), objects, { legend: 'mug' })));
    expect(readdirSync(join(dir, 'deep'))).toEqual(['overlay.png']);
  });

  it('refuses other kinds of files', () => {
    expect(() => overlayImageSink(join(dir, 'overlay.bmp'))).toThrow('.png, .jpg or .webp');
  });
});

describe('overlayVideoSink', () => {
  it.each([
    [64, 48, 64, 48],
    [63, 47, 64, 48],
    [1, 1, 2, 2],
  ])('writes frames of %i x %i as %i x %i', async (w, h, codedW, codedH) => {
    const path = join(dir, `video-${w}.mp4`);
    const sink = overlayVideoSink(path, { fps: 10 });
    for (let i = 0; i < 12; i++) await sink.write(frameOf(i + 5, w, h), []);
    expect(existsSync(path)).toBe(false);
    await sink.close();
    await sink.close();
    const source = await openSource(path);
    expect(source.info).toMatchObject({ width: codedW, height: codedH, frames: 12 });
    const times: number[] = [];
    for await (const frame of source) {
      times.push(Math.round(frame.time * 1000));
      expect(Math.abs(frame.data[0]! - 90)).toBeLessThanOrEqual(2);
    }
    expect(times).toEqual(Array.from({ length: 12 }, (_, i) => i * 100));
  });

  it('puts the index in front and uses H.264 in yuv420p, as browsers want', async () => {
    const path = join(dir, 'web.mp4');
    const sink = overlayVideoSink(path);
    for (let i = 0; i < 3; i++) await sink.write(frameOf(i, 64, 48), []);
    await sink.close();
    const bytes = readFileSync(path).toString('latin1');
    expect(bytes.indexOf('moov')).toBeGreaterThan(0);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    // avcC: profile_idc 100 (High, 4:2:0 in 8 bits; 4:4:4 would be 244).
    expect(bytes.charCodeAt(bytes.indexOf('avcC') + 5)).toBe(100);
  });

  it('stays readable after a refused frame, and leaves no other files', async () => {
    const folder = join(dir, 'aborted');
    const sink = overlayVideoSink(join(folder, 'overlay.mp4'));
    await sink.write(frameOf(0, 32, 32), []);
    await expect(sink.write(frameOf(1, 30, 30), [])).rejects.toThrow('frame 1 is 30 x 30');
    await sink.close();
    expect(readdirSync(folder)).toEqual(['overlay.mp4']);
    expect((await openSource(join(folder, 'overlay.mp4'))).info.frames).toBe(1);
  });

  it('writes no file when there was no frame', async () => {
    const sink = overlayVideoSink(join(dir, 'never', 'overlay.mp4'));
    await sink.close();
    expect(existsSync(join(dir, 'never'))).toBe(false);
  });

  it('takes frames whose times stand still or go back', async () => {
    const path = join(dir, 'still.mp4');
    const sink = overlayVideoSink(path, { fps: 10 });
    for (const index of [0, 1, 1, 0, 2]) await sink.write(frameOf(index, 32, 32), []);
    await sink.close();
    expect((await openSource(path)).info.frames).toBe(5);
  });
});

describe('jsonlSink', () => {
  it('writes one line a frame with boxes and run lengths, and leaves the stream open', async () => {
    const stream = new PassThrough({ highWaterMark: 16 });
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
    });
    const sink = jsonlSink(stream);
    await sink.write(frameOf(3), [object(9, columns(2, 5), 0.5, 'mug')]);
    await sink.write(frameOf(4), []);
    await sink.close();
    expect(stream.writableEnded).toBe(false);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[1]).toEqual({ index: 4, time: 0.4, objects: [] });
    const [{ segmentation, ...rest }] = lines[0].objects;
    expect(rest).toEqual({ id: 9, label: 'mug', score: 0.5, bbox: [2, 0, 3, 8] });
    expect(decodeRle(segmentation.counts, segmentation.size).runs).toEqual(columns(2, 5).runs);
  });
});
