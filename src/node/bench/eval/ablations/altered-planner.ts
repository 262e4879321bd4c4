import type { Planner } from '../../../../core/plan/index.ts';
import type { AblationChanges } from './contract.ts';

/** A planner whose plans are changed: those that it begins with, repairs and revises. */
export function alteredPlanner(planner: Planner, change: NonNullable<AblationChanges['plan']>): Planner {
  const { repair, revise } = planner;
  return {
    id: planner.id,
    plan: async (request, signal) => change(await planner.plan(request, signal), request),
    ...(repair && {
      repair: async (request, plan, issues, signal) =>
        change(await repair.call(planner, request, plan, issues, signal), request),
    }),
    ...(revise && {
      revise: async (request, signal) => {
        const plan = await revise.call(planner, request, signal);
        return plan === null ? null : change(plan, request);
      },
    }),
  };
}
