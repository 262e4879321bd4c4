import { describe, expect, it } from 'vitest';
import { answersOf, drawnPlan, drawnSegmenter, drawnSource, type Squares } from './__fixtures__/drawn-stream.ts';
import { resultChange } from './result-json.ts';

const leftmost = drawnPlan('leftmost', 'twin.objects.min(x)');

async function watch(squaresAt: (frame: number) => Squares, frames: number, options = {}) {
  const { segmenter } = drawnSegmenter(squaresAt, [leftmost]);
  const run = segmenter.video(drawnSource(frames), 'leftmost', { keyFrameInterval: 1, ...options });
  const answers = await answersOf(run);
  return { answers, ids: answers.map(({ objects }) => objects[0]?.id), changes: run.summary().queries[0]!.changes };
}

describe('a near-tie that turns around in every frame', () => {
  const tie = (frame: number): Squares => [
    [30, 10],
    [frame % 2 === 0 ? 31 : 29, 50],
  ];

  it('is decided anew in every frame, where the delay is switched off', async () => {
    const { ids } = await watch(tie, 50, { hysteresisSeconds: 0 });
    expect(ids.filter((id, i) => i > 0 && id !== ids[i - 1]).length).toBeGreaterThan(40);
  });

  it('does not flicker', async () => {
    const { ids, changes } = await watch(tie, 50);
    expect(new Set(ids)).toEqual(new Set([1]));
    expect(changes.map(({ frame }) => frame)).toEqual([0]);
  });
});

/** The first square stands at x = 30, the second comes from the right, 4 px a frame, and passes it in frame 14. */
const overtaken = (frame: number): Squares => [
  [30, 10],
  [Math.max(10, 86 - 4 * frame), 50],
];

/** Two squares; the left one is away from one frame on until another. */
const leavesAt =
  (from: number, to: number) =>
  (frame: number): Squares =>
    frame >= from && frame < to
      ? [[60, 50]]
      : [
          [30, 10],
          [60, 50],
        ];

describe('a real change', () => {
  it('comes through after the stated delay, dated to when it became true, with its reason', async () => {
    const { ids, changes } = await watch(overtaken, 40);
    const [first, second, ...more] = changes.map(resultChange);
    expect(first).toMatchObject({ frame: 0, added: [{ id: 1, since: 0 }], removed: [] });
    // x is 30 in frame 14 and 26 in frame 15: 0.2 s are five frames at 25 a second.
    expect(second).toEqual({
      frame: 20,
      time: 0.8,
      added: [{ id: 2, because: expect.stringMatching(/^x /), since: 0.6 }],
      removed: [{ id: 1, because: expect.stringMatching(/^x /), since: 0.6 }],
    });
    expect(more).toEqual([]);
    expect(ids.slice(0, 20)).toEqual(Array(20).fill(1));
    expect(ids.slice(20)).toEqual(Array(20).fill(2));
  });

  it('cites the first record that differs, not the last', async () => {
    const program = 'twin.objects.where(inZone("left")).where(present)';
    const plan = drawnPlan('in the left half', program);
    const { segmenter } = drawnSegmenter((frame) => [[Math.max(10, 100 - 4 * frame), 50]], [plan]);
    const run = segmenter.video(drawnSource(40), plan.query, { keyFrameInterval: 1 });
    await answersOf(run);
    const changes = run.summary().queries[0]!.changes;
    expect(changes).toHaveLength(1);
    expect(changes[0]!.added[0]!.because).toMatch(/^centre at \d+, 55$/);
  });

  it('leaves no gap where an object has left and another one takes its place', async () => {
    const { ids } = await watch(leavesAt(10, 40), 40);
    expect(ids.slice(0, 10)).toEqual(Array(10).fill(1));
    expect(ids.slice(10).filter((id) => id === undefined)).toEqual([]);
    expect(ids.at(-1)).toBe(2);
  });

  it('gives the place back to an object that was away for three frames', async () => {
    const { ids } = await watch(leavesAt(10, 13), 40);
    expect(ids.slice(13)).toEqual(Array(27).fill(1));
    expect(ids.filter((id) => id === undefined)).toEqual([]);
  });

  it('goes on to one of two that tie when the old answer no longer holds', async () => {
    const { ids } = await watch(
      (frame) => [
        [Math.min(90, 30 + 4 * frame), 10],
        [frame % 2 === 0 ? 51 : 49, 30],
        [frame % 2 === 0 ? 49 : 51, 50],
      ],
      40,
    );
    expect(ids.filter((id) => id === undefined)).toEqual([]);
    expect(ids.filter((id, i) => i > 0 && id !== ids[i - 1])).toHaveLength(1);
  });

  it('says so when an object has left', async () => {
    const { changes } = await watch(leavesAt(10, 40), 40);
    const gone = changes.flatMap(({ removed }) => removed);
    expect(gone).toEqual([{ id: 1, because: 'has left the picture', since: expect.any(Number) }]);
  });
});
