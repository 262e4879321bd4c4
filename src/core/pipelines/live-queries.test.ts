import { describe, expect, it } from 'vitest';
import { drawnPlan, drawnSegmenter, drawnSource, type Squares } from './__fixtures__/drawn-stream.ts';
import type { FrameAnswer } from './answer.ts';
import type { VideoRun } from './video-run.ts';

const left = drawnPlan('left', 'twin.objects.min(x)');
const right = drawnPlan('right', 'twin.objects.max(x)');
const painted = drawnPlan('painted', 'twin.objects', { paint: true });
const plans = [left, right, painted];
const still = (): Squares => [
  [10, 10],
  [80, 50],
];

type Act = (answer: FrameAnswer) => Promise<void> | void;

async function collect(run: VideoRun, act: Act = () => {}): Promise<FrameAnswer[]> {
  const answers: FrameAnswer[] = [];
  for await (const answer of run) {
    answers.push(answer);
    await act(answer);
  }
  return answers;
}
const idsOf = (answers: readonly FrameAnswer[]) => answers.map((answer) => answer.answers.map(({ id }) => id));

describe('a query that is added while the stream runs', () => {
  it('is answered from the next frame on, over the same tracks and the same looks', async () => {
    const { segmenter, eyes } = drawnSegmenter(still, plans);
    const run = segmenter.video(drawnSource(7), 'left', { keyFrameInterval: 3 });
    const answers = await collect(run, async ({ index }) => {
      if (index === 3) expect(await run.addQuery('right')).toMatchObject({ id: 1, query: 'right', plan: right });
    });
    expect(idsOf(answers)).toEqual([[0], [0], [0], [0], [0, 1], [0, 1], [0, 1]]);
    expect(answers[6]!.answers.map(({ objects }) => objects.map(({ id }) => id))).toEqual([[1], [2]]);
    // Frame 4 is a key frame of its own: the new query's concepts were never looked for.
    expect(eyes.calls.map(({ frame }) => frame)).toEqual([0, 3, 4]);
    expect(eyes.calls.at(-1)!.request.concepts.map(({ id }) => id)).toEqual(['c1', 'q2.c1']);
  });

  it('brings the specialists that it needs, and they go with it', async () => {
    const { segmenter, painter, eyes } = drawnSegmenter(still, plans);
    const run = segmenter.video(drawnSource(9), 'left', { keyFrameInterval: 1 });
    await collect(run, async ({ index }) => {
      if (index === 2) await run.addQuery('painted');
      if (index === 5) run.removeQuery(1);
      if (index === 6)
        expect({ open: painter.openSessions, disposals: painter.disposals }).toEqual({ open: 0, disposals: 1 });
    });
    expect(painter.calls.map(({ frame }) => frame)).toEqual([3, 4, 5]);
    expect(eyes.calls).toHaveLength(9);
    expect(eyes.disposals).toBe(0);
  });

  it('keeps a specialist that another stream of the same segmenter still uses', async () => {
    const { segmenter, painter } = drawnSegmenter(still, plans);
    const other = segmenter.video(drawnSource(9), 'painted')[Symbol.asyncIterator]();
    await other.next();
    const run = segmenter.video(drawnSource(3), ['left', 'painted']);
    await collect(run, ({ index }) => {
      if (index === 0) run.removeQuery(1);
    });
    expect({ open: painter.openSessions, disposals: painter.disposals }).toEqual({ open: 1, disposals: 0 });
    await other.return(undefined);
  });

  it('brings relations and events with it, which nobody needed before', async () => {
    const stopped = drawnPlan('stopped', 'twin.objects.where(did("stops"))', { relate: true, kinds: ['temporal'] });
    const mover = (frame: number): Squares => [
      [Math.min(70, 10 + 2 * frame), 10],
      [80, 50],
    ];
    const { segmenter } = drawnSegmenter(mover, [left, stopped]);
    const run = segmenter.video(drawnSource(60), 'left', { keyFrameInterval: 1 });
    const answers = await collect(run, async ({ index }) => {
      if (index === 10) await run.addQuery('stopped');
      if (index === 55) run.removeQuery(1);
    });
    // It stops in frame 30; the twin needs some frames to be sure.
    expect(answers[29]!.answers[1]!.objects).toEqual([]);
    expect(answers[55]!.answers[1]!.objects.map(({ id }) => id)).toEqual([1]);
    expect(answers[11]!.answers[1]!.warnings[0]).toMatch(/it knows 0 events/);
    expect(answers[11]!.trace.nodes.map(({ id }) => id)).toContain('relate');
    expect(answers[56]!.trace.nodes.map(({ id }) => id)).not.toContain('relate');
  });

  it('knows the events of the time before, and is warned of what it does not know', async () => {
    const mover = drawnPlan('mover', 'twin.objects.where(moving)', { relate: true });
    const stopped = drawnPlan('stopped', 'twin.objects.where(did("stops"))', { relate: true, kinds: ['temporal'] });
    const { segmenter } = drawnSegmenter(
      (frame) => [
        [Math.min(70, 10 + 4 * frame), 10],
        [80, 50],
      ],
      [mover, stopped],
    );
    const run = segmenter.video(drawnSource(60), 'mover', { keyFrameInterval: 1 });
    const answers = await collect(run, async ({ index }) => {
      if (index === 49) await run.addQuery('stopped');
    });
    expect(answers[50]!.answers[1]!.objects.map(({ id }) => id)).toEqual([1]);
    const warned = answers.flatMap(({ answers: [, own] }) => own?.warnings ?? []);
    expect(warned).toEqual([
      expect.stringMatching(/^late-memory: "stopped" is answered from 2 s on; .* knows \d+ events/),
    ]);
    expect(answers[50]!.warnings).toEqual(warned);
  });
});

describe('a query that is taken away', () => {
  it('is not answered from the next frame on; its number is not used again', async () => {
    const { segmenter } = drawnSegmenter(still, plans);
    const run = segmenter.video(drawnSource(5), ['left', 'right']);
    const answers = await collect(run, async ({ index }) => {
      if (index === 1) run.removeQuery(0);
      if (index === 2) await run.addQuery('left');
    });
    expect(idsOf(answers)).toEqual([[0, 1], [0, 1], [1], [1, 2], [1, 2]]);
    expect(answers[2]!.objects).toEqual(answers[2]!.answers[0]!.objects);
    expect(run.summary().queries.map(({ query, first, last }) => [query, first, last])).toEqual([
      ['left', 0, 1],
      ['right', 0, 4],
      ['left', 3, 4],
    ]);
  });

  it('leaves a run that looks at nothing, until something is asked again', async () => {
    const { segmenter, eyes } = drawnSegmenter(still, plans);
    const run = segmenter.video(drawnSource(6), 'left', { keyFrameInterval: 1 });
    const answers = await collect(run, async ({ index }) => {
      if (index === 1) run.removeQuery(0);
      if (index === 3) await run.addQuery('right');
    });
    expect(idsOf(answers)).toEqual([[0], [0], [], [], [1], [1]]);
    expect(eyes.calls.map(({ frame }) => frame)).toEqual([0, 1, 4, 5]);
    expect(answers[5]!.objects.map(({ bbox }) => bbox)).toEqual([[80, 50, 10, 10]]);
  });

  it.each([
    ['a number that was never given', 7, 'bad-input'],
    ['one that was taken away', 0, 'bad-input'],
  ])('%s is refused', async (_, id, code) => {
    const { segmenter } = drawnSegmenter(still, plans);
    const run = segmenter.video(drawnSource(3), ['left', 'right']);
    await collect(run, ({ index }) => {
      if (index === 0) run.removeQuery(0);
      if (index === 1) expect(() => run.removeQuery(id)).toThrow(expect.objectContaining({ code }));
    });
  });
});

describe('what each query costs', () => {
  it('is its share of the calls it needs: the shares sum to the calls made', async () => {
    const { segmenter } = drawnSegmenter(still, plans);
    const run = segmenter.video(drawnSource(6), ['left', 'painted'], { keyFrameInterval: 1 });
    const answers = await collect(run, async ({ index }) => {
      if (index === 2) await run.addQuery('right');
    });
    const { usage, queries } = run.summary();
    expect(usage.specialistCalls).toEqual({ eyes: 6, painter: 6 });
    // Three frames with two queries, three with three.
    expect(queries.map(({ cost }) => cost.calls)).toEqual([{ eyes: 2.5 }, { eyes: 2.5, painter: 6 }, { eyes: 1 }]);
    for (const { answers: own, trace } of answers) {
      const shared = own.reduce((sum, { cost }) => sum + cost.ms, 0);
      expect(shared).toBeCloseTo(
        trace.nodes.reduce((sum, { ms }) => sum + ms, 0),
        6,
      );
    }
  });
});

describe('asking', () => {
  it('is refused for an empty query and after the end', async () => {
    const { segmenter } = drawnSegmenter(still, plans);
    const run = segmenter.video(drawnSource(2), 'left');
    await collect(run, async ({ index }) => {
      if (index === 0) await expect(run.addQuery(' ')).rejects.toMatchObject({ code: 'bad-input' });
    });
    await expect(run.addQuery('right')).rejects.toMatchObject({ code: 'closed' });
    expect(() => run.removeQuery(0)).toThrow(expect.objectContaining({ code: 'closed' }));
  });

  it('is possible before the first frame', async () => {
    const { segmenter } = drawnSegmenter(still, plans);
    const run = segmenter.video(drawnSource(2), 'left');
    await run.addQuery('right');
    expect(idsOf(await collect(run))).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});
