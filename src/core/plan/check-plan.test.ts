import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specialistCard } from '../testing/index.ts';
import { checkPlan } from './check-plan.ts';
import type { Plan, PlanNode } from './contract.ts';
import { parsePlan } from './plan-schema.ts';
import { planByRules } from './rules/rule-planner.ts';

const cards = [
  specialistCard('regions', ['masks', 'boxes']),
  specialistCard('looks', ['appearance'], ['masks']),
  specialistCard('flow', ['motion']),
];
const good = planByRules({
  query: 'the red ball on the table',
  source: { still: false, live: false },
  specialists: cards,
});

const withNodes = (change: (nodes: PlanNode[]) => PlanNode[]): Plan => ({
  ...good,
  graph: { ...good.graph, nodes: change([...good.graph.nodes]) },
});
const changed = (id: string, change: Record<string, unknown>) =>
  withNodes((nodes) => nodes.map((node) => (node.id === id ? ({ ...node, ...change } as PlanNode) : node)));

describe('checkPlan', () => {
  it('finds no fault in a good plan', () => expect(checkPlan(good, cards)).toEqual([]));

  it.each<[string, unknown, string]>([
    ['no object', null, 'bad-form'],
    ['an unknown key', { ...good, extra: 1 }, 'bad-form'],
    ['no concepts', { ...good, concepts: [] }, 'bad-form'],
    ['a blank concept', { ...good, concepts: [{ ...good.concepts[0], phrase: '  ' }] }, 'empty-concept'],
    ['no target', { ...good, concepts: good.concepts.map((c) => ({ ...c, role: 'reference' })) }, 'no-target'],
    ['a colour that is none', { ...good, concepts: [{ ...good.concepts[0], colors: ['mauve'] }] }, 'bad-form'],
    ['a program too long', { ...good, program: 'x'.repeat(30_000) }, 'bad-form'],
    ['two nodes of one name', withNodes((nodes) => [...nodes, nodes[0] as PlanNode]), 'duplicate-id'],
    ['a need of nothing', changed('track', { needs: ['segment', 'nothing'] }), 'unknown-node'],
    ['a ring', changed('segment', { needs: ['select'] }), 'ring'],
    ['a node that needs itself', changed('segment', { needs: ['segment'] }), 'ring'],
    ['an unknown specialist', changed('segment', { specialist: 'sam9' }), 'unknown-specialist'],
    ['an attribute that it does not give', changed('segment', { gives: ['masks', 'labels'] }), 'cannot-give'],
    ['an attribute used before it is given', changed('describe', { needs: [] }), 'missing-attribute'],
    ['tracking without masks', changed('track', { needs: ['motion'] }), 'no-masks'],
    ['relating without tracks', changed('relate', { needs: [] }), 'no-tracks'],
    ['a program over nothing', changed('select', { needs: ['segment'] }), 'nothing-to-reason-over'],
    [
      'an assumption about no concept',
      { ...good, assumptions: [{ kind: 'concept-seen', concept: 'c99', within: 5 }] },
      'unknown-concept',
    ],
    ['an assumption that is none', { ...good, assumptions: [{ kind: 'hope' }] }, 'bad-form'],
    ['an answer that does not exist', { ...good, graph: { ...good.graph, answer: 'nobody' } }, 'unknown-node'],
    ['an answer that does not reason', { ...good, graph: { ...good.graph, answer: 'track' } }, 'bad-answer'],
    ['a program node without a program', { ...good, program: undefined }, 'no-program'],
    [
      'a specialist that no node runs',
      { ...good, specialists: [...good.specialists, { id: 'x', attributes: ['depth'], reason: 'r' }] },
      'unused-specialist',
    ],
  ])('%s', (_, plan, code) => expect(checkPlan(plan, cards).map((i) => i.code)).toContain(code));

  it('says where', () => {
    const [issue] = checkPlan(changed('segment', { specialist: 'sam9' }), cards).filter(
      (i) => i.code === 'unknown-specialist',
    );
    expect(issue?.message).toBe('no specialist "sam9"; there are: regions, looks, flow');
    expect(issue?.path.slice(0, 2)).toEqual(['graph', 'nodes']);
  });
});

describe('hostile plans', () => {
  const junk = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, Number.NaN, -1, '', [], {}, 'track', 'select', '__proto__', 10 ** 400),
    fc.string({ maxLength: 20 }),
    fc.jsonValue({ maxDepth: 2 }),
  );

  /** Puts a value at a place of a copy of the plan that the numbers choose. */
  function mutate(plan: unknown, way: readonly number[], value: unknown): unknown {
    const [turn, ...rest] = way;
    if (turn === undefined || typeof plan !== 'object' || plan === null) return value;
    const keys = Object.keys(plan);
    const key = keys[turn % Math.max(keys.length, 1)];
    if (key === undefined) return value;
    const changedValue = mutate((plan as Record<string, unknown>)[key], rest, value);
    return Array.isArray(plan)
      ? plan.map((old, i) => (String(i) === key ? changedValue : old))
      : { ...plan, [key]: changedValue };
  }

  it('never throw, and only good ones pass (10,000 mutations)', () => {
    const way = fc.array(fc.nat(30), { minLength: 1, maxLength: 5 });
    const mutation = fc.array(fc.tuple(way, junk), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(mutation, (changes) => {
        const plan = changes.reduce<unknown>((all, [where, value]) => mutate(all, where, value), good);
        const parsed = parsePlan(plan);
        const issues = checkPlan(plan, cards);
        if (!parsed.ok) expect(issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 10_000, seed: 11 },
    );
  });

  it('throw not even where reading them does', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(parsePlan(trap).ok).toBe(false);
    expect(checkPlan(trap, cards)).toHaveLength(1);
  });
});
