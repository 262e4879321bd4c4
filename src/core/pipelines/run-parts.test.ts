import { describe, expect, it } from 'vitest';
import { decodeRle } from '../masks/index.ts';
import type { Plan } from '../plan/contract.ts';
import { drawnMask } from '../testing/index.ts';
import type { FrameAnswer } from './answer.ts';
import { KeyFrameClock } from './key-frames.ts';
import { resultFrame, resultText } from './result-json.ts';
import { RunLedger } from './run-ledger.ts';

describe('KeyFrameClock', () => {
  it.each<[string, number, readonly number[], readonly number[], readonly number[]]>([
    ['every third', 3, [0, 1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0, 0], [0, 3, 6]],
    [
      'sooner after a track became unsure, but not the very next frame',
      5,
      [0, 1, 2, 3, 4, 5, 6],
      [0, 1, 1, 0, 1, 0, 0],
      [0, 2, 4],
    ],
    ['dropped frames count as time passed', 3, [0, 4, 5, 9], [0, 0, 0, 0], [0, 4, 9]],
  ])('%s', (_, interval, frames, unsure, expected) => {
    const clock = new KeyFrameClock(interval);
    expect(frames.filter((index, i) => clock.isKey({ index, unsure: unsure[i]! }))).toEqual(expected);
  });
});

const mask = drawnMask(`
  ........
  ..###...
  ..###...
  ........
  ........
  ........`);
const answerAt = (index: number, id: number): FrameAnswer => {
  const objects = [{ id, mask, bbox: mask.bbox, score: 0.5 + index / 10 }];
  const nodes = [
    {
      id: 'see',
      kind: 'perception' as const,
      specialist: 'regions',
      cadence: 'key-frames' as const,
      status: index === 0 ? ('ran' as const) : ('skipped' as const),
      ms: 2,
      tries: index === 0 ? 1 : 0,
    },
  ];
  return {
    frame: undefined as never,
    index,
    time: index / 3,
    objects,
    answers: [
      { id: 0, query: 'q', objects, explanation: [], changed: false, warnings: [], cost: { calls: {}, ms: 0 } },
    ],
    warnings: [],
    trace: { keyFrame: index === 0, nodes, ms: 2, tracks: 1 },
  };
};

describe('RunLedger', () => {
  it('counts calls made against calls of an always-on pipeline, and what became of each track', () => {
    const ledger = new RunLedger(4);
    for (const answer of [answerAt(0, 7), answerAt(1, 7), answerAt(2, 9)]) ledger.add(answer);
    const { usage, tracks } = ledger.summary(5);
    expect(usage).toMatchObject({
      frames: 3,
      keyFrames: 1,
      dropped: 5,
      specialistCalls: { regions: 1 },
      alwaysOnCalls: 12,
    });
    expect(tracks).toEqual([
      { id: 7, query: 0, frames: 2, first: 0, last: 1, meanScore: 0.55 },
      { id: 9, query: 0, frames: 1, first: 2, last: 2, meanScore: 0.7 },
    ]);
  });

  it('says each warning once', () => {
    const ledger = new RunLedger(1);
    expect(ledger.warn(['a', 'b', 'a'])).toEqual(['a', 'b']);
    expect(ledger.warn(['b', 'c'])).toEqual(['c']);
    expect(ledger.summary(0).warnings).toEqual(['a', 'b', 'c']);
  });
});

describe('result.json', () => {
  it('is valid JSON in COCO conventions, with nothing in it that changes from run to run', () => {
    const ledger = new RunLedger(1);
    const answers = [answerAt(0, 7), answerAt(1, 7)];
    for (const answer of answers) ledger.add(answer);
    const plan = {
      version: 1,
      query: 'q',
      program: 'function select() {}',
      graph: { nodes: [], answer: '' },
    } as unknown as Plan;
    const source = { path: 'a.mp4', kind: 'video', width: 8, height: 6, fps: 3, frames: null } as const;
    const { head, tail } = resultText(0, plan, source, ledger.summary(0), { maskIndex: () => 1 });
    const frames = answers.map((answer) => resultFrame(answer, answer.answers[0]!));
    const result = JSON.parse(head + frames.map((frame) => JSON.stringify(frame)).join(',\n') + tail);
    expect(Object.keys(result)).toEqual([
      'query',
      'source',
      'plan',
      'program',
      'frames',
      'tracks',
      'changes',
      'repairs',
      'usage',
      'warnings',
    ]);
    expect(result.source).toEqual({ path: 'a.mp4', width: 8, height: 6, fps: 3, frames: 2 });
    const { objects, ...rest } = result.frames[1];
    expect(rest).toEqual({ index: 1, time: 0.333333 });
    expect(objects).toHaveLength(1);
    expect(objects[0]).toMatchObject({ id: 7, score: 0.6, bbox: [2, 1, 3, 2], segmentation: { size: [6, 8] } });
    expect(decodeRle(objects[0].segmentation.counts, [6, 8]).runs).toEqual(mask.runs);
    expect(result.tracks[0]).toMatchObject({ id: 7, maskIndex: 1 });
    expect(JSON.stringify(result)).not.toMatch(/"ms"|nodeMs/);
    const empty = JSON.parse(head + tail);
    expect(empty.frames).toEqual([]);
  });
});
