import { isAbort, throwIfAborted } from '../base/abort.ts';
import { InputError, TwinsegError, toError } from '../base/errors.ts';
import { formatIssue, type Issue, issue } from '../base/issues.ts';
import { checkPlan } from './check-plan.ts';
import type { Plan, Planner, PlanRequest } from './contract.ts';

/** Who plans. */
export interface PlanQueryOptions {
  readonly planner: Planner;
  /** Takes over when `planner` fails twice; the rule planner, as a rule. */
  readonly fallback?: Planner;
  readonly signal?: AbortSignal | undefined;
}

/** A checked plan and what went wrong on the way to it. */
export interface PlannedQuery {
  readonly plan: Plan;
  /** What went wrong on the way, for the user. */
  readonly warnings: readonly string[];
}

type Attempt =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly written: unknown; readonly issues: readonly Issue[] };

/**
 * A checked plan for a query: asks the planner; a plan that fails its checks goes back to it once with the issues;
 * after that the fallback plans, with a warning.
 * @throws InputError for a blank query, TwinsegError `bad-plan` when no planner gives a plan that can run
 */
export async function planQuery(
  request: PlanRequest,
  { planner, fallback, signal }: PlanQueryOptions,
): Promise<PlannedQuery> {
  if (request.query.trim() === '')
    throw new InputError('the query is empty', { remedy: 'Say what to look for, such as "the red ball".' });
  const first = await attempt(() => planner.plan(request, signal), request, signal);
  if (first.ok) return { plan: first.plan, warnings: [] };
  const second = await repaired(planner, request, first, signal);
  if (second.ok)
    return {
      plan: second.plan,
      warnings: [`the plan of ${planner.id} was repaired by it: ${listIssues(first.issues)}`],
    };
  if (fallback === undefined || fallback.id === planner.id) throw badPlan(planner, second.issues);
  const last = await attempt(() => fallback.plan(request, signal), request, signal);
  if (!last.ok) throw badPlan(fallback, last.issues);
  return {
    plan: last.plan,
    warnings: [
      `the plan of ${planner.id} could not be used, planned by ${fallback.id} instead: ${listIssues(second.issues)}`,
    ],
  };
}

async function repaired(
  planner: Planner,
  request: PlanRequest,
  first: Attempt & { ok: false },
  signal?: AbortSignal,
): Promise<Attempt> {
  const { repair } = planner;
  if (repair === undefined) return first;
  return attempt(() => repair.call(planner, request, first.written, first.issues, signal), request, signal);
}

/** A planner that throws has failed like one whose plan is bad; only an abort ends everything. */
async function attempt(write: () => Promise<Plan>, request: PlanRequest, signal?: AbortSignal): Promise<Attempt> {
  throwIfAborted(signal);
  let written: Plan;
  try {
    written = await write();
  } catch (thrown) {
    throwIfAborted(signal);
    if (isAbort(thrown)) throw thrown;
    return { ok: false, written: null, issues: [issue('planner-failed', [], toError(thrown).message)] };
  }
  const issues = checkPlan(written, request.specialists).filter((i) => i.severity === 'error');
  return issues.length === 0 ? { ok: true, plan: written } : { ok: false, written, issues };
}

function badPlan(planner: Planner, issues: readonly Issue[]): TwinsegError {
  return new TwinsegError('bad-plan', `the plan of ${planner.id} does not pass its checks: ${listIssues(issues)}`, {
    remedy: 'Check that the specialists together provide masks (twinseg doctor lists them).',
    details: { issues },
  });
}

function listIssues(issues: readonly Issue[]): string {
  const shown = issues.slice(0, 5).map(formatIssue).join('; ');
  return issues.length > 5 ? `${shown}; and ${issues.length - 5} more` : shown;
}
