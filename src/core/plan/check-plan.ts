import { type Issue, issue } from '../base/issues.ts';
import type { Attribute } from '../specialists/contract.ts';
import type { PerceptionNode, Plan, PlanNode, SpecialistCard } from './contract.ts';
import { parsePlan } from './plan-schema.ts';

/**
 * All faults of a plan, form and meaning: ids unique, needs exist, no ring, specialists known, attributes given before
 * they are used, an answer node that reasons, assumptions about concepts that exist. Empty when the plan can run. Never throws.
 */
export function checkPlan(plan: unknown, cards: readonly SpecialistCard[]): readonly Issue[] {
  const parsed = parsePlan(plan);
  if (!parsed.ok) return parsed.issues;
  const { value } = parsed;
  const graph = graphIssues(value);
  const meaning = graph.length > 0 ? [] : meaningIssues(value, cards);
  return [...textIssues(value), ...assumptionIssues(value), ...specialistIssues(value, cards), ...graph, ...meaning];
}

function textIssues(plan: Plan): Issue[] {
  const issues = duplicates(plan.concepts.map((c) => c.id)).map((id) =>
    issue('duplicate-id', ['concepts'], `two concepts have the id "${id}"`),
  );
  if (plan.query.trim() === '') issues.push(issue('empty-query', ['query'], 'the query is blank'));
  if (!plan.concepts.some((c) => c.role === 'target'))
    issues.push(issue('no-target', ['concepts'], 'no concept has the role "target"'));
  plan.concepts.forEach((c, i) => {
    if (c.phrase.trim() === '') issues.push(issue('empty-concept', ['concepts', i, 'phrase'], 'the phrase is blank'));
  });
  return issues;
}

function assumptionIssues({ concepts, assumptions = [] }: Plan): Issue[] {
  return assumptions.flatMap((assumption, i) =>
    assumption.kind !== 'concept-seen' || concepts.some(({ id }) => id === assumption.concept)
      ? []
      : [issue('unknown-concept', ['assumptions', i, 'concept'], `there is no concept "${assumption.concept}"`)],
  );
}

function specialistIssues(plan: Plan, cards: readonly SpecialistCard[]): Issue[] {
  const used = new Set(plan.graph.nodes.flatMap((node) => (node.kind === 'perception' ? [node.specialist] : [])));
  const listed = new Set(plan.specialists.map((s) => s.id));
  return [
    ...duplicates(plan.specialists.map((s) => s.id)).map((id) =>
      issue('duplicate-id', ['specialists'], `"${id}" is listed twice`),
    ),
    ...plan.specialists.flatMap((s, i) => specialistFaults(s, i, cards)),
    ...[...used]
      .filter((id) => !listed.has(id))
      .map((id) => issue('unlisted-specialist', ['specialists'], `a node runs "${id}", which is not listed`)),
    ...[...listed]
      .filter((id) => !used.has(id))
      .map((id) => issue('unused-specialist', ['specialists'], `no node runs "${id}"`)),
  ];
}

function specialistFaults(planned: Plan['specialists'][number], i: number, cards: readonly SpecialistCard[]): Issue[] {
  const card = cards.find((c) => c.id === planned.id);
  if (card === undefined) return [unknownSpecialist(['specialists', i, 'id'], planned.id, cards)];
  return planned.attributes
    .filter((attribute) => !card.provides.includes(attribute))
    .map((attribute) =>
      issue('cannot-give', ['specialists', i, 'attributes'], `"${card.id}" does not provide ${attribute}`),
    );
}

function unknownSpecialist(path: readonly (string | number)[], id: string, cards: readonly SpecialistCard[]): Issue {
  return issue(
    'unknown-specialist',
    path,
    `no specialist "${id}"; there are: ${cards.map((c) => c.id).join(', ') || 'none'}`,
  );
}

/** Faults that would make walking the graph meaningless. */
function graphIssues({ graph }: Plan): Issue[] {
  const ids = new Set(graph.nodes.map((node) => node.id));
  const missing = graph.nodes.flatMap((node, i) =>
    node.needs
      .filter((need) => !ids.has(need))
      .map((need) => issue('unknown-node', ['graph', 'nodes', i, 'needs'], `no node "${need}"`)),
  );
  const twice = duplicates(graph.nodes.map((n) => n.id)).map((id) =>
    issue('duplicate-id', ['graph', 'nodes'], `two nodes have the id "${id}"`),
  );
  if (missing.length + twice.length > 0) return [...twice, ...missing];
  const ring = ringIn(graph.nodes);
  return ring === null
    ? []
    : [issue('ring', ['graph', 'nodes'], `the nodes need each other in a ring: ${ring.join(', ')}`)];
}

/** Ids of the nodes that cannot be put in an order (Kahn's method); null when all can. */
function ringIn(nodes: readonly PlanNode[]): string[] | null {
  const left = new Map(nodes.map((node) => [node.id, node]));
  for (let removed = true; removed; ) {
    removed = false;
    for (const [id, node] of left) {
      if (node.needs.some((need) => left.has(need))) continue;
      left.delete(id);
      removed = true;
    }
  }
  return left.size === 0 ? null : [...left.keys()];
}

function meaningIssues(plan: Plan, cards: readonly SpecialistCard[]): Issue[] {
  const above = ancestorsOf(plan.graph.nodes);
  const nodes = plan.graph.nodes.flatMap((node, i) => nodeIssues(node, i, above.get(node.id) ?? [], plan, cards));
  return [...nodes, ...answerIssues(plan)];
}

function ancestorsOf(nodes: readonly PlanNode[]): ReadonlyMap<string, readonly PlanNode[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<string, Set<PlanNode>>();
  const visit = (id: string): Set<PlanNode> => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const all = new Set<PlanNode>();
    found.set(id, all);
    for (const need of byId.get(id)?.needs ?? []) {
      const node = byId.get(need);
      if (node !== undefined) all.add(node);
      for (const further of visit(need)) all.add(further);
    }
    return all;
  };
  return new Map(nodes.map((node) => [node.id, [...visit(node.id)]]));
}

function nodeIssues(
  node: PlanNode,
  i: number,
  above: readonly PlanNode[],
  plan: Plan,
  cards: readonly SpecialistCard[],
): Issue[] {
  const path = ['graph', 'nodes', i] as const;
  if (node.kind === 'perception') return perceptionIssues(node, path, above, plan, cards);
  if (node.kind === 'state') return stateIssues(node, path, above);
  const issues: Issue[] = [];
  if (!above.some((n) => n.kind === 'state'))
    issues.push(issue('nothing-to-reason-over', path, `"${node.id}" needs a track or relate node before it`));
  if (node.op === 'program' && plan.program === undefined)
    issues.push(issue('no-program', ['program'], `"${node.id}" runs a program and the plan has none`));
  return issues;
}

function stateIssues(
  node: Extract<PlanNode, { kind: 'state' }>,
  path: readonly (string | number)[],
  above: readonly PlanNode[],
): Issue[] {
  if (node.op === 'track') {
    return givenBy(above).has('masks')
      ? []
      : [issue('no-masks', path, `"${node.id}" tracks, and no node before it gives masks`)];
  }
  const tracked = above.some((n) => n.kind === 'state' && n.op === 'track');
  return tracked ? [] : [issue('no-tracks', path, `"${node.id}" relates tracks, and no node before it tracks`)];
}

function perceptionIssues(
  node: PerceptionNode,
  path: readonly (string | number)[],
  above: readonly PlanNode[],
  plan: Plan,
  cards: readonly SpecialistCard[],
): Issue[] {
  const card = cards.find((c) => c.id === node.specialist);
  if (card === undefined) return [unknownSpecialist([...path, 'specialist'], node.specialist, cards)];
  const asked = plan.specialists.find((s) => s.id === card.id)?.attributes ?? [];
  const given = givenBy(above);
  return [
    ...node.gives
      .filter((a) => !card.provides.includes(a))
      .map((a) => issue('cannot-give', [...path, 'gives'], `"${card.id}" does not provide ${a}`)),
    ...node.gives
      .filter((a) => !asked.includes(a))
      .map((a) => issue('unasked-attribute', [...path, 'gives'], `"${card.id}" is not asked for ${a} in specialists`)),
    ...card.needs
      .filter((a) => !given.has(a))
      .map((a) => issue('missing-attribute', path, `"${card.id}" needs ${a}, which no node before "${node.id}" gives`)),
  ];
}

const givenBy = (nodes: readonly PlanNode[]): ReadonlySet<Attribute> =>
  new Set(nodes.flatMap((n) => (n.kind === 'perception' ? n.gives : [])));

function answerIssues({ graph }: Plan): Issue[] {
  const answer = graph.nodes.find((node) => node.id === graph.answer);
  if (answer === undefined) return [issue('unknown-node', ['graph', 'answer'], `no node "${graph.answer}"`)];
  return answer.kind === 'reasoning'
    ? []
    : [
        issue(
          'bad-answer',
          ['graph', 'answer'],
          `"${answer.id}" is a ${answer.kind} node; the answer comes from a reasoning node`,
        ),
      ];
}

function duplicates(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}
