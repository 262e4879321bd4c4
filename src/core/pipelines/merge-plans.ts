import type { Cadence, PerceptionNode, Plan, PlanGraph, PlanNode } from '../plan/contract.ts';
import type { Concept } from '../specialists/concept.ts';
import type { Attribute } from '../specialists/contract.ts';

/** A query's plan, to be merged with others. */
export interface PlanToMerge {
  /** The query's number; its reasoning node and its concepts are named by it. */
  readonly id: number;
  readonly plan: Plan;
  /** Put before the ids of its concepts, so that they are unique over all queries, earlier ones too. */
  readonly prefix: string;
}

/** Several plans as one graph over one twin: each specialist runs once for all queries, each query has its reasoning node. */
export interface MergedPlans {
  readonly graph: PlanGraph;
  /** Concepts of all queries; ids are unique over all of them. */
  readonly concepts: readonly Concept[];
  /** In the order given: the query's number and the id of its reasoning node in `graph`. */
  readonly queries: readonly { readonly id: number; readonly answer: string }[];
}

/** Merges plans that have passed their checks: the union of what they need. The nodes of a single plan keep their ids. */
export function mergePlans(plans: readonly PlanToMerge[]): MergedPlans {
  const nodes = new Map<string, PlanNode>();
  const queries = plans.map(({ id, plan }) => {
    const names = new Map(
      plan.graph.nodes.map((node) => [node.id, plans.length > 1 ? sharedId(node, id) : node.id] as const),
    );
    for (const node of plan.graph.nodes) addNode(nodes, renamed(node, names));
    return { id, answer: names.get(plan.graph.answer)! };
  });
  return {
    graph: { nodes: [...nodes.values()], answer: queries[0]?.answer ?? '' },
    concepts: plans.flatMap(conceptsOf),
    queries,
  };
}

/** A query's concepts under the ids by which the merged plans know them. */
export function conceptsOf({ plan, prefix }: Pick<PlanToMerge, 'plan' | 'prefix'>): readonly Concept[] {
  return prefix === '' ? plan.concepts : plan.concepts.map((concept) => ({ ...concept, id: prefix + concept.id }));
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
