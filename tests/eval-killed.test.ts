import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskFromBox, maskToCoco } from '../src/core/masks/index.ts';

const [width, height] = [128, 96];
const videos = 8;
let root: string;

/** A red and a blue box on grey, a little farther right in each video; two frames each. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'eval-killed-'));
  const masks: unknown[][] = [];
  const meta: Record<string, unknown> = {};
  for (let v = 0; v < videos; v++) {
    const boxes = { red: [10 + 4 * v, 20, 30, 30], blue: [60 + 4 * v, 50, 28, 34] } as const;
    const expressions = Object.entries(boxes).map(([color, box]) => {
      const mask = maskToCoco(maskFromBox([...box], [height, width]));
      masks.push([mask, mask]);
      return { exp: `the ${color} box`, anno_id: [masks.length - 1], category: 'semantic', level: 1 };
    });
    meta[`v${v}`] = { frames: ['0', '1'], width, height, expressions: Object.fromEntries(expressions.entries()) };
    await mkdir(join(root, 'JPEGImages', `v${v}`), { recursive: true });
    for (const frame of ['0', '1'])
      await writeFile(join(root, 'JPEGImages', `v${v}`, `${frame}.png`), await draw(boxes));
  }
  await writeFile(join(root, 'meta_expressions.json'), JSON.stringify({ videos: meta }));
  await writeFile(join(root, 'mask_dict.json'), JSON.stringify(Object.fromEntries(masks.entries())));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function draw(boxes: Readonly<Record<string, readonly number[]>>): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const rects = Object.entries(boxes).map(
    ([fill, [x, y, w, h]]) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#999"/>${rects.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const args = (out: string, ...more: readonly string[]) => [
  ...['bin/twinseg.js', 'eval', 'jit', '--root', root, '--out', join(root, out), '--quiet', ...more],
];
const samplesIn = (out: string): string[] => {
  const dir = join(root, out, 'samples');
  return existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.json')) : [];
};

/** Starts or goes on, and kills it without warning as soon as so many results are on disk. */
async function killAfter(out: string, results: number): Promise<void> {
  const child = spawn(process.execPath, args(out, '--resume'), { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (samplesIn(out).length < results && child.exitCode === null) await new Promise((go) => setTimeout(go, 5));
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
}

async function resultsOf(out: string): Promise<Record<string, string>> {
  const files = ['report.json', ...samplesIn(out).map((name) => `samples/${name}`)].sort();
  const texts = files.map(async (file) => [file, await readFile(join(root, out, file), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

describe('an evaluation', { timeout: 120_000 }, () => {
  it('that is killed three times ends with the bytes of one that was not', async () => {
    const whole = spawnSync(process.execPath, args('whole'));
    expect([whole.status, samplesIn('whole').length]).toEqual([0, 2 * videos]);
    for (const results of [3, 7, 11]) await killAfter('killed', results);
    expect(samplesIn('killed').length).toBeLessThan(2 * videos);
    expect(spawnSync(process.execPath, args('killed', '--resume')).status).toBe(0);
    expect(await resultsOf('killed')).toEqual(await resultsOf('whole'));
  });

  it('that two processes share ends with the same bytes', async () => {
    const shared = spawnSync(process.execPath, args('shared', '--jobs', '2'));
    expect([shared.status, String(shared.stderr)]).toEqual([0, '']);
    expect(await resultsOf('shared')).toEqual(await resultsOf('whole'));
    const again = spawnSync(process.execPath, args('shared', '--jobs', '2'));
    expect([again.status, String(again.stderr)]).toEqual([2, expect.stringMatching(/is there already/)]);
  });
});
