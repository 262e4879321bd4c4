import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld } from '../src/core/bench/index.ts';
import { maskToCoco, unionAll } from '../src/core/masks/index.ts';
import { readerOf, type Sample } from '../src/node/bench/datasets/index.ts';
import { runEval } from '../src/node/bench/eval/index.ts';
import { generateWorldSet, goldFileSchema, type WorldSetSettings } from '../src/node/bench/world-set/index.ts';
import { readIndexedPng } from '../src/node/media/indexed-png.ts';

const settings: WorldSetSettings = {
  ...{ seed: 3, videos: 3, questions: 6, width: 160, height: 90, fps: 5, scenes: ['tabletop', 'shelf'] },
  ...{ pictures: true, depth: true, labels: true, twin: true },
};
let base: string;
let dir: string;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'worlds-'));
  dir = join(base, 'whole');
  await generateWorldSet({ dir, settings });
}, 120_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Every file of a folder with the hash of its bytes. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = async (path: string) =>
    createHash('sha1')
      .update(await readFile(path))
      .digest('hex');
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path.slice(folder.length), await hash(path)] as const)),
  );
}

describe('a generated set of worlds', () => {
  it('has the frames, the things in them, their depth and the true twin of each video', async () => {
    const { videos } = JSON.parse(await readFile(join(dir, 'world.json'), 'utf8'));
    expect(videos.map(({ scene }: { scene: string }) => scene)).toEqual(['tabletop', 'shelf', 'tabletop']);
    const { name, scene, seed, frames } = videos[0];
    for (const folder of ['JPEGImages', 'Depth', 'Annotations', 'Parts'])
      expect(await readdir(join(dir, folder, name))).toHaveLength(frames);
    const world = openWorld(scene, seed, { width: 160, height: 90, fps: 5, frames, picture: false });
    const { labels } = await readIndexedPng(join(dir, 'Annotations', name, '00007.png'));
    for (const { id, mask, partOf } of world.truth(7).objects)
      if (partOf === undefined) expect(labels.filter((label) => label === id)).toHaveLength(mask.area);
    const twin = (await readFile(join(dir, 'twin', `${name}.jsonl`), 'utf8')).trim().split('\n');
    expect(JSON.parse(twin[7]!)).toEqual(JSON.parse(JSON.stringify(world.twinFrame(7))));
  });

  it('is read with the same truth in its own form and in the JiT-style one, and the truth is the world’s', async () => {
    const [own, jit] = await Promise.all(['twinworld', 'jit'].map((name) => readerOf(name).read(dir)));
    expect([own!.problems, jit!.problems]).toEqual([[], []]);
    expect(own!.samples.map(({ query }) => query)).toEqual(jit!.samples.map(({ query }) => query));
    expect(own!.samples.length).toBeGreaterThanOrEqual(12);
    for (const [i, sample] of own!.samples.entries()) {
      const frame = sample.truth!.frames.at(-1)!;
      const mask = (await sample.truth!.read(frame)).mask;
      expect(maskToCoco((await jit!.samples[i]!.truth!.read(frame)).mask)).toEqual(maskToCoco(mask));
      expect(maskToCoco(mask)).toEqual(maskToCoco(await trueMask(sample, frame)));
    }
  });

  it('is the same byte for byte when it was stopped and gone on with', { timeout: 120_000 }, async () => {
    const other = join(base, 'stopped');
    const stop = new AbortController();
    const progress = (done: number) => done === 1 && stop.abort();
    await expect(generateWorldSet({ dir: other, settings, progress, signal: stop.signal })).rejects.toThrow();
    const [first] = await readdir(join(other, 'gold'));
    await writeFile(join(other, 'gold', first!), '{"video":"torn');
    await generateWorldSet({ dir: other, settings });
    expect(await bytesOf(other)).toEqual(await bytesOf(dir));
  });

  it('is the same on two threads, by the command line', { timeout: 120_000 }, async () => {
    const other = join(base, 'threads');
    const { videos, questions, seed, width, height, fps, scenes } = settings;
    const flags = Object.entries({ videos, questions, seed, width, height, fps, scenes: scenes.join(), jobs: 2 });
    const args = flags.flatMap(([name, value]) => [`--${name}`, String(value)]);
    const ran = spawnSync(process.execPath, ['bin/twinseg.js', 'world', 'generate', '--out', other, ...args]);
    expect([ran.status, String(ran.stdout)]).toEqual([0, expect.stringMatching(/^3 videos with \d+ questions in /)]);
    expect(await bytesOf(other)).toEqual(await bytesOf(dir));
  });

  it('does not go into the folder of another one', async () => {
    await expect(generateWorldSet({ dir, settings: { ...settings, seed: 4 } })).rejects.toThrow(/other settings/);
  });

  it('says which files are missing or broken, and goes on with the rest', async () => {
    const other = join(base, 'broken');
    await generateWorldSet({
      dir: other,
      settings: { ...settings, videos: 2, frames: 20, pictures: false, depth: false },
    });
    const names = (await readdir(join(other, 'gold'))).sort();
    await writeFile(join(other, 'gold', names[0]!), '{"questions": 7}');
    await rm(join(other, 'masks', names[1]!));
    const { samples, problems } = await readerOf('twinworld').read(other);
    expect(samples).toEqual([]);
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining([`gold/${names[0]}`, `masks/${names[1]}`]));
  });

  it('is answered nearly right by who sees the truth', { timeout: 180_000 }, async () => {
    const data = await readerOf('twinworld').read(dir);
    const evaluated = { bench: 'twinworld', perception: 'oracle', planner: 'rules', everyFrame: false } as const;
    const report = await runEval({ data, dir: join(base, 'run'), settings: { ...evaluated, ablations: [], seed: 0 } });
    expect(report.scored).toBe(data.samples.length);
    // What an answer's delay costs at 5 frames a second, and a question or two that the planner reads otherwise.
    expect(report.j.mean).toBeGreaterThan(0.75);
  });
});

/** The union of what the gold answer means in a frame, as the world has it. */
async function trueMask({ id, media }: Sample, frame: number) {
  if (media.type !== 'world') throw new Error('no world');
  const { scene, seed, width, height, fps, frames } = media;
  const [video, number] = id.split('/');
  const { questions } = goldFileSchema.parse(JSON.parse(await readFile(join(dir, 'gold', `${video}.json`), 'utf8')));
  const { ids } = questions[Number(number)]!.answers.findLast(({ from }) => from <= frame)!;
  const world = openWorld(scene, seed, { width, height, fps, frames, picture: false });
  const meant = world.truth(frame).objects.filter((object) => ids.includes(object.id));
  return unionAll(
    meant.map(({ mask }) => mask),
    [height, width],
  );
}
