import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyMask, maskFromBox } from '../../../core/masks/index.ts';
import { decodeImage } from '../../media/index.ts';
import { galleryColors, galleryFrames, galleryPath, writeGalleryPicture } from './gallery.ts';
import { traceLines } from './trace-lines.ts';

it('shows at most three frames, spread over those with a truth', () => {
  expect(galleryFrames([])).toEqual([]);
  expect(galleryFrames([4])).toEqual([4]);
  expect(galleryFrames([2, 9])).toEqual([2, 9]);
  expect(galleryFrames([0, 5, 10, 15, 20, 25, 30, 35, 40])).toEqual([5, 20, 35]);
});

it('fills the answer and outlines the truth in a picture of at most 320 px', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'gallery-'));
  const [width, height] = [800, 600];
  const path = galleryPath(dir, 12, 0);
  const answer = maskFromBox([400, 150, 300, 300], [height, width]);
  const frame = { width, height, data: new Uint8Array(width * height * 3).fill(128) };
  await writeGalleryPicture(path, { frame, truth: maskFromBox([100, 150, 600, 300], [height, width]), answer });
  const picture = await decodeImage(path, path, 1e6);
  expect([picture.width, picture.height]).toEqual([320, 240]);
  const at = (x: number, y: number) => [...picture.data.subarray((y * 320 + x) * 3, (y * 320 + x) * 3 + 3)];
  const mixed = galleryColors.answer.map((value) => 0.55 * value + 0.45 * 128);
  // JPEG changes a flat area by a few steps.
  for (const [i, value] of at(220, 120).entries()) expect(Math.abs(value - mixed[i]!)).toBeLessThan(8);
  for (const value of at(100, 120)) expect(Math.abs(value - 128)).toBeLessThan(8);
  const [red, , blue] = at(100, 60);
  expect(blue! - red!).toBeGreaterThan(40);
  await writeGalleryPicture(path, { frame, truth: emptyMask([height, width]), answer: emptyMask([height, width]) });
  await rm(dir, { recursive: true });
});

it('bounds the reasons, whatever a program says', () => {
  const objects = Array.from({ length: 50 }, (_, id) => ({ id, because: 'b'.repeat(500), p: 1 }));
  const record = { op: 'where', text: 't'.repeat(9000), kept: objects, dropped: [] };
  const lines = traceLines(Array.from({ length: 40 }, () => record));
  expect(lines).toHaveLength(13);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(240);
  expect(traceLines([{ op: 'the', text: 'mug', kept: [{ id: 3, because: 'label mug', p: 1 }], dropped: [] }])).toEqual([
    'the mug: kept #3 (label mug); dropped nothing',
  ]);
});
