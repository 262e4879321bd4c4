import { describe, expect, it } from 'vitest';
import type { Plan, PlanNode, Planner } from '../plan/contract.ts';
import type { ProgramSandbox } from '../reason/contract.ts';
import type { Observation } from '../specialists/contract.ts';
import { SpecialistRegistry } from '../specialists/registry.ts';
import { drawnMask, plainConcept, plainFrame, RecordedSource, RecordedSpecialist } from '../testing/index.ts';
import type { TwinFrame } from '../twin/program-frame.ts';
import type { FrameAnswer } from './answer.ts';
import { Segmenter } from './segmenter.ts';

const ball = drawnMask(`
  ........
  .##.....
  .##.....
  ........`);
const cube = drawnMask(`
  .....##.
  .....##.
  ........
  ........`);
const frame = (index: number) => plainFrame(index, { width: 8, height: 4 });
const source = (frames: number, kind: 'video' | 'image' = 'video') =>
  new RecordedSource(frames, frame, { width: 8, height: 4, kind });

const see: PlanNode = {
  id: 'segment',
  kind: 'perception',
  specialist: 'eyes',
  gives: ['masks'],
  needs: [],
  cadence: 'key-frames',
};
const describeNode: PlanNode = {
  id: 'describe',
  kind: 'perception',
  specialist: 'painter',
  gives: ['appearance'],
  needs: ['segment'],
  cadence: 'key-frames',
};
const track: PlanNode = { id: 'track', kind: 'state', op: 'track', needs: ['segment'], cadence: 'every-frame' };
const select: PlanNode = { id: 'select', kind: 'reasoning', op: 'program', needs: ['track'], cadence: 'every-frame' };

const planFor = (query: string): Plan => ({
  version: 1,
  query,
  kinds: ['spatial'],
  granularity: 'object',
  concepts: [plainConcept({ phrase: query })],
  specialists: [{ id: 'eyes', attributes: ['masks'], reason: 'to see' }],
  graph: { nodes: [see, track, select], answer: 'select' },
  paraphrase: query,
  program: query,
  unchecked: [],
  planner: 'test',
});

const planner: Planner = { id: 'test', plan: async ({ query }) => planFor(query) };

/** Programs are names of rules: `left` picks what lies left of the middle, `fails-at-2` breaks there. */
const sandbox: ProgramSandbox = {
  open: async (program) => ({
    step: async (twin: TwinFrame) => {
      if (program === 'fails-at-2' && twin.i === 2) throw new Error('out of words');
      const ids = twin.o.filter(({ c }) => (program === 'left' ? c[0] < 4 : c[0] > 4)).map(({ id }) => id);
      return { ids, scores: ids.map(() => 0.9), explanation: [], warnings: [] };
    },
    close: () => {},
  }),
  close: async () => {},
};

function setUp(
  look: (index: number) => Observation = () => ({
    detections: [
      { mask: ball, score: 0.95 },
      { mask: cube, score: 0.95 },
    ],
  }),
) {
  const eyes = new RecordedSpecialist('eyes', ['masks'], (given) => look(given.index));
  const painter = new RecordedSpecialist('painter', ['appearance'], (_, request) => ({
    appearance: request.regions.map(() => null),
  }));
  const specialists = new SpecialistRegistry();
  specialists.register(eyes);
  specialists.register(painter);
  return { eyes, painter, segmenter: new Segmenter({ specialists, planner, sandbox }) };
}

async function collect(run: AsyncIterable<FrameAnswer>): Promise<FrameAnswer[]> {
  const answers: FrameAnswer[] = [];
  for await (const answer of run) answers.push(answer);
  return answers;
}

describe('video', () => {
  it('answers frame t before frame t + 1 is asked for', async () => {
    const frames = source(5);
    let answered = 0;
    for await (const answer of setUp().segmenter.video(frames, 'left')) {
      expect(answer.index).toBe(answered++);
      expect(frames.asked).toHaveLength(answered);
    }
    expect(answered).toBe(5);
    expect(frames.closed).toBe(true);
  });

  it('opens nothing before it is asked, and frees everything when the loop is left', async () => {
    const { segmenter, eyes } = setUp();
    const frames = source(9);
    const run = segmenter.video(frames, 'left');
    expect(frames.asked).toEqual([]);
    for await (const answer of run) if (answer.index === 1) break;
    expect(frames.closed).toBe(true);
    expect(eyes.openSessions).toBe(0);
    expect(frames.asked).toEqual([0, 1]);
  });

  it('lends each frame until the next answer is asked for', async () => {
    const answers = await collect(setUp().segmenter.video(source(2), 'left'));
    for (const { frame: lent } of answers) expect(lent.closed).toBe(true);
  });

  it('runs dear specialists on key frames only, others not at all, and says what that saved', async () => {
    const { segmenter, eyes, painter } = setUp();
    const run = segmenter.video(source(7), 'left', { keyFrameInterval: 3 });
    const answers = await collect(run);
    expect(eyes.calls.map((call) => call.frame)).toEqual([0, 3, 6]);
    expect(painter.calls).toEqual([]);
    expect(painter.loads).toBe(0);
    expect(answers.map(({ trace }) => trace.nodes[0]!.status)).toEqual([
      'ran',
      'skipped',
      'skipped',
      'ran',
      'skipped',
      'skipped',
      'ran',
    ]);
    expect(run.summary().usage).toMatchObject({
      frames: 7,
      keyFrames: 3,
      specialistCalls: { eyes: 3 },
      alwaysOnCalls: 14,
    });
  });

  it('keeps the answer between key frames, with the same id', async () => {
    const answers = await collect(setUp().segmenter.video(source(5), 'left'));
    const ids = answers.map(({ objects }) => objects.map(({ id }) => id));
    expect(ids[0]).toHaveLength(1);
    for (const later of ids) expect(later).toEqual(ids[0]);
    expect(answers[1]!.objects[0]!.mask.runs).toEqual(ball.runs);
    expect(answers.map(({ answers: [own] }) => own!.changed)).toEqual([true, false, false, false, false]);
  });

  it('answers several queries over one twin: each specialist runs once for all', async () => {
    const { segmenter, eyes } = setUp();
    const [first] = await collect(segmenter.video(source(1), ['left', 'right']));
    expect(eyes.calls).toHaveLength(1);
    expect(first!.answers.map(({ objects }) => objects[0]!.bbox)).toEqual([
      [1, 1, 2, 2],
      [5, 0, 2, 2],
    ]);
  });

  it('goes on with a warning when a program breaks', async () => {
    const answers = await collect(setUp().segmenter.video(source(4), ['fails-at-2', 'left']));
    expect(answers.map(({ answers: [own] }) => own!.objects.length)).toEqual([1, 1, 0, 0]);
    expect(answers[2]!.warnings.join()).toMatch(/program stopped at frame 2: out of words/);
    expect(answers[3]!.warnings).toEqual([]);
    expect(answers[3]!.answers[1]!.objects).toHaveLength(1);
  });

  it('goes on without a specialist that fails, and says so once', async () => {
    const { segmenter } = setUp((index) => {
      if (index > 0) throw new Error('lens cap');
      return { detections: [{ mask: ball, score: 0.95 }] };
    });
    const answers = await collect(segmenter.video(source(7), 'left'));
    expect(answers.map(({ objects }) => objects.length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(answers.flatMap(({ warnings }) => warnings)).toEqual(['eyes failed: lens cap']);
  });

  it('stops at an abort and closes what it opened', async () => {
    const { segmenter, eyes } = setUp();
    const controller = new AbortController();
    const frames = source(9);
    const seen: number[] = [];
    const loop = (async () => {
      for await (const { index } of segmenter.video(frames, 'left', { signal: controller.signal })) {
        seen.push(index);
        if (index === 2) controller.abort();
      }
    })();
    await expect(loop).rejects.toThrow(/abort/i);
    expect(seen).toEqual([0, 1, 2]);
    expect(frames.closed).toBe(true);
    expect(eyes.openSessions).toBe(0);
  });

  it('can be iterated once', async () => {
    const run = setUp().segmenter.video(source(1), 'left');
    await collect(run);
    await expect(collect(run)).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('image', () => {
  it('answers the first frame and hands it over', async () => {
    const frames = source(1, 'image');
    const answer = await setUp().segmenter.image(frames, 'left');
    expect(answer.objects[0]!.bbox).toEqual([1, 1, 2, 2]);
    expect(answer.frame.closed).toBe(false);
    expect(answer.plans[0]!.query).toBe('left');
    expect(frames.closed).toBe(true);
    answer.frame.close();
  });

  it('says so when there is no picture', async () => {
    await expect(setUp().segmenter.image(source(0, 'image'), 'left')).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('what is asked for', () => {
  it.each([
    ['an empty query', '  ', 'bad-input'],
    ['an endless query', 'x'.repeat(2001), 'bad-input'],
  ])('%s is refused before anything is opened', async (_, query, code) => {
    await expect(setUp().segmenter.plan(query, { still: true, live: false })).rejects.toMatchObject({ code });
  });

  it('refuses a specialist that is not there', async () => {
    await expect(
      setUp().segmenter.plan('left', { still: true, live: false }, { use: ['sam-900'] }),
    ).rejects.toMatchObject({ code: 'missing' });
  });
});

describe('unused nodes', () => {
  it('a plan that asks for appearance gets it, for the regions just seen', async () => {
    const { segmenter, painter } = setUp();
    const plan = {
      ...planFor('left'),
      graph: { nodes: [see, describeNode, { ...track, needs: ['segment', 'describe'] }, select], answer: 'select' },
    };
    painter.calls.length = 0;
    const [answer] = await collect(segmenter.video(source(1), 'left', { plans: [plan] }));
    expect(painter.calls.map(({ request }) => request.regions.length)).toEqual([2]);
    expect(answer!.trace.nodes.map(({ id, status }) => [id, status])).toContainEqual(['describe', 'ran']);
  });
});
