import type { Cadence, PerceptionNode, Plan, PlanGraph, PlanNode } from '../plan/contract.ts';
import type { Concept } from '../specialists/concept.ts';
import type { Attribute } from '../specialists/contract.ts';

/** Several plans as one graph over one twin: each specialist runs once for all queries, each query has its reasoning node. */
export interface MergedPlans {
  readonly graph: PlanGraph;
  /** Concepts of all queries; ids are unique over all of them. */
  readonly concepts: readonly Concept[];
  /** By query: its concepts (renamed as in `concepts`) and the id of its reasoning node in `graph`. */
  readonly queries: readonly { readonly plan: Plan; readonly concepts: readonly Concept[]; readonly answer: string }[];
}

/** Merges plans that have passed their checks. One plan comes out as it is. */
export function mergePlans(plans: readonly Plan[]): MergedPlans {
  const nodes = new Map<string, PlanNode>();
  const queries = plans.map((plan, q) => {
    const many = plans.length > 1;
    const names = new Map(plan.graph.nodes.map((node) => [node.id, many ? sharedId(node, q) : node.id]));
    for (const node of plan.graph.nodes) addNode(nodes, renamed(node, names));
    const concepts = many ? plan.concepts.map((c) => ({ ...c, id: `q${q + 1}.${c.id}` })) : plan.concepts;
    return { plan, concepts, answer: names.get(plan.graph.answer)! };
  });
  return {
    graph: { nodes: [...nodes.values()], answer: queries[0]?.answer ?? '' },
    concepts: queries.flatMap((query) => query.concepts),
    queries,
  };
}

/** Perception and state nodes are shared; a reasoning node belongs to its query. */
function sharedId(node: PlanNode, query: number): string {
  if (node.kind === 'perception') return node.specialist;
  return node.kind === 'state' ? node.op : `${node.op}-${query + 1}`;
}

function renamed(node: PlanNode, names: ReadonlyMap<string, string>): PlanNode {
  return { ...node, id: names.get(node.id)!, needs: [...new Set(node.needs.map((id) => names.get(id) ?? id))] };
}

function addNode(nodes: Map<string, PlanNode>, node: PlanNode): void {
  const there = nodes.get(node.id);
  if (there === undefined) {
    nodes.set(node.id, node);
    return;
  }
  const both = {
    needs: [...new Set([...there.needs, ...node.needs])],
    cadence: moreOften(there.cadence, node.cadence),
  };
  nodes.set(
    node.id,
    there.kind === 'perception' ? { ...there, ...both, gives: givesOfBoth(there, node) } : { ...there, ...both },
  );
}

function givesOfBoth(a: PerceptionNode, b: PlanNode): Attribute[] {
  return [...new Set([...a.gives, ...(b.kind === 'perception' ? b.gives : [])])];
}

const cadences: readonly Cadence[] = ['on-demand', 'on-change', 'key-frames', 'every-frame'];

function moreOften(a: Cadence, b: Cadence): Cadence {
  return cadences.indexOf(a) > cadences.indexOf(b) ? a : b;
}
