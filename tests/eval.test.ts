import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskFromBox, maskToCoco } from '../src/core/masks/index.ts';
import { type DataSet, readerOf, type Sample } from '../src/node/bench/datasets/index.ts';
import type { EvalSettings } from '../src/node/bench/eval/contract.ts';
import { evalText, runEval, submissionWriter } from '../src/node/bench/eval/index.ts';
import { folderProtocol } from '../src/node/bench/folder-protocols/index.ts';
import { readIndexedPng, writeMaskPicture } from '../src/node/media/index.ts';
import { createSegmenter } from '../src/node/segmenter/index.ts';

const [width, height] = [160, 120];
const size = [height, width] as const;
const settings: EvalSettings = {
  ...{ bench: 'jit', perception: 'builtin', planner: 'rules', everyFrame: true, ablations: [], seed: 0 },
};
let root: string;
let data: DataSet;

/** A red and a blue box on grey in two videos of three frames; one video lacks a frame. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'eval-'));
  const red = maskFromBox([20, 30, 40, 40], size);
  const blue = maskFromBox([100, 50, 36, 44], size);
  const frames = ['0', '1', '2'];
  const said = (exp: string, anno_id: number[], level: number) => ({ exp, anno_id, category: 'semantic', level });
  const expressions = {
    0: said('the red box', [0], 1),
    1: said('the blue box', [1], 1),
    2: said('the green box', [], 2),
  };
  await writeFile(
    join(root, 'meta_expressions.json'),
    JSON.stringify({
      videos: {
        a: { frames, expressions, height, width },
        b: { frames, expressions },
        c: { frames: ['9'], expressions },
      },
    }),
  );
  const list = (mask: typeof red) => frames.map(() => maskToCoco(mask));
  await writeFile(join(root, 'mask_dict.json'), JSON.stringify({ 0: list(red), 1: list(blue) }));
  for (const video of ['a', 'b']) {
    await mkdir(join(root, 'JPEGImages', video), { recursive: true });
    for (const frame of frames) await writeFile(join(root, 'JPEGImages', video, `${frame}.png`), await picture());
  }
  data = await readerOf('jit').read(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function picture(): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const box = (fill: string, x: number, y: number, w: number, h: number) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${box('#999', 0, 0, width, height)}${box('#c02020', 20, 30, 40, 40)}${box('#2040c0', 100, 50, 36, 44)}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const run = (dir: string, more: object = {}) =>
  runEval({ data, settings, dir, segmenterFor: () => createSegmenter(), ...more });

describe('runEval', () => {
  it('answers the queries of a video together, scores every frame, and counts what has no truth', async () => {
    const report = await run(join(root, 'out'), { writeMask: submissionWriter(join(root, 'masks')) });
    expect(data.problems).toEqual([{ path: 'JPEGImages/c/9.jpg', message: 'the file is missing' }]);
    expect(report).toMatchObject({ samples: 6, scored: 5 });
    expect(report.unscored.map(({ id }) => id)).toEqual(['b/2']);
    expect(report.j.mean).toBeGreaterThan(0.9);
    expect(report.cells.map(({ kind, level, scored, unscored }) => [kind, level, scored, unscored])).toEqual([
      ['semantic', 1, 4, 0],
      ['semantic', 2, 1, 1],
    ]);
    expect(evalText(report)).toMatch(/over 5 of 6 samples/);
    // What was written for a server scores the same when it is read back; the two of the missing video count 0 there.
    const { totals } = await folderProtocol('jit').score(root, join(root, 'masks'));
    expect(totals.J).toBeCloseTo((100 * 5 * report.j.mean!) / 7, 1);
  });

  it('goes on where it was stopped, and ends with the same report', async () => {
    const [whole, cut] = [join(root, 'out'), join(root, 'cut')];
    const controller = new AbortController();
    const stopped = run(cut, { signal: controller.signal, progress: () => controller.abort() });
    await expect(stopped).rejects.toThrow();
    expect((await readdir(join(cut, 'samples'))).length).toBe(3);
    // A file that was being written when the machine went down.
    await writeFile(join(cut, 'samples', '000001.json'), '{"version":1,"id":');
    await run(cut, { resume: true });
    const report = await readFile(join(whole, 'report.json'), 'utf8');
    expect(await readFile(join(cut, 'report.json'), 'utf8')).toBe(report);
    const again = await run(cut, { resume: true, segmenterFor: () => Promise.reject(new Error('done already')) });
    expect(`${JSON.stringify(again, null, 2)}\n`).toBe(report);
  });

  it('keeps a few small pictures and reasons of each scored sample, the same after a stop', async () => {
    const [whole, cut] = [join(root, 'shown'), join(root, 'shown-cut')];
    const shown = { settings: { ...settings, gallery: true } };
    await run(whole, shown);
    const names = (await readdir(join(whole, 'gallery'))).sort();
    // Five scored samples, three frames each.
    expect(names).toHaveLength(15);
    expect(names.slice(0, 3)).toEqual(['000000-0.jpg', '000000-1.jpg', '000000-2.jpg']);
    const controller = new AbortController();
    await expect(
      run(cut, { ...shown, signal: controller.signal, progress: () => controller.abort() }),
    ).rejects.toThrow();
    await rm(join(cut, 'samples', '000001.json'));
    await writeFile(join(cut, 'gallery', '000001-0.jpg'), 'half a pict');
    await run(cut, { ...shown, resume: true });
    for (const file of [...names.map((name) => `gallery/${name}`), 'samples/000001.json', 'report.json'])
      expect((await readFile(join(cut, file))).equals(await readFile(join(whole, file))), file).toBe(true);
    const sample = JSON.parse(await readFile(join(whole, 'samples/000003.json'), 'utf8'));
    expect(sample.group).toBe(1);
    expect(sample.shown.map(({ frame }: { frame: number }) => frame)).toEqual([0, 1, 2]);
    expect(sample.shown[0].trace.join()).toMatch(/kept #\d+ \(/);
  });

  it('shares the work of one folder among processes', async () => {
    const dir = join(root, 'shared');
    await run(dir, { share: { of: 2, index: 1 } });
    expect(await readdir(join(dir, 'samples'))).toEqual(['000003.json', '000004.json', '000005.json']);
    const report = await run(dir, { share: { of: 2, index: 0 } });
    expect(report.samples).toBe(6);
  });

  it('does not mix evaluations in one folder', async () => {
    await expect(run(join(root, 'out'))).rejects.toThrow(/is there already/);
    for (const other of [{ seed: 1 }, { specialists: ['segment-regions'] }, { everyFrame: false }])
      await expect(
        run(join(root, 'out'), { resume: true, settings: { ...settings, ...other } }),
        JSON.stringify(other),
      ).rejects.toThrow(/another evaluation/);
  });

  it('answers with the specialists that its settings list', async () => {
    const listed = run(join(root, 'listed'), { settings: { ...settings, specialists: ['no-such'] } });
    expect((await listed).unscored[0]!.reason).toMatch(/no-such/);
  });
});

describe('the interval of a mean', () => {
  /** A question whose answer is found, and one whose answer is not: J is 1 and 0. */
  const pair = (ids: readonly [string, string], files: readonly [string, string]): DataSet => {
    const mask = maskFromBox([20, 30, 40, 40], size);
    const sample = (i: 0 | 1, query: string): Sample => ({
      ...{ id: ids[i], query, media: { type: 'image', path: join(root, files[i]) }, tags: {} },
      truth: { frames: [0], read: async () => ({ mask }) },
    });
    return { name: 'pair', samples: [sample(0, 'the red box'), sample(1, 'the green box')], problems: [] };
  };
  beforeAll(async () => {
    for (const name of ['one.png', 'two.png']) await writeFile(join(root, name), await picture());
  });

  it('is wide where two pictures differ, though their ids begin alike', async () => {
    const { j } = await run(join(root, 'apart'), { data: pair(['val/one', 'val/two'], ['one.png', 'two.png']) });
    expect(j.mean).toBeGreaterThan(0.45);
    expect([j.low, j.high]).toEqual([0, 2 * j.mean!]);
  });

  it('has no width where both questions are about one picture, whatever their ids', async () => {
    const { j } = await run(join(root, 'alike'), { data: pair(['7/1', '8/1'], ['one.png', 'one.png']) });
    expect(j.mean).toBeGreaterThan(0.45);
    expect([j.low, j.high]).toEqual([j.mean, j.mean]);
  });
});

it('writes masks as grey pictures that read back', async () => {
  const mask = maskFromBox([3, 4, 5, 6], size);
  const path = join(root, 'mask.png');
  await writeMaskPicture(path, mask);
  const { labels } = await readIndexedPng(path);
  expect(labels.filter((value) => value === 255).length).toBe(30);
  expect(labels.filter((value) => value === 0).length).toBe(width * height - 30);
  await rm(path);
});
