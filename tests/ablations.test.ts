import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDropped } from '../src/core/bench/disturb/index.ts';
import { boundaryF, openWorld, regionSimilarity } from '../src/core/bench/index.ts';
import { type Mask, unionAll } from '../src/core/masks/index.ts';
import type { DataSet, Sample, SampleMedia } from '../src/node/bench/datasets/index.ts';
import { type EvalSettings, runEval, type SampleResult } from '../src/node/bench/eval/index.ts';

const frames = 24;
const [width, height] = [160, 90];
const media: SampleMedia = {
  ...{ type: 'world', scene: 'crossing', seed: 7, width, height, fps: 25, frames, paths: null },
};
const world = openWorld(media.scene, media.seed, { width, height, fps: 25, frames, picture: false });
const settings: EvalSettings = {
  ...{ bench: 'twinworld', perception: 'oracle', planner: 'rules', everyFrame: false, ablations: [], seed: 0 },
};

function truthOf(frame: number, noun: string): Mask {
  const { objects } = world.truth(frame);
  const parts = objects.filter((one) => one.partOf === undefined && one.noun === noun).map(({ mask }) => mask);
  return unionAll(parts, [height, width]);
}
const sample = (noun: string, query: string): Sample => ({
  ...{ id: `crossing/${noun}`, query, media, tags: {} },
  truth: { frames: Array.from({ length: frames }, (_, i) => i), read: async (i) => ({ mask: truthOf(i, noun) }) },
});
const data: DataSet = {
  name: 'twinworld',
  samples: [sample('ball', 'the balls'), sample('screen', 'the screen')],
  problems: [],
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ablations-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Ran {
  readonly results: readonly SampleResult[];
  /** What the first question was answered with, frame by frame. */
  readonly masks: Map<number, Mask>;
}

let runs = 0;
async function run(ablations: string[], more: Partial<EvalSettings> = {}): Promise<Ran> {
  const dir = join(root, `run-${runs++}`);
  const masks = new Map<number, Mask>();
  const writeMask = async ({ id }: Sample, frame: number, mask: Mask) => {
    if (id === 'crossing/ball') masks.set(frame, mask);
  };
  await runEval({ data, settings: { ...settings, ...more, ablations }, dir, writeMask });
  const results = await Promise.all(
    [0, 1].map(async (i) => JSON.parse(await readFile(join(dir, 'samples', `00000${i}.json`), 'utf8'))),
  );
  return { results, masks };
}

const callsOf = ({ results }: Ran) => {
  const sums: Record<string, number> = {};
  for (const { calls } of results) for (const [id, n] of Object.entries(calls)) sums[id] = (sums[id] ?? 0) + n;
  return sums;
};
const listed = ({ masks }: Ran) => [...masks].map(([frame, mask]) => [frame, mask.area, ...mask.bbox]);

describe('an ablation', () => {
  let base: Ran;
  beforeAll(async () => {
    base = await run([]);
  });

  it('is measured against a base that answers this scene', () => {
    for (const { id, j, answered } of base.results) {
      expect(j, id).toBeGreaterThan(0.9);
      expect(answered).toBe(frames);
    }
    expect(base.results[0]!.alwaysOnCalls).toBe(4 * frames);
  });

  it('all-specialists: all four in every frame, and the same answers', async () => {
    const all = await run(['all-specialists']);
    expect(callsOf(all)).toEqual({
      ...{ oracle: frames, 'oracle-looks': frames, 'oracle-depth': frames, 'oracle-motion': frames },
    });
    expect(Object.keys(callsOf(base))).not.toContain('oracle-depth');
    expect(listed(all)).toEqual(listed(base));
  });

  it('frozen-twin: the first answer for all frames, for the calls of one', async () => {
    const frozen = await run(['frozen-twin']);
    const first = base.masks.get(0)!;
    expect(listed(frozen)).toEqual(Array.from({ length: frames }, (_, i) => [i, first.area, ...first.bbox]));
    expect(callsOf(frozen)).toEqual({ oracle: 1, 'oracle-looks': 1, 'oracle-motion': 1 });
    expect(frozen.results.map(({ answered, alwaysOnCalls }) => [answered, alwaysOnCalls])).toEqual([
      [1, 4 * frames],
      [1, 4 * frames],
    ]);
    expect(frozen.results[0]!.frames).toEqual(
      Array.from({ length: frames }, (_, frame) => {
        const truth = truthOf(frame, 'ball');
        const j = regionSimilarity(truth, first);
        return { frame, j, f: boundaryF(truth, first), ...(j < 0.5 && { fault: 'other' }) };
      }),
    );
  });

  it('drop: the answer before a missing frame is scored for it, and nothing is called there', async () => {
    const dropped = await run(['drop=0.5']);
    const there = Array.from({ length: frames }, (_, i) => i).filter((i) => !isDropped(0.5, 0, i));
    expect(there.length).toBeLessThan(frames);
    const { masks, results } = dropped;
    expect([...masks.keys()]).toEqual(Array.from({ length: frames }, (_, i) => i));
    for (let i = 1; i < frames; i++) if (isDropped(0.5, 0, i)) expect(masks.get(i)).toBe(masks.get(i - 1));
    expect(results[0]!.answered).toBe(there.length);
    expect(results[0]!.frames).toHaveLength(frames);
    expect(callsOf(dropped).oracle).toBe(there.length);
    expect(results[0]!.alwaysOnCalls).toBe(4 * there.length);
  });

  it('speed: only the frames that exist, by their own truth', async () => {
    const fast = await run(['speed=4']);
    expect(fast.results[0]!.frames.map(({ frame }) => frame)).toEqual([0, 1, 2, 3, 4, 5]);
    // The oracle sees each of them as it is: the ball is found where it is then.
    expect(fast.results[0]!.j).toBeGreaterThan(0.9);
    const answer = fast.masks.get(5)!;
    expect(regionSimilarity(truthOf(20, 'ball'), answer)).toBeGreaterThan(0.95);
    expect(regionSimilarity(truthOf(5, 'ball'), answer)).toBeLessThan(0.9);
    expect(callsOf(fast).oracle).toBe(6);
  });

  it('key-frames: masks are looked for so often, motion in every frame', async () => {
    const calls = callsOf(await run(['key-frames=12']));
    expect(calls.oracle).toBeLessThan(frames / 3);
    expect(calls['oracle-motion']).toBe(frames);
  });

  it('window: no answer rests on it', async () => {
    for (const text of ['window=1', 'window=unbounded']) {
      const { results } = await run([text]);
      expect(results).toEqual(base.results);
    }
  });

  it('alpha: hard masks are changed, since they are blurred', async () => {
    expect(listed(await run(['alpha=0.4']))).not.toEqual(listed(base));
  });

  it('no-smoothing, no-memory, lambda: the questions are answered all the same', async () => {
    for (const text of ['no-smoothing', 'no-memory', 'lambda=1']) {
      const ablated = await run([text]);
      for (const { j } of ablated.results) expect(j, text).toBeGreaterThan(0.8);
      expect(callsOf(ablated), text).toEqual(callsOf(base));
    }
  });

  it('of pictures is refused where nobody looks at them', async () => {
    await expect(run(['blur=2'])).rejects.toThrow(/blur=2 would change nothing/);
  });
});

describe('an ablation of pictures', () => {
  const few = { perception: 'builtin', limit: 1 } as const;
  const seeing = async (ablations: string[]) => {
    const dir = join(root, `seen-${runs++}`);
    const { j } = await runEval({ data, settings: { ...settings, ...few, ablations }, dir });
    return j.mean!;
  };

  it('makes seeing harder; in the dark nothing is left', async () => {
    expect(await seeing(['dark=0'])).toBeLessThan(0.1);
  });

  it('gives the same figures each time', async () => {
    const hard = ['noise=10', 'occlude=0.1', 'shake=2', 'blur=1', 'small=0.8', 'drop=0.2'];
    expect(await seeing(hard)).toBe(await seeing([...hard].reverse()));
  });
});

describe('an evaluation that is gone on with', () => {
  it('has the same ablations, in whatever order they are named', async () => {
    const dir = join(root, 'resumed');
    const ablated = (ablations: string[], resume = true) =>
      runEval({ data, settings: { ...settings, ablations }, dir, resume });
    const report = await ablated(['no-memory', 'window=3'], false);
    expect(report.settings.ablations).toEqual(['no-memory', 'window=3']);
    expect(await ablated(['window=3.0', 'no-memory'])).toEqual(report);
    for (const other of [[], ['no-memory'], ['no-memory', 'window=4'], ['no-memory', 'window=3', 'drop=0.1']])
      await expect(ablated(other), other.join()).rejects.toThrow(/another evaluation/);
  });
});
