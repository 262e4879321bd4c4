import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../core/base/index.ts';
import { emptyMask } from '../../../core/masks/index.ts';
import { encodeIndexedPng } from '../../media/index.ts';
import { readPngChunks, writePngChunks } from '../../media/png-chunks.ts';
import { submissionWriter } from '../eval/index.ts';
import { folderProtocol, protocolText } from '../folder-protocols/index.ts';
import { readerOf, readPickle } from './index.ts';

const temporary: string[] = [];
afterAll(() => {
  for (const dir of temporary) rmSync(dir, { recursive: true, force: true });
});

/** A folder with these files: JSON where no bytes are given, and links. */
function folderOf(files: Record<string, unknown>, links: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'broken-'));
  temporary.push(root);
  for (const path of [...Object.keys(files), ...Object.keys(links)])
    mkdirSync(dirname(join(root, path)), { recursive: true });
  for (const [path, content] of Object.entries(files))
    writeFileSync(
      join(root, path),
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
  return root;
}

const problemsOf = async (reader: string, root: string) => (await readerOf(reader).read(root)).problems;

describe('files that are none', () => {
  // Reading this device would never end.
  const endless = '/dev/zero';
  const meta = { videos: { v: { frames: ['0'], height: 2, width: 3, expressions: { 0: { exp: 'it' } } } } };

  it.each([
    ['jit', 'meta_expressions.json'],
    ['refcoco', 'refcoco/instances.json'],
    ['folder', 'media.json'],
  ])('%s: a device as its main file is an error', async (reader, path) => {
    await expect(readerOf(reader).read(folderOf({}, { [path]: endless }))).rejects.toThrow(InputError);
  });

  it('a device as list, picture or masks is a problem', async () => {
    expect(await problemsOf('davis2017', folderOf({}, { 'ImageSets/2017/val.txt': endless }))).toHaveLength(1);
    const root = folderOf(
      { 'meta_expressions.json': meta },
      { 'mask_dict.json': endless, 'JPEGImages/v/0.jpg': endless },
    );
    expect((await problemsOf('jit', root)).map(({ path }) => path)).toEqual(['mask_dict.json', 'JPEGImages/v/0.jpg']);
  });

  it('a folder in place of a pickle or of a list is told', async () => {
    const refs = folderOf({ 'refcoco/instances.json': { images: [], annotations: [] }, 'refcoco/refs(unc).p/x': '' });
    await expect(readerOf('refcoco').read(refs)).rejects.toThrow(/refs\(unc\)\.p/);
    expect(await problemsOf('davis2017', folderOf({ 'ImageSets/2017/val.txt/x': '' }))).toHaveLength(1);
  });

  it('a broken first annotation of a sequence leaves the other sequences', async () => {
    const png = encodeIndexedPng({ labels: Uint8Array.of(0, 1), width: 2, height: 1 });
    const root = folderOf({
      'ImageSets/2017/val.txt': 'a\nb\n',
      ...{ 'JPEGImages/480p/a/0.jpg': 'x', 'Annotations/480p/a/0.png': 'no PNG' },
      ...{ 'JPEGImages/480p/b/0.jpg': 'x', 'Annotations/480p/b/0.png': png },
    });
    const { samples, problems } = await readerOf('davis2017').read(root);
    expect(samples.map(({ id }) => id)).toEqual(['b/1']);
    expect(problems.map(({ path }) => path)).toEqual(['Annotations/480p/a/0.png']);
  });
});

describe('sizes that no picture has', () => {
  const annotation = { id: 3, image_id: 7, category_id: 1, segmentation: [[0, 0, 1e9, 0, 1e9, 1, 0, 1]] };
  const huge = (height: number, width: number) => ({
    'annotations/instances_val2017.json': {
      images: [{ id: 7, file_name: 'a.jpg', height, width }],
      categories: [{ id: 1, name: 'cup' }],
      annotations: [annotation],
    },
    'val2017/a.jpg': 'x',
  });

  it.each([
    [2, 2 ** 30],
    [46_340, 46_340],
    [-1, 5],
    [0.5, 5],
  ])('COCO: %d x %d is refused with its place', async (height, width) => {
    await expect(readerOf('coco').read(folderOf(huge(height, width)))).rejects.toThrow(/images\.0/);
  });

  it('a video of 46,340 x 46,340 pixels has no truth, and that is said', async () => {
    const expressions = { 0: { exp: 'nothing', anno_id: [] }, 1: { exp: 'it', anno_id: [0] } };
    const root = folderOf({
      'meta_expressions.json': { videos: { v: { frames: [], height: 46_340, width: 46_340, expressions } } },
      'mask_dict.json': { 0: [{ size: [46_340, 46_340], counts: [46_340 ** 2] }] },
    });
    const { samples, problems } = await readerOf('jit').read(root);
    expect(samples.map(({ truth }) => truth)).toEqual([null, null]);
    expect(problems.map(({ path }) => path)).toEqual(['v/0', 'v/1']);
  });

  it('ReasonSeg: a header that claims 30,000 x 30,000 pixels', async () => {
    const [head, ...rest] = readPngChunks(encodeIndexedPng({ labels: Uint8Array.of(1), width: 1, height: 1 }));
    const claims = head!.data.slice();
    new DataView(claims.buffer).setUint32(0, 30_000);
    new DataView(claims.buffer).setUint32(4, 30_000);
    const shapes = [{ label: 'target', points: [[0, 0]] }];
    const { samples } = await readerOf('reasonseg').read(
      folderOf({
        'val/a.jpg': writePngChunks([{ type: 'IHDR', data: claims }, ...rest.slice(0, -1)]),
        'val/a.json': { text: 'it', is_sentence: false, shapes },
      }),
    );
    await expect(samples[0]!.truth!.read(0)).rejects.toThrow(/limit/);
  });

  it('a list of media with 10^15 frames, or a value nested without end, is a list of faults', async () => {
    const item = { id: 'a', type: 'video', file: 'a.mp4', width: 4, height: 2, frames: 1e15, gt: { dir: '.' } };
    const read = (text: string) => readerOf('folder').read(folderOf({ 'media.json': text, 'a.mp4': 'x' }));
    await expect(read(JSON.stringify({ items: [item] }))).rejects.toThrow(/frames/);
    await expect(read(`{"items": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).rejects.toThrow(InputError);
  });

  it('many items of one id are told at once', async () => {
    const item = { id: 'a', type: 'image', file: 'a.jpg', width: 4, height: 2 };
    const twins = Array.from({ length: 100_000 }, (_, i) => ({ ...item, id: `${i >> 1}` }));
    // CPU, not the clock: other work may share the machine. Comparing each with each takes 11 s.
    const from = process.cpuUsage();
    await expect(readerOf('folder').read(folderOf({ 'media.json': { items: twins } }))).rejects.toThrow(/twice/);
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(4000);
  });
});

describe('pickles', () => {
  const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

  it('long text that is no UTF-8 is read', () => {
    const text = '\xff'.repeat(300_000);
    expect(readPickle(bytes(`S'${text}'\n.`))).toBe(text);
  });

  it('a list that holds itself is refused', () => {
    expect(() => readPickle(bytes('(lp0\ng0\na.'))).toThrow(/holds itself/);
  });

  it('a list doubled forty times over is refused', () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `(lp${i + 1}\ng${i}\nag${i}\na`).join('');
    expect(() => readPickle(bytes(`(lp0\n${doubled}.`))).toThrow(/values/);
  });

  it('deep nesting is read or refused', () => {
    expect(() => readPickle(bytes(`${']'.repeat(100_000)}${'a'.repeat(99_999)}.`))).not.toThrow(RangeError);
  });
});

describe('reports', () => {
  it('an expression without predictions stands in the table of those that have some', async () => {
    const expressions = { 0: { exp: 'it', anno_id: [0] }, 1: { exp: 'that', anno_id: [0] } };
    const gt = folderOf({
      'meta_expressions.json': { videos: { v: { frames: ['0'], expressions } } },
      'mask_dict.json': { 0: [{ size: [1, 2], counts: [1, 1] }] },
    });
    const png = encodeIndexedPng({ labels: Uint8Array.of(0, 1), width: 2, height: 1 });
    const report = await folderProtocol('jit').score(gt, folderOf({ 'v/1/0.png': png }));
    expect(protocolText(report)).toMatch(/ {2}0\.0000 {2}0\.0000 {2}v\/0\n {2}1\.0000 {2}1\.0000 {2}v\/1\n/);
  });
});

describe('masks for a server', () => {
  it.each(['../../../x', '..', 'a/../../../../x'])('a frame named %s is written inside the folder', async (name) => {
    const out = folderOf({ 'masks/keep': '' });
    const media = { type: 'frames', names: [name], paths: ['x'], fps: 1 } as const;
    const sample = { id: 'v/0', query: '', media, tags: {}, truth: null };
    await submissionWriter(join(out, 'masks'))(sample, 0, emptyMask([2, 2]));
    expect(readdirSync(out)).toEqual(['masks']);
    expect(readdirSync(join(out, 'masks/v/0')).length).toBeGreaterThan(0);
  });

  it.each(['a\0b', 'x'.repeat(300)])('an id that no file can have is an error', async (id) => {
    const sample = { id, query: '', media: { type: 'image', path: 'x' } as const, tags: {}, truth: null };
    const out = folderOf({});
    await expect(submissionWriter(out)(sample, 0, emptyMask([2, 2]))).rejects.toThrow(InputError);
  });
});
