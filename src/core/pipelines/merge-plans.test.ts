import { describe, expect, it } from 'vitest';
import type { Plan, PlanNode } from '../plan/contract.ts';
import { mergePlans } from './merge-plans.ts';

const concept = {
  id: 'c1',
  phrase: 'mug',
  role: 'target',
  synonyms: [],
  sort: 'container',
  count: 'one',
} as unknown as Plan['concepts'][number];

function plan(query: string, nodes: readonly PlanNode[]): Plan {
  return {
    version: 1,
    query,
    kinds: ['semantic'],
    granularity: 'object',
    concepts: [concept],
    specialists: [],
    graph: { nodes, answer: 'select' },
    paraphrase: query,
    unchecked: [],
    planner: 'test',
  };
}

const see: PlanNode = {
  id: 'see',
  kind: 'perception',
  specialist: 'regions',
  gives: ['masks'],
  needs: [],
  cadence: 'key-frames',
};
const seeMore: PlanNode = { ...see, id: 'look', gives: ['masks', 'boxes'], cadence: 'every-frame' };
const depth: PlanNode = {
  id: 'far',
  kind: 'perception',
  specialist: 'depth',
  gives: ['depth'],
  needs: ['look'],
  cadence: 'key-frames',
};
const track = (...needs: string[]): PlanNode => ({
  id: 'track',
  kind: 'state',
  op: 'track',
  needs,
  cadence: 'every-frame',
});
const select: PlanNode = { id: 'select', kind: 'reasoning', op: 'program', needs: ['track'], cadence: 'every-frame' };

describe('mergePlans', () => {
  it('leaves a single plan as it is', () => {
    const one = plan('a', [see, track('see'), select]);
    const merged = mergePlans([{ id: 4, plan: one, prefix: '' }]);
    expect(merged.graph).toEqual(one.graph);
    expect(merged.concepts).toEqual(one.concepts);
    expect(merged.queries).toEqual([{ id: 4, answer: 'select' }]);
  });

  it('runs a shared specialist once, as often as the query that needs it most, and keeps one reasoning node a query', () => {
    const merged = mergePlans([
      { id: 0, plan: plan('a', [see, track('see'), select]), prefix: '' },
      { id: 1, plan: plan('b', [seeMore, depth, track('look', 'far'), select]), prefix: 'q2.' },
    ]);
    expect(merged.graph.nodes.map(({ id }) => id)).toEqual(['regions', 'track', 'program-1', 'depth', 'program-2']);
    expect(merged.graph.nodes[0]).toMatchObject({ gives: ['masks', 'boxes'], cadence: 'every-frame' });
    expect(merged.graph.nodes[1]).toMatchObject({ needs: ['regions', 'depth'] });
    expect(merged.queries.map(({ answer }) => answer)).toEqual(['program-1', 'program-2']);
  });

  it('keeps the concepts of the queries apart', () => {
    const one = plan('a', [see, track('see'), select]);
    const merged = mergePlans([
      { id: 0, plan: one, prefix: '' },
      { id: 7, plan: one, prefix: 'q8.' },
    ]);
    expect(merged.concepts.map(({ id }) => id)).toEqual(['c1', 'q8.c1']);
    expect(merged.queries.map(({ answer }) => answer)).toEqual(['program-1', 'program-8']);
  });

  it('asks for nothing when there is nothing to ask', () => {
    expect(mergePlans([])).toEqual({ graph: { nodes: [], answer: '' }, concepts: [], queries: [] });
  });
});
