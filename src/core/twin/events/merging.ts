import type { Mask } from '../../masks/mask.ts';
import { containedShare } from '../../masks/overlap.ts';
import type { FrameEvent } from '../program-frame.ts';
import type { Node } from '../scene-graph.ts';
import { RecentMasks } from './recent-masks.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

/** What lasts shorter does not count. */
const steadySeconds = 0.2;
const leastAge = 0.2;
/** Share of the lost one's place that the other one's mask takes in. */
const takenShare = 0.7;

/**
 * merges (other; holds both ways): a track is no longer seen because the mask of another one has taken in its place:
 * it holds 70 % of its pixels and has grown by half of its area or more, for 0.2 s; both had been known for 0.2 s. What only covers the other one has
 * not grown. Dated to when the two were first seen as one.
 */
export function merging(): EventRule {
  const recent = new RecentMasks();
  const candidates = new Map<number, Candidate>();
  return {
    step(context) {
      const { earlier, now, time } = context;
      for (const [id, node] of earlier) {
        if (candidates.has(id) || isSeen(now.get(id)) || !isSeen(node) || isNew(node)) continue;
        const candidate = candidateOf(id, recent.before(time), context);
        if (candidate !== undefined) candidates.set(id, candidate);
      }
      recent.push(context);
      return [...candidates].flatMap(([id, candidate]) => judge(id, candidate, context, candidates));
    },
    forget: (isKnown) => forgetIds(candidates, isKnown),
  };
}

interface Candidate {
  readonly into: number;
  /** Area that it must keep, px². */
  readonly area: number;
  readonly since: number;
}

const isSeen = (node: Node | undefined): boolean =>
  node !== undefined && node.attr.temp.status === 'visible' && !node.mask.isEmpty;

const isNew = (node: Node): boolean => node.attr.temp.age < leastAge;

function candidateOf(
  id: number,
  before: ReadonlyMap<number, Mask>,
  { now, time }: EventContext,
): Candidate | undefined {
  const lost = before.get(id);
  if (lost === undefined) return undefined;
  for (const [into, node] of now) {
    const { mask } = node;
    const old = before.get(into);
    if (into === id || old === undefined || isNew(node)) continue;
    const area = old.area + lost.area / 2;
    if (mask.area >= area && containedShare(lost, mask) >= takenShare) return { into, area, since: time };
  }
  return undefined;
}

function judge(
  id: number,
  { into, area, since }: Candidate,
  { now, time }: EventContext,
  candidates: Map<number, Candidate>,
): FrameEvent[] {
  const taker = now.get(into);
  const isOver = isSeen(now.get(id)) || taker === undefined || taker.mask.area < area;
  const isSteady = time - since >= steadySeconds - 1e-9;
  if (isOver || isSteady) candidates.delete(id);
  return isSteady && !isOver ? [{ t: since, type: 'merges', who: id, other: into }] : [];
}
