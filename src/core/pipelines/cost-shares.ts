import type { Plan, PlanNode } from '../plan/contract.ts';
import type { NodeReport } from '../plan/executor/events.ts';
import type { QueryCost } from './answer.ts';

/** A query that shares in the work of a frame. */
export interface Sharer {
  readonly id: number;
  readonly plan: Plan;
  /** Its reasoning node in the merged graph. */
  readonly answer: string;
}

/**
 * What each query has to bear of a frame's work: time and calls of a specialist or of the twin are split evenly among the
 * queries whose own plans need it, a program is its query's alone. The shares sum to the whole.
 *
 * @param reports aligned with `nodes`, the merged graph
 * @returns by query id
 */
export function costShares(
  nodes: readonly PlanNode[],
  reports: readonly NodeReport[],
  sharers: readonly Sharer[],
): ReadonlyMap<number, QueryCost> {
  const costs = new Map(sharers.map(({ id }) => [id, { calls: {} as Record<string, number>, ms: 0 }]));
  nodes.forEach((node, i) => {
    const { ms, tries } = reports[i]!;
    if (tries === 0) return;
    const needing = sharers.filter((sharer) => needs(sharer, node));
    for (const { id } of needing) {
      const cost = costs.get(id)!;
      cost.ms += ms / needing.length;
      if (node.kind === 'perception')
        cost.calls[node.specialist] = (cost.calls[node.specialist] ?? 0) + tries / needing.length;
    }
  });
  return costs;
}

function needs({ plan, answer }: Sharer, node: PlanNode): boolean {
  if (node.kind === 'reasoning') return node.id === answer;
  return plan.graph.nodes.some((own) => {
    if (own.kind === 'perception') return node.kind === 'perception' && own.specialist === node.specialist;
    return own.kind === 'state' && node.kind === 'state' && own.op === node.op;
  });
}
