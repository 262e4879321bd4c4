import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError, MissingError } from '../../../core/base/index.ts';
import { type Mask, maskFromLabels } from '../../../core/masks/index.ts';
import { writeIndexedPng } from '../../media/index.ts';
import type { MediaItem } from './contract.ts';
import { expectedAnswers, namelessKinds } from './expected-answers.ts';
import { parseMediaSet } from './parse-media-set.ts';
import { readMediaSet } from './read-media-set.ts';
import { type AnsweredFrame, type Answerer, scoreQuery } from './score-query.ts';
import { scoreTable } from './score-table.ts';
import { summarize } from './summary.ts';

// 4 x 2 pixels: object 1 is the left half, object 2 the right column.
const labels = Uint8Array.from([1, 1, 0, 2, 1, 1, 0, 2]);
const maskOf = (id: number): Mask => maskFromLabels(labels, [2, 4], id);

const mediaJson = {
  version: 1,
  note: 'unknown fields are let be',
  items: [
    {
      id: 'clip',
      type: 'video',
      file: 'clip.mp4',
      width: 4,
      height: 2,
      frames: 6,
      fps: 25,
      objects: [
        { id: 1, name: 'left' },
        { id: 2, name: 'right' },
      ],
      gt: {
        dir: '.',
        frames: [
          { frame: 0, annotated: [1, 2], visible: [1, 2] },
          { frame: 4, annotated: [1], visible: [1] },
        ],
      },
      queries: [
        { text: 'left', kind: ['attribute'], level: 1, answer: [1] },
        { text: 'right', kind: ['spatial'], level: 1, answer: [2] },
        { text: 'absent', kind: ['absent'], level: 1, answer: [] },
        { text: 'changing', kind: ['spatial', 'temporal'], answer: null, answer_by_frame: { '0': [1, 2], '4': [1] } },
        { text: 'late', kind: ['temporal'], answer: [1], eval_frames: [4] },
        { text: 'unknown', kind: ['semantic'], answer: null, why: 'no mask' },
      ],
    },
    {
      id: 'still',
      type: 'image',
      file: 'still.jpg',
      width: 4,
      height: 2,
      objects: [{ id: 1, name: 'left' }],
      gt: { file: '00000.png' },
      queries: [{ text: 'left', kind: ['attribute'], answer: [1] }],
    },
  ],
};

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'media-set-'));
  await writeFile(join(dir, 'media.json'), JSON.stringify(mediaJson));
  for (const name of ['clip.mp4', 'still.jpg']) await writeFile(join(dir, name), 'not looked into');
  for (const name of ['00000.png', '00004.png'])
    await writeIndexedPng(join(dir, name), { labels, width: 4, height: 2 });
});
afterAll(() => rm(dir, { recursive: true }));

/** Answers what it is told, frame by frame. */
function fake(objectsAt: (index: number) => Mask[], frames = 6): Answerer {
  const answer = (index: number): AnsweredFrame => ({
    index,
    objects: objectsAt(index).map((mask, i) => ({ id: i + 1, mask, score: 1 })),
    warnings: index === 0 ? ['said once'] : [],
  });
  return {
    image: async () => ({ ...answer(0), frame: { close: () => undefined } }),
    video: () => ({
      ready: async () => ({ warnings: ['of the plan'] }),
      async *[Symbol.asyncIterator]() {
        for (let index = 0; index < frames; index++) yield answer(index);
      },
    }),
  };
}

const item = async (at: number): Promise<MediaItem> => (await readMediaSet(dir)).items[at]!;
const query = (of: MediaItem, text: string) => of.queries.find((q) => q.text === text)!;

describe('parseMediaSet', () => {
  it('lists all faults at once, each with its place', () => {
    const bad = structuredClone(mediaJson) as unknown as { items: Record<string, unknown>[] };
    bad.items[0]!.type = 'sound';
    bad.items[0]!.file = '../../etc/passwd';
    bad.items[0]!.width = 0;
    bad.items[1]!.id = 'clip';
    bad.items[1]!.gt = {};
    bad.items[1]!.queries = [{ text: '', kind: 'attribute', answer: [7] }];
    const parsed = parseMediaSet(bad);
    expect(parsed.issues.map(({ path }) => path.join('.'))).toEqual([
      'items.0.type',
      'items.0.file',
      'items.0.width',
      'items.1.gt',
      'items.1.queries.0.text',
      'items.1.queries.0.kind',
      'items.1.queries.0.answer.0',
      'items',
    ]);
  });

  it.each([null, 7, [], {}, { items: [3] }])('takes %j without throwing', (data) =>
    expect(parseMediaSet(data).ok).toBe(false),
  );
});

describe('readMediaSet', () => {
  it('says what is missing when there is no such folder', () =>
    expect(readMediaSet(join(dir, 'nowhere'))).rejects.toThrow(MissingError));

  it('names every missing file', async () => {
    const other = await mkdtemp(join(tmpdir(), 'media-set-'));
    await writeFile(join(other, 'media.json'), JSON.stringify(mediaJson));
    await expect(readMediaSet(other)).rejects.toThrow(/5 faults[\s\S]*clip\.mp4[\s\S]*00004\.png[\s\S]*still\.jpg/);
    await writeFile(join(other, 'media.json'), '{');
    await expect(readMediaSet(other)).rejects.toThrow(InputError);
    await rm(other, { recursive: true });
  });
});

describe('expectedAnswers', () => {
  it.each([
    [
      'left',
      [
        [0, [1]],
        [4, [1]],
      ],
    ],
    ['right', [[0, [2]]]],
    [
      'absent',
      [
        [0, []],
        [4, []],
      ],
    ],
    [
      'changing',
      [
        [0, [1, 2]],
        [4, [1]],
      ],
    ],
    ['late', [[4, [1]]]],
    ['unknown', []],
  ] as const)('%s', async (text, expected) => {
    const clip = await item(0);
    expect([...expectedAnswers(clip, query(clip, text))]).toEqual(expected);
  });

  it('takes every frame of a dense set', async () => {
    const clip: MediaItem = { ...(await item(0)), gt: { dir: '.', frames: 'all' } };
    expect([...expectedAnswers(clip, query(clip, 'right')).keys()]).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('scoreQuery', () => {
  it.each([
    ['left', () => [maskOf(1)], [1, 1]],
    ['left', () => [maskOf(1), maskOf(2)], [4 / 6, 4 / 6]],
    ['left', () => [], [0, 0]],
    ['absent', () => [], [1, 1]],
    ['absent', () => [maskOf(2)], [0, 0]],
    ['changing', () => [maskOf(1), maskOf(2)], [1, 4 / 6]],
    ['late', (index: number) => (index === 4 ? [maskOf(1)] : []), [1]],
  ] as const)('%s', async (text, answer, j) => {
    const clip = await item(0);
    const score = await scoreQuery(fake(answer as (index: number) => Mask[]), dir, clip, query(clip, text));
    expect(score.frames.map((frame) => frame.j)).toEqual(j);
    expect(score.j).toBeCloseTo(j.reduce((a: number, b) => a + b, 0) / j.length, 12);
    expect(score.warnings).toEqual(['of the plan', 'said once']);
  });

  it('reads a video no further than its last scored frame', async () => {
    const clip = await item(0);
    expect(
      (
        await scoreQuery(
          fake(() => []),
          dir,
          clip,
          query(clip, 'left'),
        )
      ).answered,
    ).toBe(5);
    expect(
      (
        await scoreQuery(
          fake(() => []),
          dir,
          clip,
          query(clip, 'right'),
        )
      ).answered,
    ).toBe(1);
  });

  it('scores a frame that was never answered 0, and keeps the error that stopped the run', async () => {
    const clip = await item(0);
    const broken: Answerer = {
      ...fake(() => []),
      video: () => ({
        ready: async () => ({ warnings: [] }),
        async *[Symbol.asyncIterator]() {
          yield { index: 0, objects: [{ id: 9, mask: maskOf(1), score: 1 }], warnings: [] };
          throw new Error('the file ends here');
        },
      }),
    };
    for (const [text, j] of [
      ['left', 0.5],
      ['absent', 0],
    ] as const)
      expect(await scoreQuery(broken, dir, clip, query(clip, text))).toMatchObject({
        j,
        answered: 1,
        error: 'the file ends here',
      });
  });

  it('scores pictures', async () => {
    const still = await item(1);
    expect(
      await scoreQuery(
        fake(() => [maskOf(1)]),
        dir,
        still,
        still.queries[0]!,
      ),
    ).toMatchObject({ j: 1, f: 1 });
  });
});

describe('summarize and scoreTable', () => {
  it('averages over queries, by kind, and lists what needs names apart', async () => {
    const clip = await item(0);
    const scores = [];
    for (const q of clip.queries)
      scores.push(
        await scoreQuery(
          fake(() => [maskOf(1)]),
          dir,
          clip,
          q,
          { score: q.text !== 'unknown' },
        ),
      );
    const summary = summarize(scores, namelessKinds);
    expect(summary.byKind.attribute).toMatchObject({ queries: 1, j: 1 });
    expect(summary.byKind.spatial).toMatchObject({ queries: 2, j: (0 + (4 / 6 + 1) / 2) / 2 });
    expect(summary.byKind.absent).toMatchObject({ queries: 1, j: 0 });
    expect(summary.attributeAndSpatial).toMatchObject({ queries: 3 });
    const table = scoreTable(scores, summary, namelessKinds);
    expect(table).toContain('MEAN over 3 attribute or spatial queries');
    expect(table).toContain('clip: unknown [semantic]: ranked what could be checked, warned: of the plan');
  });
});
