import { describeAssumption } from './assumptions.ts';
import type { Plan, PlanNode } from './contract.ts';

/** The graph of a plan as the text of a Mermaid flowchart, top to bottom; the answer node has a thick border and its assumptions beside it. */
export function planToMermaid(plan: Plan): string {
  const numbers = new Map(plan.graph.nodes.map((node, i) => [node.id, `n${i}`]));
  const nodes = plan.graph.nodes.map((node) => `  ${numbers.get(node.id)}${shape(node)}`);
  const edges = plan.graph.nodes.flatMap((node) =>
    node.needs.filter((need) => numbers.has(need)).map((need) => `  ${numbers.get(need)} --> ${numbers.get(node.id)}`),
  );
  const answer = numbers.get(plan.graph.answer);
  const style = answer === undefined ? [] : [`  style ${answer} stroke-width:3px`];
  return ['flowchart TD', ...nodes, ...edges, ...assumed(plan, answer), ...style].join('\n');
}

/** What the plan takes for granted, as one note at the answer node. */
function assumed(plan: Plan, answer: string | undefined): string[] {
  const { assumptions = [] } = plan;
  if (answer === undefined || assumptions.length === 0) return [];
  const lines = assumptions.map((assumption) => escapeLabel(describeAssumption(assumption, plan)));
  return [`  a0>"assumes: ${lines.join('; ')}"]`, `  a0 -.- ${answer}`];
}

/** Perception is a stadium, state a box, reasoning a hexagon. */
function shape(node: PlanNode): string {
  const label = `"${escapeLabel(labelOf(node))}"`;
  if (node.kind === 'perception') return `([${label}])`;
  return node.kind === 'state' ? `[${label}]` : `{{${label}}}`;
}

function labelOf(node: PlanNode): string {
  if (node.kind === 'perception') return `${node.id}: ${node.specialist} (${node.gives.join(', ')}), ${node.cadence}`;
  return `${node.id}: ${node.op}, ${node.cadence}`;
}

/** Mermaid reads entity codes in quoted labels; everything but plain text becomes one. */
function escapeLabel(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:()_-]/gu, (character) => `#${character.codePointAt(0)};`);
}
