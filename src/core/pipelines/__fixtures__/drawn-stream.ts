import { maskFromBitmap } from '../../masks/index.ts';
import type { Mask } from '../../masks/mask.ts';
import type { Assumption, Plan, PlanNode, Planner } from '../../plan/contract.ts';
import type { ProgramSandbox } from '../../reason/contract.ts';
import { inProcessSession } from '../../reason/index.ts';
import { SpecialistRegistry } from '../../specialists/registry.ts';
import { plainConcept, plainFrame, RecordedSource, RecordedSpecialist } from '../../testing/index.ts';
import type { FrameAnswer } from '../answer.ts';
import { Segmenter } from '../segmenter.ts';

/** Where the left upper corners of 10 x 10 px squares are in a frame. */
export type Squares = readonly (readonly [x: number, y: number])[];

const [width, height] = [120, 80];

/** A source of 25 frames a second in which there is nothing to see: what is seen is up to the specialist. */
export const drawnSource = (frames: number, info: { kind?: 'video' | 'live' } = {}) =>
  new RecordedSource(frames, (index) => plainFrame(index, { width, height }), { width, height, ...info });

const see: PlanNode = {
  id: 'segment',
  kind: 'perception',
  specialist: 'eyes',
  gives: ['masks'],
  needs: [],
  cadence: 'key-frames',
};
const paint: PlanNode = { ...see, id: 'describe', specialist: 'painter', gives: ['appearance'], needs: ['segment'] };
const track = (...needs: string[]): PlanNode => ({
  id: 'track',
  kind: 'state',
  op: 'track',
  needs,
  cadence: 'every-frame',
});
const relate: PlanNode = { id: 'relate', kind: 'state', op: 'relate', needs: ['track'], cadence: 'every-frame' };
const select = (need: string): PlanNode => ({
  id: 'select',
  kind: 'reasoning',
  op: 'program',
  needs: [need],
  cadence: 'every-frame',
});

/** What a plan of the fixture needs besides masks, and what it assumes. */
export interface PlanNeeds {
  readonly paint?: boolean;
  readonly relate?: boolean;
  readonly assumptions?: readonly Assumption[];
  readonly kinds?: Plan['kinds'];
  readonly planner?: string;
}

/** A plan whose program is `return BODY;`. */
export function drawnPlan(query: string, body: string, needs: PlanNeeds = {}): Plan {
  const perception = needs.paint === true ? [see, paint] : [see];
  const nodes = [
    ...perception,
    track(...perception.map(({ id }) => id)),
    ...(needs.relate === true ? [relate] : []),
    select(needs.relate === true ? 'relate' : 'track'),
  ];
  return {
    version: 1,
    query,
    kinds: needs.kinds ?? ['spatial'],
    granularity: 'object',
    concepts: [plainConcept({ phrase: query })],
    specialists: perception.map((node) =>
      node.kind === 'perception'
        ? { id: node.specialist, attributes: node.gives, reason: 'to see' }
        : { id: '', attributes: [], reason: '' },
    ),
    graph: { nodes, answer: 'select' },
    paraphrase: query,
    program: `function select(twin) { return ${body}; }`,
    unchecked: [],
    ...(needs.assumptions === undefined ? {} : { assumptions: needs.assumptions }),
    planner: needs.planner ?? 'test',
  };
}

/** Programs as they are, run in this process. */
const inProcess: ProgramSandbox = {
  open: async (program, options = {}) =>
    inProcessSession(program, {
      hysteresisSeconds: options.hysteresisSeconds ?? 0.2,
      explain: options.explain ?? 'each-frame',
    }),
  close: async () => {},
};

/** A Segmenter that sees the squares and plans by a table: query -> plan. */
export function drawnSegmenter(
  squaresAt: (frame: number) => Squares,
  plans: readonly Plan[],
  more: Partial<Planner> & { fits?: (frame: number) => number; sandbox?: ProgramSandbox } = {},
) {
  const { fits, sandbox = inProcess, ...planning } = more;
  const eyes = new RecordedSpecialist('eyes', ['masks'], ({ index }, { concepts }) => ({
    detections: squaresAt(index).map(([x, y]) => ({
      mask: square(x, y),
      score: 0.95,
      ...(fits === undefined ? {} : { concepts: Object.fromEntries(concepts.map(({ id }) => [id, fits(index)])) }),
    })),
  }));
  const painter = new RecordedSpecialist('painter', ['appearance'], (_, { regions }) => ({
    appearance: regions.map(() => null),
  }));
  const planner: Planner = {
    id: 'test',
    plan: async ({ query }) => plans.find((plan) => plan.query === query)!,
    ...planning,
  };
  const segmenter = new Segmenter({ specialists: new SpecialistRegistry([eyes, painter]), planner, sandbox });
  return { eyes, painter, segmenter };
}

function square(x0: number, y0: number): Mask {
  const bitmap = new Uint8Array(width * height);
  for (let y = y0; y < y0 + 10; y++) bitmap.fill(1, y * width + x0, y * width + x0 + 10);
  return maskFromBitmap(bitmap, [height, width]);
}

/** All answers, without their frames. */
export async function answersOf(run: AsyncIterable<FrameAnswer>): Promise<FrameAnswer[]> {
  const answers: FrameAnswer[] = [];
  for await (const answer of run) answers.push(answer);
  return answers;
}
