import { describe, expect, it, vi } from 'vitest';
import type { Assumption, Plan, Planner } from '../plan/contract.ts';
import type { ProgramSandbox } from '../reason/contract.ts';
import { ProgramError } from '../reason/program-error.ts';
import {
  answersOf,
  drawnPlan,
  drawnSegmenter,
  drawnSource,
  type PlanNeeds,
  type Squares,
} from './__fixtures__/drawn-stream.ts';

const still = (): Squares => [
  [10, 10],
  [80, 50],
];
const empty: Assumption = { kind: 'answer-not-empty', seconds: 0.4 };
const nobody = 'twin.objects.where(label("dog"))';
const plan = (body: string, needs: PlanNeeds = {}) => drawnPlan('dog', body, { assumptions: [empty], ...needs });
const better: Plan = {
  ...plan('twin.objects.min(x)'),
  unchecked: [{ word: 'dog', why: 'revised', remedy: 'a guess' }],
};

function setUp(first: Plan, revise: NonNullable<Planner['revise']>, squares: (frame: number) => Squares = still) {
  const asked = vi.fn(revise);
  const { segmenter } = drawnSegmenter(squares, [first], { revise: asked, fits: () => 0.05 });
  return { segmenter, asked };
}

const lengths = (answers: readonly { objects: readonly unknown[] }[]) => answers.map(({ objects }) => objects.length);

describe('an assumption that fails', () => {
  it('has a better plan take over at the next frame, and says when, why, and from what to what', async () => {
    const first = plan(nobody);
    const { segmenter, asked } = setUp(first, async () => better);
    const run = segmenter.video(drawnSource(15), 'dog');
    const answers = await answersOf(run);
    // 0.4 s are ten frames: it fails in frame 10 and the new plan answers from frame 11 on.
    expect(lengths(answers)).toEqual([...Array(11).fill(0), ...Array(4).fill(1)]);
    const failure = { assumption: empty, frame: 10, time: 0.4, message: 'nothing was answered in 0.4 s' };
    expect(asked.mock.calls.map(([request]) => request.previous)).toEqual([{ plan: first, failures: [failure] }]);
    const repair = { failures: [failure], from: first, to: better, frame: 11, time: 0.44 };
    expect(answers[11]!.answers[0]!.repair).toEqual(repair);
    expect(run.summary().queries[0]).toMatchObject({ plan: first, repairs: [repair] });
    expect(answers[11]!.warnings).toEqual([
      '"dog": nothing was answered in 0.4 s; a new plan answers from 0.44 s on',
      '"dog": a guess',
    ]);
    expect(answers[11]!.answers[0]!.change).toMatchObject({ added: [{ id: 1 }], removed: [] });
  });

  it('is told once when the planner has nothing better, and the old plan goes on', async () => {
    const { segmenter, asked } = setUp(plan(nobody), async () => null);
    const run = segmenter.video(drawnSource(60), 'dog');
    const answers = await answersOf(run);
    expect(lengths(answers).every((n) => n === 0)).toBe(true);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(run.summary().warnings.slice(1)).toEqual([
      '"dog": nothing was answered in 0.4 s; there is no better plan, this one goes on',
    ]);
    expect(run.summary().queries[0]!.repairs.map(({ frame, to }) => [frame, to])).toEqual([[11, undefined]]);
  });

  it('asks for two plans at most, each with twice the patience of the one before', async () => {
    let made = 0;
    const { segmenter, asked } = setUp(plan(nobody), async () =>
      plan(`${nobody}.where(inZone({x: 0, y: 0, w: 0.${++made}, h: 1}))`),
    );
    const run = segmenter.video(drawnSource(120), 'dog');
    await answersOf(run);
    expect(asked).toHaveBeenCalledTimes(2);
    // Plans begin in frames 0, 11 and 32, and are given up after 10, 20 and 40 frames, a frame later.
    expect(run.summary().queries[0]!.repairs.map(({ frame, to }) => [frame, to !== undefined])).toEqual([
      [11, true],
      [32, true],
      [73, false],
    ]);
  });

  it.each<[string, Plan]>([
    ['the same plan again', plan(nobody)],
    ['a plan that does not pass its checks', { ...better, concepts: [] }],
  ])('%s is no better plan', async (_, revised) => {
    const { segmenter } = setUp(plan(nobody), async () => revised);
    const run = segmenter.video(drawnSource(15), 'dog');
    expect(lengths(await answersOf(run)).every((n) => n === 0)).toBe(true);
    expect(run.summary().queries[0]!.repairs.map(({ to }) => to)).toEqual([undefined]);
  });

  it('a planner that throws leaves the old plan', async () => {
    const { segmenter } = setUp(plan(nobody), async () => {
      throw new Error('out of words');
    });
    const run = segmenter.video(drawnSource(15), 'dog');
    expect(await answersOf(run)).toHaveLength(15);
    expect(run.summary().queries[0]!.repairs.map(({ to }) => to)).toEqual([undefined]);
  });

  it("is not another planner's to revise, and can be switched off", async () => {
    const foreign = setUp(plan(nobody, { planner: 'somebody' }), async () => better);
    await answersOf(foreign.segmenter.video(drawnSource(15), 'dog'));
    expect(foreign.asked).not.toHaveBeenCalled();
    const off = setUp(plan(nobody), async () => better);
    await answersOf(off.segmenter.video(drawnSource(15), 'dog', { repairs: 0 }));
    expect(off.asked).not.toHaveBeenCalled();
  });
});

describe('on a live stream', () => {
  it('the old plan goes on until the new one is there', async () => {
    let give: (plan: Plan) => void = () => {};
    const coming = new Promise<Plan>((resolve) => {
      give = resolve;
    });
    const first = plan('twin.objects.max(x)', { assumptions: [{ kind: 'concept-seen', concept: 'c1', within: 5 }] });
    const { segmenter, asked } = setUp(first, () => coming);
    const boxes: number[] = [];
    for await (const { index, objects } of segmenter.video(drawnSource(20, { kind: 'live' }), 'dog')) {
      boxes.push(objects[0]!.bbox[0]);
      if (index === 12) give(better);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(asked.mock.calls[0]![0].previous!.failures[0]).toMatchObject({
      frame: 4,
      message: 'no "dog" was seen in 5 frames',
    });
    expect(boxes.slice(0, 13)).toEqual(Array(13).fill(80));
    expect(boxes.at(-1)).toBe(10);
  });
});

describe('what is no failure', () => {
  it('an answer that was there and is gone', async () => {
    const { segmenter, asked } = setUp(
      plan('twin.objects'),
      async () => better,
      (frame) => (frame < 5 ? still() : []),
    );
    const answers = await answersOf(segmenter.video(drawnSource(60), 'dog'));
    expect(lengths(answers).at(-1)).toBe(0);
    expect(asked).not.toHaveBeenCalled();
  });

  it('everything, where there are fewer than four things', async () => {
    const assumptions: Assumption[] = [{ kind: 'answer-not-everything', seconds: 0.2, share: 0.9 }];
    const four: Squares = [...still(), [10, 50], [80, 10]];
    const few = setUp(plan('twin.objects', { assumptions }), async () => better);
    await answersOf(few.segmenter.video(drawnSource(20), 'dog'));
    expect(few.asked).not.toHaveBeenCalled();
    const all = setUp(
      plan('twin.objects', { assumptions }),
      async () => better,
      () => four,
    );
    await answersOf(all.segmenter.video(drawnSource(20), 'dog'));
    expect(all.asked.mock.calls[0]![0].previous!.failures[0]!.message).toBe(
      '4 of 4 things have been the answer for 0.2 s',
    );
  });
});

describe('a program that fails', () => {
  it('is replaced like any other', async () => {
    const broken = plan('twin.time > 0.1 ? [][0].length : twin.objects', {
      assumptions: [{ kind: 'program-runs' }],
    });
    const { segmenter } = setUp(broken, async () => better);
    const answers = await answersOf(segmenter.video(drawnSource(10), 'dog'));
    expect(lengths(answers)).toEqual([2, 2, 2, 0, 1, 1, 1, 1, 1, 1]);
    expect(answers[4]!.warnings[0]).toMatch(/the program failed: .*; a new plan answers from 0.16 s on/);
  });

  it('is started anew, once, where it only took too long', async () => {
    const slow = plan('twin.objects', { assumptions: [{ kind: 'program-runs' }] });
    const steps: number[] = [];
    const sandbox: ProgramSandbox = {
      open: async () => ({
        step: async ({ i, o }) => {
          steps.push(i);
          if (i >= 2) throw new ProgramError('time-limit', 'too slow');
          return { ids: o.map(({ id }) => id), scores: o.map(() => 1), explanation: [], warnings: [] };
        },
        close: () => {},
      }),
      close: async () => {},
    };
    const { segmenter } = drawnSegmenter(still, [slow], { sandbox });
    const run = segmenter.video(drawnSource(10), 'dog');
    await answersOf(run);
    expect(steps).toEqual([0, 1, 2, 3]);
    expect(run.summary().warnings).toContain(
      '"dog": the program failed: too slow; its program was started anew and answers from 0.12 s on',
    );
  });
});
