import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TwinsegError } from '../src/core/base/errors.ts';
import { type Random, seededRandom } from '../src/core/base/random.ts';
import { Mask, maskFromRuns } from '../src/core/masks/index.ts';
import { type DataSet, readerOf, readers } from '../src/node/bench/datasets/index.ts';
import { submissionWriter } from '../src/node/bench/eval/index.ts';
import { folderProtocol, protocolText } from '../src/node/bench/folder-protocols/index.ts';
import { type Miniature, miniatures } from './fuzz/miniatures.ts';
import { mutate } from './fuzz/mutate.ts';

const cases = Number(process.env.TWINSEG_FUZZ_CASES ?? 500);
const firstSeed = Number(process.env.TWINSEG_FUZZ_SEED ?? 0);
/** Longest time that a broken data set may keep a reader busy, ms of CPU; a busy machine may take longer by the clock. */
const patience = 2000;

/** Holds a folder for each miniature, its predictions, and what nobody may write to. */
let parent: string;
let all: Miniature[];
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'fuzz-'));
  all = await miniatures();
  put(join(parent, 'outside/secret.txt'), 'secret');
  for (const mini of all) {
    for (const [path, bytes] of Object.entries(mini.files)) put(join(rootOf(mini), path), bytes);
    for (const [path, bytes] of Object.entries(mini.predictions ?? {})) put(join(predictionsOf(mini), path), bytes);
  }
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const rootOf = ({ reader }: Miniature) => join(parent, 'data', reader);
const predictionsOf = ({ reader }: Miniature) => join(parent, 'predictions', reader);

function put(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

describe('broken data sets', () => {
  it('has a miniature for every reader, each read without a fault', async () => {
    expect(all.map(({ reader }) => reader).sort()).toEqual(readers.map(({ name }) => name).sort());
    for (const mini of all) {
      const { samples, problems } = await readerOf(mini.reader).read(rootOf(mini), { split: mini.split });
      expect([mini.reader, problems]).toEqual([mini.reader, []]);
      expect(samples.length).toBeGreaterThan(0);
      for (const { truth } of samples) expect((await truth!.read(truth!.frames[0]!)).mask).toBeInstanceOf(Mask);
      if (mini.protocol === undefined) continue;
      const report = await folderProtocol(mini.protocol.name).score(
        join(rootOf(mini), mini.protocol.gt),
        predictionsOf(mini),
      );
      expect([mini.reader, report.unscored]).toEqual([mini.reader, []]);
    }
  });

  it(`give a report or a clear error, never a crash, a hang or a file outside the output folder: ${cases} of them`, async () => {
    const outcomes = { read: 0, refused: 0, problems: 0, unread: 0 };
    const faults: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + cases && faults.length < 20; seed++) {
      const random = seededRandom(seed);
      const mini = random.pick(all);
      const broken = breakFiles(mini, random);
      const from = process.cpuUsage();
      try {
        await inspect(mini, random, outcomes);
      } catch (thrown) {
        faults.push(`seed ${seed}, ${mini.reader}, ${broken}: ${(thrown as Error).stack?.slice(0, 600)}`);
      }
      const { user, system } = process.cpuUsage(from);
      const ms = (user + system) / 1000;
      if (ms > patience) faults.push(`seed ${seed}, ${mini.reader}, ${broken}: took ${Math.round(ms)} ms`);
      mend(mini, broken);
    }
    expect(faults.join('\n')).toBe('');
    expect(readdirSync(parent).sort()).toEqual(['data', 'outside', 'predictions', 'written']);
    expect(readdirSync(join(parent, 'outside'))).toEqual(['secret.txt']);
    expect(readdirSync(join(parent, 'written'))).toEqual(['masks']);
    console.log(`${cases} broken data sets from seed ${firstSeed} on:`, outcomes);
  }, 900_000);
});

/** Damages one to three files of a data set or of the predictions. @returns their paths */
function breakFiles(mini: Miniature, random: Random): string[] {
  const files = { ...prefixed(rootOf(mini), mini.files), ...prefixed(predictionsOf(mini), mini.predictions ?? {}) };
  const paths = Array.from({ length: random.int(1, 3) }, () => random.pick(Object.keys(files)));
  for (const path of paths) {
    const way = random.int(0, 11);
    const links = [
      '/dev/zero',
      '/etc/passwd',
      '/',
      'nowhere',
      path,
      join(parent, 'outside/secret.txt'),
      join(parent, 'outside'),
    ];
    rmSync(path, { recursive: true, force: true });
    if (way === 0) symlinkSync(random.pick(links), path);
    else if (way === 1) mkdirSync(path);
    else if (way > 2) writeFileSync(path, mutate(path, files[path]!, random));
  }
  return paths;
}

function mend(mini: Miniature, broken: readonly string[]): void {
  const files = { ...prefixed(rootOf(mini), mini.files), ...prefixed(predictionsOf(mini), mini.predictions ?? {}) };
  for (const path of broken) {
    rmSync(path, { recursive: true, force: true });
    put(path, files[path]!);
  }
}

const prefixed = (dir: string, files: Readonly<Record<string, Uint8Array>>) =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [join(dir, path), bytes]));

/** Reads, looks at some truths, scores the predictions, writes masks as for a server. */
async function inspect(mini: Miniature, random: Random, outcomes: Record<string, number>): Promise<void> {
  const data = await orError(() => readerOf(mini.reader).read(rootOf(mini), { split: mini.split }));
  if (data instanceof TwinsegError) {
    outcomes.refused!++;
    expect([data.message, data.remedy?.length ?? 0]).not.toContain(0);
  } else {
    outcomes.read!++;
    outcomes.problems! += data.problems.length;
    for (const { path, message } of data.problems) expect([path, message].every((text) => text.length > 0)).toBe(true);
    await inspectSamples(mini, data, random, outcomes);
  }
  if (mini.protocol === undefined) return;
  const { name, gt } = mini.protocol;
  const report = await orError(() => folderProtocol(name).score(join(rootOf(mini), gt), predictionsOf(mini)));
  if (!(report instanceof TwinsegError)) expect(protocolText(report).length).toBeGreaterThan(0);
}

async function inspectSamples(mini: Miniature, { samples }: DataSet, random: Random, outcomes: Record<string, number>) {
  for (const sample of samples.length > 5 ? [random.pick(samples), ...samples.slice(0, 4)] : samples) {
    const { media, truth } = sample;
    const paths = 'path' in media ? [media.path] : (media.paths ?? []);
    for (const path of paths) expect(path.startsWith(`${rootOf(mini)}/`), path).toBe(true);
    for (const frame of truth?.frames.slice(0, 3) ?? []) {
      const read = await orError(() => truth!.read(frame));
      if (read instanceof TwinsegError) outcomes.unread!++;
      else expect(read.mask).toBeInstanceOf(Mask);
    }
    const writer = submissionWriter(join(parent, 'written/masks'));
    const last = media.type === 'frames' ? media.names.length - 1 : 0;
    if (last >= 0) await orError(() => writer(sample, last, maskFromRuns([4, 6], [24])));
  }
}

/** The value, or an error that is meant for people; any other is a crash. */
async function orError<T>(work: () => Promise<T>): Promise<T | TwinsegError> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof TwinsegError) || thrown.code === 'internal') throw thrown;
    expect(thrown.message).not.toBe('');
    return thrown;
  }
}
