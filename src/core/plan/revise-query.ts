import { throwIfAborted } from '../base/abort.ts';
import { checkPlan } from './check-plan.ts';
import type { AssumptionFailure, Plan, Planner, PlanRequest } from './contract.ts';

/**
 * A plan that is better than one which did not hold on the stream; null when the planner has none: it cannot revise,
 * gives the same plan again, fails, or gives one that does not pass its checks. The old plan goes on then.
 * @throws only when the signal is aborted
 */
export async function reviseQuery(
  request: Omit<PlanRequest, 'previous'>,
  plan: Plan,
  failures: readonly AssumptionFailure[],
  { planner, signal }: { planner: Planner; signal?: AbortSignal | undefined },
): Promise<Plan | null> {
  if (planner.revise === undefined) return null;
  const revised = await attempt(() => planner.revise!({ ...request, previous: { plan, failures } }, signal), signal);
  if (revised === null || isSame(revised, plan)) return null;
  const faults = checkPlan(revised, request.specialists).filter(({ severity }) => severity === 'error');
  return faults.length === 0 ? revised : null;
}

async function attempt(revise: () => Promise<Plan | null>, signal?: AbortSignal): Promise<Plan | null> {
  try {
    return await revise();
  } catch {
    throwIfAborted(signal);
    return null;
  }
}

/** The same program over the same graph and concepts answers the same, whatever else a plan says. */
function isSame(a: Plan, b: Plan): boolean {
  const deciding = ({ program, graph, concepts }: Plan) => JSON.stringify([program, graph, concepts]);
  return deciding(a) === deciding(b);
}
