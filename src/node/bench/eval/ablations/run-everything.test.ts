import { describe, expect, it } from 'vitest';
import { checkPlan, type PerceptionNode, type PlanNode, planByRules } from '../../../../core/plan/index.ts';
import { classicalSpecialists } from '../../../../core/specialists/classical/index.ts';
import { oracleSpecialists } from '../../../../core/specialists/oracle/index.ts';
import { SpecialistRegistry } from '../../../../core/specialists/registry.ts';
import { specialistCard } from '../../../../core/testing/index.ts';
import { alteredPlanner } from './altered-planner.ts';
import { runEverything } from './run-everything.ts';

const classical = new SpecialistRegistry(classicalSpecialists()).cards();
const oracle = new SpecialistRegistry(oracleSpecialists({ truthAt: () => [] })).cards();
/** A second one for masks, and one that gives what nobody asks for. */
const many = [
  ...classical,
  { ...specialistCard('big-masks', ['masks']), cost: { msPerFrame: 1e4, msPerRegion: 0 } },
  specialistCard('captions', ['captions'], ['masks']),
];

const perception = (nodes: readonly PlanNode[]) =>
  nodes.filter((node): node is PerceptionNode => node.kind === 'perception');

describe('runEverything', () => {
  const queries = ['the red ball', 'the mug left of the nearest box', 'the ball that passes behind the screen'];
  const cases = queries.flatMap((query) =>
    [true, false].flatMap((still) => [classical, oracle, many].map((cards) => ({ query, still, cards }))),
  );

  it.each(cases)('$query, still $still: runs all in every frame, and passes the checks', ({ query, still, cards }) => {
    const request = { query, source: { still, live: false }, specialists: cards };
    const plan = planByRules(request);
    const all = runEverything(plan, request);
    const nodes = perception(all.graph.nodes);
    expect(nodes.map(({ specialist }) => specialist).sort()).toEqual(cards.map(({ id }) => id).sort());
    expect(new Set(nodes.map(({ cadence }) => cadence))).toEqual(new Set(['every-frame']));
    expect(checkPlan(all, cards)).toEqual([]);
    // What the query asks for stays.
    const { specialists: _, graph, ...rest } = all;
    expect(rest).toEqual({ ...plan, specialists: undefined, graph: undefined });
    const thinking = (list: readonly PlanNode[]) =>
      list.filter(({ kind }) => kind !== 'perception').map(({ id, kind, cadence }) => ({ id, kind, cadence }));
    expect(thinking(graph.nodes)).toEqual(thinking(plan.graph.nodes));
  });

  it('listens to those first that a plan would choose', () => {
    const request = { query: 'the red ball', source: { still: false, live: false }, specialists: many };
    const { nodes } = runEverything(planByRules(request), request).graph;
    const masks = perception(nodes).filter(({ gives }) => gives.includes('masks'));
    expect(masks.map(({ specialist }) => specialist)).toEqual(['regions', 'big-masks']);
  });
});

it('changes all plans of a planner, revised ones too', async () => {
  const request = { query: 'the red ball', source: { still: false, live: false }, specialists: classical };
  const plan = planByRules(request);
  const planner = alteredPlanner(
    { id: 'rules', plan: async () => plan, repair: async () => plan, revise: async () => plan },
    (before) => ({ ...before, paraphrase: 'changed' }),
  );
  expect(planner.id).toBe('rules');
  for (const changed of [
    await planner.plan(request),
    await planner.repair!(request, plan, []),
    await planner.revise!(request),
  ])
    expect(changed).toEqual({ ...plan, paraphrase: 'changed' });
  const none = alteredPlanner({ id: 'x', plan: async () => plan, revise: async () => null }, (before) => before);
  expect(await none.revise!(request)).toBeNull();
  expect(none.repair).toBeUndefined();
});
