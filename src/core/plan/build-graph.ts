import type { Attribute } from '../specialists/contract.ts';
import type { Cadence, PlanGraph, PlanNode, PlannedSpecialist, PlanRequest, SpecialistCard } from './contract.ts';

/** What a query needs of perception; tracking's own needs are added by `buildGraph`. */
export interface GraphNeeds {
  readonly labels: boolean;
  readonly appearance: boolean;
  readonly depth: boolean;
  /** Relations or events that are made from pixels. */
  readonly pixelRelations: boolean;
}

/** A graph and the specialists that run in it. */
export interface BuiltGraph {
  readonly specialists: readonly PlannedSpecialist[];
  readonly graph: PlanGraph;
}

interface Step {
  readonly id: string;
  readonly attribute: Attribute;
  readonly cadence: Cadence;
  readonly reason: string;
}

/**
 * The graph for a query: which specialists run, when, and what follows. Specialists are picked by attribute, the
 * cheapest of those that give it; nothing is added that the query or the tracker does not need.
 */
export function buildGraph(needs: GraphNeeds, { specialists, source }: PlanRequest): BuiltGraph {
  const wanted = stepsFor(needs, source.still).map((step) => ({
    step,
    card: pickCard(specialists, step.attribute, needs.labels),
  }));
  const perception = mergeSteps(
    wanted.flatMap(({ step, card }) => (card === undefined ? [] : [{ step, card }])),
    specialists,
  );
  const nodes = [
    ...perception.map((p) => p.node),
    ...stateNodes(
      perception.map((p) => p.node),
      needs,
      source.still,
    ),
  ];
  return { specialists: perception.map((p) => p.planned), graph: { nodes, answer: 'select' } };
}

/** In the order in which they run: motion carries the masks of the last frame into this one. */
function stepsFor(needs: GraphNeeds, still: boolean): Step[] {
  const steps: Step[] = [];
  if (!still)
    steps.push({
      id: 'motion',
      attribute: 'motion',
      cadence: 'every-frame',
      reason: 'carries masks from frame to frame and tells what moves',
    });
  steps.push({
    id: 'segment',
    attribute: 'masks',
    cadence: 'key-frames',
    reason: 'proposes the things that the query may mean',
  });
  if (needs.labels)
    steps.push({ id: 'name', attribute: 'labels', cadence: 'key-frames', reason: 'the query names things' });
  if (needs.appearance || !still) {
    const reason = needs.appearance
      ? 'the query speaks of colour, shape, texture or brightness'
      : 'tracks are told apart by their looks';
    steps.push({ id: 'describe', attribute: 'appearance', cadence: 'key-frames', reason });
  }
  if (needs.depth)
    steps.push({
      id: 'depth',
      attribute: 'depth',
      cadence: 'key-frames',
      reason: 'the query asks what is nearer, farther, behind or in front',
    });
  return steps;
}

/** The cheapest card that gives the attribute; masks come from one that also names things where names are asked. */
function pickCard(cards: readonly SpecialistCard[], attribute: Attribute, labels: boolean): SpecialistCard | undefined {
  const able = cards.filter((card) => card.provides.includes(attribute) && hasInputs(card, cards));
  const naming = attribute === 'masks' && labels ? able.filter((card) => card.provides.includes('labels')) : [];
  const choice = naming.length > 0 ? naming : able;
  return [...choice].sort((a, b) => costOf(a) - costOf(b) || (a.id < b.id ? -1 : 1))[0];
}

const costOf = ({ cost }: SpecialistCard) => cost.msPerFrame + 10 * cost.msPerRegion;

/** Somebody else must give what it needs: masks of regions count as given by the tracker too. */
function hasInputs(card: SpecialistCard, cards: readonly SpecialistCard[]): boolean {
  return card.needs.every((need) => cards.some((other) => other.id !== card.id && other.provides.includes(need)));
}

interface Perception {
  readonly node: Extract<PlanNode, { kind: 'perception' }>;
  readonly planned: PlannedSpecialist;
}

/** One node a specialist, even where it gives several of the attributes; its needs point to earlier nodes. */
function mergeSteps(
  wanted: readonly { step: Step; card: SpecialistCard }[],
  cards: readonly SpecialistCard[],
): Perception[] {
  const bySpecialist = new Map<string, { steps: Step[]; card: SpecialistCard }>();
  for (const { step, card } of wanted) {
    const known = bySpecialist.get(card.id);
    if (known === undefined) bySpecialist.set(card.id, { steps: [step], card });
    else known.steps.push(step);
  }
  const groups = addInputs([...bySpecialist.values()], cards);
  return inOrder(groups).map(({ steps, card }, _, all) => perceptionOf(steps, card, all));
}

type Group = { steps: Step[]; card: SpecialistCard };

/** Adds specialists that only feed others (boxes for a mask model). */
function addInputs(groups: Group[], cards: readonly SpecialistCard[]): Group[] {
  for (let i = 0; i < groups.length && groups.length < 16; i++) {
    for (const need of groups[i]?.card.needs ?? []) {
      const giver = groups.find(({ card }) => card.provides.includes(need) && card.id !== groups[i]?.card.id);
      const step: Step = {
        id: need,
        attribute: need,
        cadence: 'key-frames',
        reason: `gives ${need} to ${groups[i]?.card.id}`,
      };
      if (giver !== undefined) {
        if (!giver.steps.some((s) => s.attribute === need)) giver.steps.push(step);
        continue;
      }
      const card = pickCard(
        cards.filter((c) => c.id !== groups[i]?.card.id),
        need,
        false,
      );
      if (card !== undefined) groups.push({ steps: [step], card });
    }
  }
  return groups;
}

/** Those that need nothing first; each after what it needs. A ring of needs is cut where it closes. */
function inOrder(groups: readonly Group[]): Group[] {
  const done: Group[] = [];
  const left = [...groups];
  while (left.length > 0) {
    const ready = left.findIndex(({ card }) =>
      card.needs.every(
        (need) => done.some((g) => gives(g, need)) || !left.some((g) => g.card !== card && gives(g, need)),
      ),
    );
    done.push(...left.splice(Math.max(ready, 0), 1));
  }
  return done;
}

const gives = ({ steps }: Group, need: Attribute) => steps.some((step) => step.attribute === need);

function perceptionOf(steps: readonly Step[], card: SpecialistCard, all: readonly Group[]): Perception {
  const attributes = [...new Set(steps.map((step) => step.attribute))];
  const before = all.slice(
    0,
    all.findIndex((group) => group.card.id === card.id),
  );
  const segments = attributes.includes('masks');
  const feeds = (group: Group) => card.needs.some((need) => gives(group, need)) || (segments && gives(group, 'motion'));
  const needs = before.filter(feeds).map(nodeId);
  const cadence = steps.some((step) => step.cadence === 'every-frame') ? 'every-frame' : 'key-frames';
  return {
    node: { kind: 'perception', id: nodeId({ steps }), specialist: card.id, gives: attributes, needs, cadence },
    planned: { id: card.id, attributes, reason: steps.map((step) => step.reason).join('; ') },
  };
}

const nodeId = ({ steps }: { readonly steps: readonly Step[] }) => steps[0]?.id ?? 'perceive';

function stateNodes(perception: readonly PlanNode[], needs: GraphNeeds, still: boolean): PlanNode[] {
  const track: PlanNode = {
    kind: 'state',
    id: 'track',
    op: 'track',
    needs: perception.map((node) => node.id),
    cadence: 'every-frame',
  };
  const everyFrame = !still && needs.pixelRelations;
  const relate: PlanNode = {
    kind: 'state',
    id: 'relate',
    op: 'relate',
    needs: ['track'],
    cadence: everyFrame ? 'every-frame' : 'on-demand',
  };
  const related = needs.pixelRelations;
  const select: PlanNode = {
    kind: 'reasoning',
    id: 'select',
    op: 'program',
    needs: [related ? 'relate' : 'track'],
    cadence: 'every-frame',
  };
  return related ? [track, relate, select] : [track, select];
}
