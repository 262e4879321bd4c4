import { describe, expect, it } from 'vitest';
import type { Plan, Planner, PlanRequest } from './contract.ts';
import { planQuery } from './plan-query.ts';
import { planByRules, rulePlanner } from './rules/rule-planner.ts';

const request: PlanRequest = {
  query: 'the red thing',
  source: { still: true, live: false },
  specialists: [
    { id: 'regions', summary: '', provides: ['masks'], needs: [], cost: { msPerFrame: 1, msPerRegion: 0 }, cannot: [] },
    {
      id: 'looks',
      summary: '',
      provides: ['appearance'],
      needs: ['masks'],
      cost: { msPerFrame: 1, msPerRegion: 0 },
      cannot: [],
    },
  ],
};
const good = planByRules(request);
const bad = { ...good, concepts: [] } as Plan;
const fallback = rulePlanner();

/** A planner that says these plans one after the other and remembers what it was told. */
function scripted(...plans: (Plan | Error)[]): Planner & { readonly told: string[] } {
  const told: string[] = [];
  const next = async () => {
    const plan = plans.shift();
    if (plan === undefined || plan instanceof Error) throw plan ?? new Error('nothing left to say');
    return plan;
  };
  return {
    id: 'scripted',
    told,
    plan: next,
    repair: async (_, __, issues) => {
      told.push(...issues.map((i) => i.code));
      return next();
    },
  };
}

describe('planQuery', () => {
  it('takes a good plan as it is', async () => {
    const { plan, warnings } = await planQuery(request, { planner: scripted(good), fallback });
    expect([plan, warnings]).toEqual([good, []]);
  });

  it('sends a bad plan back once, with its faults', async () => {
    const planner = scripted(bad, good);
    const { plan, warnings } = await planQuery(request, { planner, fallback });
    expect(plan).toBe(good);
    expect(planner.told).toEqual(['bad-form']);
    expect(warnings[0]).toContain('repaired');
  });

  it.each([
    ['a second bad plan', scripted(bad, bad)],
    ['a planner that throws', scripted(new Error('no network'), new Error('no network'))],
    ['a planner without repair', { id: 'once', plan: async () => bad } satisfies Planner],
  ])('falls back to the rules after %s, with a warning', async (_, planner) => {
    const { plan, warnings } = await planQuery(request, { planner, fallback });
    expect(plan.planner).toBe('rules');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('planned by rules instead');
  });

  it('says so when nobody can plan', async () => {
    const noMasks = { ...request, specialists: [] };
    await expect(planQuery(noMasks, { planner: fallback })).rejects.toMatchObject({ code: 'bad-plan' });
    await expect(planQuery(request, { planner: scripted(bad, bad) })).rejects.toMatchObject({ code: 'bad-plan' });
  });

  it('refuses a blank query and stops when told to', async () => {
    await expect(planQuery({ ...request, query: ' ' }, { planner: fallback })).rejects.toMatchObject({
      code: 'bad-input',
    });
    const signal = AbortSignal.abort();
    await expect(planQuery(request, { planner: scripted(bad, good), fallback, signal })).rejects.toThrow('aborted');
  });
});
