import {
  buildGraph,
  type PerceptionNode,
  type Plan,
  type PlanNode,
  type PlanRequest,
} from '../../../../core/plan/index.ts';
import type { SpecialistCard } from '../../../../core/specialists/contract.ts';

/**
 * The plan with every specialist at hand in every frame. What the query asks of the twin and of the program stays, so
 * that nothing but the choice of specialists differs. One that gives nothing that is not given already runs too, and
 * is not listened to.
 */
export function runEverything(plan: Plan, { query, source, specialists: cards }: Omit<PlanRequest, 'previous'>): Plan {
  const all = { labels: true, appearance: true, depth: true, pixelRelations: false };
  const built = buildGraph(all, { query, source, specialists: cards });
  const useful = built.graph.nodes.filter(isPerception).map((node) => ({ ...node, cadence: 'every-frame' as const }));
  const listed = new Set(useful.map(({ specialist }) => specialist));
  const extra = cards.filter(({ id }) => !listed.has(id)).map((card) => extraNode(card, useful));
  const perception = [...useful, ...extra];
  const others = plan.graph.nodes.filter((node) => !isPerception(node));
  return {
    ...plan,
    specialists: [
      ...built.specialists,
      ...extra.map(({ specialist: id, gives: attributes }) => ({ id, attributes, reason: 'everything runs' })),
    ],
    graph: { ...plan.graph, nodes: [...perception, ...others.map((node) => fedBy(node, perception))] },
  };
}

const isPerception = (node: PlanNode): node is PerceptionNode => node.kind === 'perception';

/** Behind those that give what it needs; behind all others in the list too, so that these are listened to first. */
function extraNode({ id, provides, needs }: SpecialistCard, useful: readonly PerceptionNode[]): PerceptionNode {
  const givers = useful.filter(({ gives }) => needs.some((need) => gives.includes(need)));
  return {
    kind: 'perception',
    id: `extra-${id}`,
    specialist: id,
    gives: provides,
    needs: givers.map((node) => node.id),
    cadence: 'every-frame',
  };
}

/** The twin waits for all of perception. */
const fedBy = (node: PlanNode, perception: readonly PerceptionNode[]): PlanNode =>
  node.kind === 'state' && node.op === 'track' ? { ...node, needs: perception.map(({ id }) => id) } : node;
