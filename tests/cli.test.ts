import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = new URL('../bin/twinseg.js', import.meta.url).pathname;
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'twinseg-cli-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

function twinseg(
  args: readonly string[],
  { input, onErr }: { input?: Uint8Array; onErr?: (text: string, kill: () => void) => void } = {},
) {
  return new Promise<Outcome>((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: dir });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
      onErr?.(err, () => child.kill('SIGINT'));
    });
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

const short = ['--end', '6'];

describe('segment', () => {
  it('writes result.json, masks and overlay, and says what it did on stderr only', async () => {
    const { code, out, err } = await twinseg([
      'segment',
      'world:tabletop:7',
      'the blue mug',
      ...short,
      '--out',
      'a',
      '--trace',
    ]);
    expect(err).not.toMatch(/ at .*\.js:/);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect((await readdir(join(dir, 'a'))).sort()).toEqual(['masks', 'overlay.mp4', 'result.json', 'trace.jsonl']);
    expect(await readdir(join(dir, 'a/masks'))).toEqual([
      '00000.png',
      '00001.png',
      '00002.png',
      '00003.png',
      '00004.png',
      '00005.png',
    ]);
    const result = JSON.parse(await readFile(join(dir, 'a/result.json'), 'utf8'));
    expect(result).toMatchObject({
      query: 'the blue mug',
      source: { path: 'world:tabletop:7', width: 640, height: 360, frames: 6 },
      scores: { scored: 6 },
    });
    expect(result.frames).toHaveLength(6);
    expect(result.program).toMatch(/function select/);
    expect(err).toMatch(/understood: /);
  });

  it('gives byte-identical result.json for the same input, seed and settings', async () => {
    const run = (out: string) =>
      twinseg(['segment', 'world:crossing:3', 'the red ball', ...short, '--out', out, '-q', '--no-overlay']);
    await Promise.all([run('b1'), run('b2')]);
    const [one, two] = await Promise.all(['b1', 'b2'].map((name) => readFile(join(dir, name, 'result.json'))));
    expect(one!.equals(two!)).toBe(true);
  });

  it('prints one JSON object a frame with --jsonl and writes nothing', async () => {
    const { code, out } = await twinseg([
      'segment',
      'world:shelf:1',
      'the second bottle from the left',
      ...short,
      '--jsonl',
    ]);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(lines[0].objects[0].segmentation.size).toEqual([360, 640]);
    expect(await readdir(dir)).not.toContain('twinseg-out');
  });

  it('answers a query that nothing fits with empty objects and exit code 0', async () => {
    const { code, err } = await twinseg(['segment', 'world:tabletop:7', 'the dog', ...short, '--out', 'c']);
    expect(code).toBe(0);
    expect(err).toMatch(/"the dog": nothing matches/);
    expect(err).toMatch(/dog/);
    const result = JSON.parse(await readFile(join(dir, 'c/result.json'), 'utf8'));
    for (const frame of result.frames) expect(frame.objects).toEqual([]);
    expect(result.warnings.join()).toMatch(/dog/);
  });

  it('gives each of several queries a folder', async () => {
    const { code } = await twinseg([
      'segment',
      'world:tabletop:7',
      'the red ball',
      'the blue mug',
      '--end',
      '2',
      '--out',
      'd',
      '-q',
      '--no-overlay',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(await readFile(join(dir, 'd/2/result.json'), 'utf8')).query).toBe('the blue mug');
  });

  it('takes queries from a file, and from standard input while the stream runs', async () => {
    await writeFile(join(dir, 'queries.txt'), '# what to look for\n\nthe blue mug\n');
    const scene = ['segment', 'world:tabletop:7', 'the red ball', '--end', '12', '--no-overlay', '--no-masks'];
    const { code, err } = await twinseg([...scene, '--query-file', 'queries.txt', '--ask', '--out', 'q', '--trace'], {
      input: Buffer.from('the lamp\n-9\n'),
    });
    expect(code).toBe(0);
    expect(err).toMatch(/3\. understood: The lamp/);
    expect(err).toMatch(/there is no 9\. query/);
    const results = await Promise.all([1, 2, 3].map((n) => readFile(join(dir, `q/${n}/result.json`), 'utf8')));
    const read = results.map((text) => JSON.parse(text));
    expect(read.map(({ query }) => query)).toEqual(['the red ball', 'the blue mug', 'the lamp']);
    expect(read[0].frames).toHaveLength(12);
    expect(read[2].frames.length).toBeLessThanOrEqual(12);
    const shares = read.map(({ usage }) => usage.ownCalls.regions ?? 0);
    expect(shares[0] + shares[1] + shares[2]).toBeCloseTo(read[0].usage.specialistCalls.regions, 3);
    const [line] = (await readFile(join(dir, 'q/1/trace.jsonl'), 'utf8')).split('\n');
    expect(JSON.parse(line!)).toMatchObject({ index: 0, ownMs: expect.any(Number) });
  });

  it('tells a change of the answer in its JSON line', async () => {
    const { out } = await twinseg(['segment', 'world:crossing:3', 'the red ball', '--end', '1', '--jsonl', '-q']);
    const { change, objects } = JSON.parse(out);
    expect(objects.length).toBeGreaterThan(0);
    expect(change.added.map(({ id }: { id: number }) => id).sort()).toEqual(
      objects.map(({ id }: { id: number }) => id).sort(),
    );
    expect(change.added[0].because).toMatch(/\S/);
  });

  it('keeps finished work at Ctrl-C and exits with 130', async () => {
    let told = false;
    const { code, err } = await twinseg(['segment', 'world:crossing:7', 'the red ball', '--out', 'e'], {
      // Once: a second Ctrl-C ends the process at once.
      onErr: (text, kill) => {
        if (text.includes('understood:') && !told) setTimeout(kill, 6000);
        told ||= text.includes('understood:');
      },
    });
    expect(code).toBe(130);
    expect(err).toMatch(/stopped after \d+ frames; what was answered is kept/);
    const result = JSON.parse(await readFile(join(dir, 'e/result.json'), 'utf8'));
    expect(result.frames.length).toBe(result.source.frames);
    expect(result.frames.length).toBeLessThan(100);
  });

  it.each([
    ['a file that is not there', ['segment', 'nothing.mp4', 'the red ball'], /nothing\.mp4/],
    ['a file that is no picture', ['segment', 'text.jpg', 'the red ball'], /text\.jpg/],
    ['an unknown scene', ['segment', 'world:moon:1', 'the red ball'], /moon/],
    ['no query', ['segment', 'world:tabletop:7'], /query/],
    ['a query file without queries', ['segment', 'world:tabletop:7', '--query-file', 'empty.txt'], /empty\.txt/],
    ['a query file that is not there', ['segment', 'world:tabletop:7', '--query-file', 'no.txt'], /no\.txt/],
    ['two readers of standard input', ['segment', '-', 'the red ball', '--ask'], /--ask/],
    ['an empty query', ['segment', 'world:tabletop:7', ' '], /empty/],
    ['an unknown option', ['segment', 'world:tabletop:7', 'x', '--sharper'], /--sharper/],
    ['a bad number', ['segment', 'world:tabletop:7', 'x', '--every', '0'], /whole number/],
    ['an unknown command', ['explode'], /unknown command/],
  ])('%s ends with exit code 2 and a clear word', async (_, args, message) => {
    await writeFile(join(dir, 'text.jpg'), 'this is no picture');
    await writeFile(join(dir, 'empty.txt'), '# nothing yet\n');
    const { code, err, out } = await twinseg(args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/ at .*\.js:/);
    expect(out).toBe('');
  });

  it('ends with exit code 3 when a specialist is missing', async () => {
    const { code, err } = await twinseg(['segment', 'world:tabletop:7', 'x', '--specialists', 'sam2']);
    expect(code).toBe(3);
    expect(err).toMatch(/sam2/);
  });
});

describe('plan', () => {
  it('prints the plan as JSON, or as a Mermaid flowchart', async () => {
    const { out, code } = await twinseg(['plan', 'the second bottle from the left']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: 1, query: 'the second bottle from the left', planner: 'rules' });
    expect((await twinseg(['plan', 'the red ball', '--mermaid'])).out).toMatch(/^flowchart/);
  });
});

describe('help', () => {
  it.each([[[]], [['segment']], [['plan']], [['demo']], [['doctor']]])(
    '%j --help shows what can be done',
    async (command) => {
      const { code, out } = await twinseg([...command, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(/Usage: twinseg/);
    },
  );
});

describe('demo', () => {
  it('answers its three questions, scores them and writes one page', async () => {
    const { code, out, err } = await twinseg(['demo', '--frames', '4', '--out', 'demo']);
    expect(err).not.toMatch(/ at .*\.js:/);
    expect(code).toBe(0);
    expect((await readdir(join(dir, 'demo'))).sort()).toEqual(['1-attribute', '2-spatial', '3-temporal', 'index.html']);
    // Question, J, F, J&F, fps, frames; within four frames nobody can say what never moves: no score.
    const rows = [...out.matchAll(/^"(.+)" +(\S+) +(\S+) +(\S+) +([\d.]+) +(\d+)$/gm)];
    expect(rows.map((row) => [row[1], row[6]])).toEqual([
      ['the blue mug', '4'],
      ['the second bottle from the left', '4'],
      ['the ball that has never moved', '4'],
    ]);
    const [mug, bottle, ball] = rows.map((row) => row[2]);
    for (const j of [mug, bottle]) expect(Number(j)).toBeGreaterThan(0.8);
    expect(ball).toBe('-');
    const { frames } = JSON.parse(await readFile(join(dir, 'demo/1-attribute/result.json'), 'utf8'));
    expect(frames.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2, 3]);
  });
});
