import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { maskFromLabels, maskFromRuns, maskToCoco } from '../../../core/masks/index.ts';
import { readIndexedPng } from '../../media/index.ts';
import { readerOf, readers, readPickle } from './index.ts';

const golden = '../shared/golden';
const present = existsSync(golden);
const temporary: string[] = [];
afterAll(() => {
  for (const dir of temporary) rmSync(dir, { recursive: true, force: true });
});

/** A folder with these files, JSON where no bytes are given. */
async function folderOf(files: Record<string, unknown>): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'datasets-'));
  temporary.push(root);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(
      join(root, path),
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
  }
  return root;
}

describe.skipIf(!present)('published forms (needs the folder of goldens)', () => {
  it('reads ReasonSeg, one file in Windows-1252, and draws its masks as the reference does', async () => {
    const { samples, problems } = await readerOf('reasonseg').read(`${golden}/reasonseg`, { split: 'val' });
    const expected = JSON.parse(readFileSync(`${golden}/reasonseg/expected.json`, 'utf8')).samples;
    expect(problems).toEqual([]);
    expect(samples.map(({ query }) => query)).toEqual(expected.map((s: { val_query: string }) => s.val_query));
    for (const [i, { truth }] of samples.entries()) {
      const { mask, ignored } = await truth!.read(0);
      const { labels, width, height } = await readIndexedPng(`${golden}/reasonseg/gt/${expected[i].name}.png`);
      expect([...mask.runs]).toEqual([...maskFromLabels(labels, [height, width], 1).runs]);
      expect([...ignored!.runs]).toEqual([...maskFromLabels(labels, [height, width], 255).runs]);
    }
  });

  it('reads the same references from pickles of two protocols and from JSON', () => {
    const dir = `${golden}/refer/refer_seg/refcoco`;
    const plain = JSON.parse(readFileSync(`${dir}/refs(unc).json`, 'utf8'));
    for (const name of ['refs(unc).p', 'refs(unc).protocol2.p']) {
      expect(JSON.parse(JSON.stringify(readPickle(readFileSync(`${dir}/${name}`))))).toEqual(plain);
    }
  });

  it.each(['val', 'testA', 'testB'])(
    'reads RefCOCO, split %s: a sample a sentence, polygons as pycocotools fills them',
    async (split) => {
      const expected = JSON.parse(readFileSync(`${golden}/refer/expected.json`, 'utf8')).splits[split];
      const { samples } = await readerOf('refcoco').read(`${golden}/refer/refer_seg`, { split });
      const byText = new Map(samples.map((sample) => [`${sample.tags.image_id} ${sample.query}`, sample]));
      expect(samples).toHaveLength(expected.n_expressions);
      for (const item of expected.items) {
        const { mask } = await byText.get(`${item.image_id} ${item.text}`)!.truth!.read(0);
        expect([...mask.runs]).toEqual([...maskFromRuns(item.size, item.gt_binary).runs]);
      }
    },
  );

  it('reads ReVOS: names with slashes, overlapping masks, expressions without an object', async () => {
    const { samples, problems } = await readerOf('revos').read(`${golden}/revos`, { needMedia: false });
    const expected = JSON.parse(readFileSync(`${golden}/revos/expected.json`, 'utf8')).pred_sets.preds_01.per_frame;
    expect(problems).toEqual([]);
    for (const [key, { gt_pixels, fg_pixels }] of Object.entries<{ gt_pixels: number[]; fg_pixels: number[] }>(
      expected,
    )) {
      const { truth } = samples.find(({ id }) => id.replace(/\/(\d+)$/, '_$1') === key)!;
      const frames = await Promise.all(truth!.frames.map((frame) => truth!.read(frame)));
      expect(frames.map(({ mask }) => mask.area)).toEqual(gt_pixels);
      expect(frames.map(({ foreground }) => foreground!.area)).toEqual(fg_pixels);
    }
  });
});

const dot = maskToCoco(maskFromRuns([2, 3], [1, 2, 3]));

describe('layouts', () => {
  it('reads kinds and levels, and names what is missing, all at once', async () => {
    const expression = { exp: ' the  ball ', anno_id: [0], category: 'spatial', level: 2 };
    const root = await folderOf({
      'meta_expressions.json': {
        videos: {
          a: { frames: ['0', '1'], expressions: { 0: expression, 1: { ...expression, anno_id: [7] } } },
          gone: { frames: ['0'], expressions: { 0: expression } },
          '../out': { frames: ['0'], expressions: { 0: expression } },
        },
      },
      'mask_dict.json': { 0: [dot, null] },
      'JPEGImages/a/0.jpg': 'x',
      'JPEGImages/a/1.jpg': 'x',
    });
    const { samples, problems } = await readerOf('jit').read(root);
    expect(
      samples.map(({ id, query, kind, level, truth }) => ({ id, query, kind, level, scored: truth !== null })),
    ).toEqual([
      { id: 'a/0', query: 'the ball', kind: 'spatial', level: 2, scored: true },
      { id: 'a/1', query: 'the ball', kind: 'spatial', level: 2, scored: false },
    ]);
    expect(await samples[0]!.truth!.read(0)).toMatchObject({ mask: { area: 2 } });
    expect((await samples[0]!.truth!.read(1)).mask.isEmpty).toBe(true);
    expect(problems).toEqual([
      { path: 'a/1', message: 'annotation 7 has no masks' },
      { path: 'JPEGImages/gone/0.jpg', message: 'the file is missing' },
      { path: 'JPEGImages/../out/0.jpg', message: 'the file is missing' },
    ]);
  });

  it.each(readers.map(({ name }) => [name] as const))('%s: says which file is not there', async (name) => {
    const root = await folderOf({ 'README.txt': 'nothing' });
    const said = await readerOf(name)
      .read(root)
      .then(
        ({ samples, problems }) => ({ samples: samples.length, text: problems.map(({ path }) => path).join() }),
        (error: Error) => ({ samples: 0, text: error.message }),
      );
    expect(said.samples).toBe(0);
    expect(said.text).toMatch(/json|\.p|txt|val|JPEGImages/);
  });
});

describe('pickles', () => {
  const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
  it.each([
    ['a call', "cos\nsystem\n(S'id'\ntR."],
    ['a class', '(i__main__\nA\n.'],
    ['a global of protocol 4', '\x80\x04\x8c\x02os\x8c\x06system\x93.'],
    ['a build', '}b.'],
    ['a persistent id', 'Pid\n.'],
    ['an endless length', 'X\xff\xff\xff\x7fabc.'],
    ['a missing end', ']'],
    ['a missing mark', 'e.'],
  ])('refuses %s', (_, text) => {
    expect(() => readPickle(bytes(text))).toThrow(/not a pickle of plain data/);
  });

  it('gives a value or that error for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        try {
          readPickle(data);
        } catch (thrown) {
          expect((thrown as Error).message).toMatch(/not a pickle of plain data/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps a hostile key from the prototype', () => {
    const value = readPickle(bytes("}S'__proto__'\n}S'polluted'\nI01\nss."));
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('broken data sets', () => {
  it('give reports, never crashes, and no path outside the folder', async () => {
    const root = await folderOf({ 'JPEGImages/a/0.jpg': 'x', 'mask_dict.json': { 0: [dot] } });
    const junk = fc.oneof(fc.jsonValue(), fc.constantFrom('..', '/etc', 'a/../../b', 1e308, -1, 'x'.repeat(5000)));
    const hostile = fc.record({
      videos: fc.dictionary(
        fc.oneof(fc.string(), fc.constantFrom('a', '../../etc', '/abs', 'a\0b')),
        fc.oneof(
          junk,
          fc.record({
            frames: fc.oneof(junk, fc.array(fc.string(), { maxLength: 3 })),
            expressions: fc.oneof(
              junk,
              fc.dictionary(
                fc.string(),
                fc.oneof(
                  junk,
                  fc.record({
                    exp: fc.oneof(fc.string(), junk),
                    anno_id: fc.oneof(junk, fc.array(fc.integer(), { maxLength: 2 })),
                  }),
                ),
                { maxKeys: 3 },
              ),
            ),
          }),
        ),
        { maxKeys: 3 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostile, junk), fc.nat(400), async (value, cut) => {
        const text = JSON.stringify(value);
        await writeFile(join(root, 'meta_expressions.json'), cut % 4 === 0 ? text.slice(0, cut) : text);
        const read = await readerOf('jit')
          .read(root)
          .catch((error: unknown) => error);
        if (read instanceof Error) expect(read).toMatchObject({ code: 'bad-input' });
        else {
          const { samples } = read as { samples: { media: { paths: string[] } }[] };
          for (const { media } of samples)
            for (const path of media.paths) expect(path.startsWith(`${root}/`)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
