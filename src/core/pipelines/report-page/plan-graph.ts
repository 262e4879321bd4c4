import type { Plan, PlanNode } from '../../plan/contract.ts';
import { type Html, html } from './html.ts';
import { layOutGraph, type Spot } from './layered-layout.ts';

const [nodeWidth, nodeHeight] = [184, 58];

/** The plan's graph as an inline SVG, from what is seen (top) to the answer (bottom). */
export function planGraph(plan: Plan, msByNode: Readonly<Record<string, number>>): Html {
  const { spots, wires, width, height } = layOutGraph(plan.graph.nodes, { width: nodeWidth, height: nodeHeight });
  return html`<svg class="graph" viewBox="0 0 ${width} ${height}" style="max-width:${Math.round(width)}px;min-width:${Math.round(width * 0.7)}px" role="img" aria-label="${describe(plan)}">
${wires.map(wire)}
${plan.graph.nodes.map((node) => {
  const spot = spots.get(node.id);
  return spot !== undefined && box(node, spot, plan, msByNode[node.id]);
})}
</svg>`;
}

/** A smooth line through spots, from the middle of a lower edge to the middle of an upper one. */
function wire(way: readonly Spot[]): Html {
  const path: string[] = [];
  way.slice(1).forEach((to, i) => {
    const from = way[i]!;
    const [x0, y0, x1, y1] = [from.x + from.width / 2, from.y + nodeHeight, to.x + to.width / 2, to.y];
    const last = i === way.length - 2;
    const bend = (y1 - y0) * 0.55;
    path.push(`${i === 0 ? 'M' : 'L'}${x0} ${y0}C${x0} ${y0 + bend} ${x1} ${y1 - bend} ${x1} ${last ? y1 - 6 : y1}`);
  });
  const end = way[way.length - 1]!;
  const x = end.x + end.width / 2;
  return html`<path class="edge" d="${path.join('')}"/><path class="tip" d="M${x - 4} ${end.y - 7}L${x} ${end.y}L${x + 4} ${end.y - 7}z"/>`;
}

function box(node: PlanNode, { x, y }: Spot, plan: Plan, ms: number | undefined): Html {
  const answer = plan.graph.answer === node.id;
  const time = ms === undefined ? '' : `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
  return html`<g class="node ${node.kind}${answer ? ' answer' : ''}" transform="translate(${x} ${y})"><title>${reasonOf(node, plan)}</title>
<rect width="${nodeWidth}" height="${nodeHeight}" rx="9"/><text class="kind" x="12" y="17">${answer ? 'reasoning: answer' : node.kind}</text><text class="ms" x="${nodeWidth - 12}" y="17" text-anchor="end">${time}</text>
<text class="name" x="12" y="34">${clip(nameOf(node), 22)}</text><text class="sub" x="12" y="49">${clip(detailOf(node), 29)}</text></g>`;
}

const nameOf = (node: PlanNode) => (node.kind === 'perception' ? node.specialist : node.op);

const cadenceWords = {
  'every-frame': 'every frame',
  'key-frames': 'key frames',
  'on-change': 'on change',
  'on-demand': 'on demand',
} as const;

function detailOf(node: PlanNode): string {
  const cadence = cadenceWords[node.cadence] ?? node.cadence;
  return node.kind === 'perception' ? `${cadence} · ${node.gives.join(', ')}` : cadence;
}

function reasonOf(node: PlanNode, plan: Plan): string {
  const reason =
    node.kind === 'perception' ? plan.specialists.find(({ id }) => id === node.specialist)?.reason : undefined;
  return `${nameOf(node)}: ${detailOf(node)}.${reason === undefined ? '' : ` ${reason}`}`;
}

const describe = ({ graph }: Plan) =>
  `Plan graph: ${graph.nodes.map((n) => `${nameOf(n)}${n.needs.length > 0 ? ` after ${n.needs.join(' and ')}` : ''}`).join('; ')}`;

const clip = (text: string, length: number) => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);
