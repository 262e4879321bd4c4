import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvalSettings, SampleResult } from '../src/node/bench/eval/index.ts';
import { writeReport } from '../src/node/bench/report/index.ts';

const evil = `</style><script>alert("1")</script><img src=x onerror='alert(2)'>&`;
/** The start of a JPEG; the page does not look further. */
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'report-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const plain: EvalSettings = {
  ...{ bench: 'revos', perception: 'builtin', planner: 'rules', everyFrame: false, ablations: [], seed: 0 },
};
const result = (id: string, j: number | null, more: Partial<SampleResult> = {}): SampleResult => ({
  ...{ version: 1, id, query: `query ${id}`, group: 0, j, f: j, answered: 4, withObjects: 4, warnings: [] },
  frames: j === null ? [] : [0, 5, 10].map((frame) => ({ frame, j, f: j })),
  ...{ calls: { regions: 2, motion: 0.5 }, alwaysOnCalls: 10 },
  ...more,
});

async function evaluation(name: string, results: readonly SampleResult[], settings: Partial<EvalSettings> = {}) {
  const dir = join(root, name);
  for (const folder of ['samples', 'timings', 'gallery']) await mkdir(join(dir, folder), { recursive: true });
  await writeFile(join(dir, 'settings.json'), JSON.stringify({ ...plain, ...settings }));
  for (const [i, one] of results.entries()) {
    const file = `${String(i).padStart(6, '0')}.json`;
    await writeFile(join(dir, 'samples', file), JSON.stringify(one));
    const timing = { id: one.id, msPerFrame: 10 * (i + 1), worstMs: 100 + i };
    await writeFile(join(dir, 'timings', file), JSON.stringify(timing));
  }
  return dir;
}

async function pageOf(...dirs: string[]): Promise<string> {
  const out = join(root, 'page.html');
  await writeReport({ dirs, out, title: 'A report' });
  return readFile(out, 'utf8');
}

/** The cells of the table row with these beginnings, as texts. */
function row(page: string, ...begins: string[]): string[] | undefined {
  const rows = [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, inner]) =>
    [...inner!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell!.replace(/<[^>]*>/g, '').trim()),
  );
  return rows.find((cells) => begins.every((text, i) => cells[i] === text));
}

describe('a report of one run', () => {
  it('has a row a kind and level, with intervals over media, counts, times and cost', async () => {
    const cell = { kind: 'spatial', level: 2 };
    const page = await pageOf(
      await evaluation('cells', [
        result('a/0', 1, { ...cell }),
        result('a/1', 0.5, { ...cell }),
        result('b/0', 0.25, { ...cell, group: 1 }),
        result('b/1', null, { ...cell, group: 1, unscored: 'no truth' }),
        result('c/0', 1, { kind: 'temporal', level: 1, group: 2 }),
      ]),
    );
    // Media a and b have means of 0.75 and 0.25: drawn twice each, these are the ends.
    expect(row(page, 'spatial', '2')).toEqual([
      ...['spatial', '2', '0.583 0.250 – 0.750', '0.583 0.250 – 0.750', '0.583', '3', '1'],
      // 10, 20, 30 and 40 ms. Two queries share the ten calls that always-on makes for a video.
      ...['20.0', '40.0', '103', '10', '20', '50 %'],
    ]);
    expect(row(page, 'temporal', '1')?.slice(2, 6)).toEqual([
      ...['1.000 1.000 – 1.000', '1.000 1.000 – 1.000', '1.000', '1'],
    ]);
    expect(row(page, 'cells')?.slice(4, 7)).toEqual(['0.688', '4', '1']);
    expect(page).toContain('b/1: no truth');
    expect(page).not.toContain('paired comparison with');
  });

  it('has one overall table where samples have no kind or level', async () => {
    const page = await pageOf(await evaluation('bare', [result('a/0', 0.5)]));
    expect(page).not.toContain('By kind and level');
    expect(row(page, 'bare', 'revos, valid; planner rules')?.[4]).toBe('0.500');
  });

  it('draws J against time, and says so where there is no time', async () => {
    const falling = [1, 0.5, 0].map((j, i) => ({ frame: 10 * i, j, f: j }));
    const page = await pageOf(await evaluation('falling', [result('a', 0.5, { frames: falling })]));
    expect(page).toMatch(/<polyline class="course c0" points="54\.0,12\.0 [^"]* 708\.0,226\.0"/);
    expect(page).toContain('1.00 → 0.00');
    const still = await pageOf(await evaluation('still', [result('a', 1, { frames: [{ frame: 0, j: 1, f: 1 }] })]));
    expect(still).toContain('pictures have no course in time');
  });

  it('escapes whatever comes from files', async () => {
    const shown = [{ frame: 0, trace: [evil] }];
    const dir = await evaluation(
      'evil<b>',
      [
        result(evil, 1, { query: evil, kind: evil, level: 1, shown, calls: { [evil]: 1 } }),
        result(`${evil}2`, null, { unscored: evil }),
      ],
      { bench: evil, split: evil, planner: evil, specialists: [evil], ablations: [evil], gallery: true },
    );
    await writeFile(join(dir, 'samples', '000002.json'), JSON.stringify({ version: evil }));
    await writeReport({ dirs: [dir], out: join(root, 'evil.html'), title: evil });
    const page = await readFile(join(root, 'evil.html'), 'utf8');
    expect(page).not.toMatch(/<script|<img|<b>|onerror='/i);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page.split('&lt;script&gt;').length).toBeGreaterThan(10);
    expect(page).not.toMatch(/https?:/);
  });

  it('counts and names files that are missing or broken', async () => {
    const dir = await evaluation('broken', [result('a', 1), result('b', 1), result('c', 1), result('d', 1)]);
    await rm(join(dir, 'samples/000001.json'));
    await writeFile(join(dir, 'samples/000002.json'), '{"version":1,');
    await rm(join(dir, 'timings/000003.json'));
    await writeFile(join(dir, 'report.json'), JSON.stringify({ samples: 5 }));
    const page = await pageOf(dir);
    expect(page).toContain('broken: 4 files are missing or broken');
    for (const text of ['samples/000001.json: it is missing', 'samples/000004.json: it is missing'])
      expect(page).toContain(text);
    expect(page).toMatch(/samples\/000002\.json: \S+/);
    expect(page).toContain('timings/000003.json: it is missing');
    expect(row(page, 'broken')?.slice(5, 7)).toEqual(['2', '0']);
  });

  it('says where samples do not tell what they are about', async () => {
    const { group: _, ...old } = result('a', 1);
    expect(await pageOf(await evaluation('old', [old]))).toContain('1 samples do not say which picture or video');
  });
});

describe('its pictures', () => {
  const shown = [0, 5, 10].map((frame) => ({ frame, trace: [`step ${frame}`] }));
  const many = Array.from({ length: 40 }, (_, i) => result(`s${i}`, i / 40, { shown, group: i }));

  it('are those of the twelve best and worst, inside the page, none above 200 kB', async () => {
    const dir = await evaluation('many', many, { gallery: true });
    for (const i of many.keys())
      for (const k of shown.keys())
        await writeFile(join(dir, 'gallery', `${String(i).padStart(6, '0')}-${k}.jpg`), jpeg);
    await writeFile(join(dir, 'gallery/000000-1.jpg'), Buffer.concat([jpeg, Buffer.alloc(300_000)]));
    await rm(join(dir, 'gallery/000000-2.jpg'));
    const page = await pageOf(dir);
    expect(page.match(/<img [^>]*src="data:image\/jpeg;base64,/g)).toHaveLength(2 * 12 * 3 - 2);
    expect(page).toContain('not a small JPEG');
    expect(page).toContain('the picture is missing');
    const order = [...page.matchAll(/“query (s\d+)”/g)].map(([, id]) => id);
    expect([order[0], order[11], order[12], order[23]]).toEqual(['s39', 's28', 's0', 's11']);
    expect(page).toContain('<dd>step 5</dd>');
  });

  it('are said to be had with --gallery where the run kept none', async () => {
    const page = await pageOf(await evaluation('unseen', many));
    expect(page).toContain('--gallery');
    expect(page).not.toContain('<img');
    expect(page).toContain('<dd>step 5</dd>');
  });
});

describe('a report of several runs', () => {
  const scores = (js: readonly number[], first = 0) => js.map((j, i) => result(`v${first + i}`, j, { group: i }));

  it('compares the samples that all have with the first run, and warns of other limits', async () => {
    const page = await pageOf(
      await evaluation('one', scores([0.5, 0.5, 0.5, 0.9])),
      await evaluation('two', scores([0.6, 0.7, 0.8]), { limit: 3 }),
    );
    expect(page).toContain('Only the 3 samples that all these runs have scored');
    // Differences of 0.1, 0.2 and 0.3: 2 of 8 signs make as much.
    expect(row(page, 'two', '0.700')).toEqual(['two', '0.700', '+0.200', '+0.100 – +0.300', '0.250']);
    expect(page).toContain('different limits (one: all samples; two: the first 3)');
    expect(page).not.toContain('different splits');
  });

  it('does not compare other data sets, other splits or other questions', async () => {
    const one = await evaluation('set-a', scores([0.5]));
    const page = await pageOf(one, await evaluation('set-b', scores([0.5]), { bench: 'mevis' }));
    expect(page).toContain('different data sets (set-a: revos; set-b: mevis)');
    expect(page).not.toContain('paired comparison with');
    const same = await evaluation('split-same', scores([0.5]), { split: 'valid' });
    const other = await evaluation('split-other', scores([0.5]), { split: 'train' });
    const splits = await pageOf(one, same, other);
    expect(splits).toContain('different splits');
    expect(splits).toContain('revos, valid: paired comparison with set-a');
    const asked = [{ ...result('v0', 1), query: 'another question' }];
    expect(await pageOf(one, await evaluation('reworded', asked))).toContain('No sample was scored by all');
  });

  it('keeps apart who sees by the truth and who sees for himself', async () => {
    const page = await pageOf(
      await evaluation('eyes', scores([0.5])),
      await evaluation('truth', scores([1]), { perception: 'oracle' }),
      await evaluation('dim', scores([0.8]), { perception: 'noisy' }),
    );
    const [, builtin, oracle, noisy] = page.split('<h2>');
    expect(builtin).toContain('Seen by the built-in specialists');
    expect(oracle).toContain('Seen by an oracle');
    expect(noisy).toContain('Seen by a noisy oracle');
    expect(row(builtin!, 'truth')).toBeUndefined();
    expect(page).toContain('none are compared across');
    expect(page).not.toContain('paired comparison with');
    // Published systems saw for themselves.
    expect(builtin).toContain('Published, not rerun');
    expect(oracle).not.toContain('Published, not rerun');
  });

  it('shows published rows beside ours where the data set is the same', async () => {
    const page = await pageOf(await evaluation('ours', scores([0.5, 0.75])));
    expect(row(page, 'VISA published, not rerun')).toEqual(['VISA published, not rerun', '0.488']);
    expect(row(page, 'ours measured here')).toEqual(['ours measured here', '0.625']);
    expect(page).toContain('arXiv 2503.21056');
    const jit = await pageOf(
      await evaluation('jit', [result('a', 0.5, { kind: 'spatial', level: 3 })], { bench: 'jit' }),
    );
    expect(row(jit, 'jit measured here')).toEqual(['jit measured here', '–', '–', '–', '0.500', '–', '–']);
    expect(jit).toContain('not comparable with these rows');
    const none = await pageOf(await evaluation('none', scores([1]), { bench: 'davis2017' }));
    expect(none).not.toContain('Published, not rerun');
  });

  it('gives the same bytes for the same folders, wherever they lie', async () => {
    const dirs = [await evaluation('x', scores([0.1, 0.9])), await evaluation('y', scores([0.2, 0.7]))];
    const page = await pageOf(...dirs);
    expect(await pageOf(...dirs)).toBe(page);
    for (const name of ['x', 'y']) await cp(join(root, name), join(root, 'elsewhere', name), { recursive: true });
    expect(await pageOf(join(root, 'elsewhere/x'), join(root, 'elsewhere/y'))).toBe(page);
  });
});

describe('folders that are no evaluations', () => {
  it('are named, with what to do', async () => {
    const empty = join(root, 'empty');
    await mkdir(empty);
    const wrong = pageOf(empty);
    await expect(wrong).rejects.toMatchObject({ message: expect.stringContaining(empty), code: 'bad-input' });
    await expect(wrong).rejects.toMatchObject({ remedy: expect.stringContaining('twinseg eval') });
    const dir = await evaluation('cut', [result('a', 1)]);
    await writeFile(join(dir, 'settings.json'), '{"bench":');
    await expect(pageOf(dir)).rejects.toThrow(/cut is no folder of an evaluation: settings\.json/);
    await expect(pageOf(empty, `${empty}/`)).rejects.toThrow(/given twice/);
  });

  it('end the command with code 2', async () => {
    const bin = new URL('../bin/twinseg.js', import.meta.url).pathname;
    const twinseg = (...args: string[]) => spawnSync(process.execPath, [bin, 'report', ...args], { encoding: 'utf8' });
    const bad = twinseg(join(root, 'nowhere'));
    expect(bad.status).toBe(2);
    expect(bad.stderr).toMatch(/nowhere is no folder of an evaluation/);
    const good = twinseg(
      await evaluation('fine', [result('a', 1)]),
      '--out',
      join(root, 'fine.html'),
      '--title',
      'Fine',
    );
    expect([good.status, good.stdout]).toEqual([0, expect.stringMatching(/fine\.html: 1 run, \d+ kB/)]);
    expect(await readFile(join(root, 'fine.html'), 'utf8')).toContain('<h1>Fine</h1>');
  });
});
