import type { Mask } from '../../masks/mask.ts';
import { containedShare } from '../../masks/overlap.ts';
import { columnsOf } from '../columns.ts';
import { overlapArea } from '../contact.ts';
import { hullOverlap } from '../hull.ts';
import { areAlike } from '../pace.ts';
import { PlacedShape } from '../placed-shape.ts';
import type { FrameEvent } from '../program-frame.ts';
import type { Node } from '../scene-graph.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

/** What lasts shorter does not count. */
const steadySeconds = 0.2;
const leastAge = 0.2;
/** Share of the lost one's place that the other one's mask takes in. */
const takenShare = 0.7;
/** Share of the lost one that lay within the outline of the other one already. */
const withinShare = 0.7;

/**
 * merges (other; holds both ways): a track is no longer seen because the mask of another one has taken in its place:
 * it holds 70 % of its pixels and has grown by half of its area or more, beyond its outline, for 0.2 s; or both are one
 * mask and do not move against each other. Both had been known for 0.2 s. What only covers the other one has not grown. Dated to when the
 * two were first seen as one. splits: it is seen as a thing of its own again.
 */
export function merging(): EventRule {
  const candidates = new Map<number, Candidate>();
  /** What each has become a part of. */
  const merged = new Map<number, number>();
  return {
    step(context) {
      const { earlier, now, time } = context;
      const parted = [...merged].filter(([id]) => isApart(now.get(id), context));
      for (const [id] of parted) merged.delete(id);
      for (const [id, node] of earlier) {
        if (candidates.has(id) || merged.has(id) || isApart(now.get(id), context) || !isSeen(node) || isNew(node))
          continue;
        const candidate = sharerOf(id, context) ?? candidateOf(id, context);
        if (candidate !== undefined) candidates.set(id, candidate);
      }
      return [
        ...parted.filter(([, into]) => now.has(into)).map(([id, into]) => splitOf(id, into, time)),
        ...[...candidates].flatMap(([id, candidate]) => judge(id, candidate, context, { candidates, merged })),
      ];
    },
    get size() {
      return candidates.size + merged.size;
    },
    forget(isKnown) {
      forgetIds(candidates, isKnown);
      forgetIds(merged, isKnown);
    },
  };
}

interface Candidate {
  readonly into: number;
  /** Area that it must keep, px²; and that which shows that it has taken in the other one. */
  readonly area: number;
  readonly whole: number;
  readonly since: number;
}

const isSeen = (node: Node | undefined): boolean =>
  node !== undefined && node.attr.temp.status === 'visible' && !node.mask.isEmpty;

/** Seen, and by a mask of its own. */
const isApart = (node: Node | undefined, { trackOf }: EventContext): boolean =>
  isSeen(node) && (trackOf(node!.id)?.blob.length ?? 0) === 0;

/** Two tracks that are seen as one mask; told once, of the younger one. */
function sharerOf(id: number, { trackOf, time, earlier }: EventContext): Candidate | undefined {
  const into = trackOf(id)?.blob.find((other) => other < id);
  if (into === undefined) return undefined;
  return { into, area: 0, whole: grownArea(maskOf(earlier.get(into)), maskOf(earlier.get(id))), since: time };
}

/** Undefined where nothing was seen of it. */
const maskOf = (node: Node | undefined): Mask | undefined => (node?.mask.isEmpty === false ? node.mask : undefined);

/** Of the other one with half of the lost one. */
const grownArea = (old: Mask | undefined, lost: Mask | undefined): number =>
  old && lost ? old.area + lost.area / 2 : Number.POSITIVE_INFINITY;

const isNew = (node: Node): boolean => node.attr.temp.age < leastAge;

function candidateOf(id: number, { now, earlier, time, trackOf }: EventContext): Candidate | undefined {
  const lost = maskOf(earlier.get(id));
  if (lost === undefined) return undefined;
  for (const [into, node] of now) {
    const { mask } = node;
    const old = maskOf(earlier.get(into));
    if (into === id || old === undefined || isNew(node)) continue;
    const [area, most] = [grownArea(old, lost), old.area + 1.5 * lost.area];
    const taken = Math.max(containedShare(lost, mask), takenOf(trackOf(id), trackOf(into)));
    if (mask.area >= area && mask.area <= most && taken >= takenShare && !isWithin(lost, old))
      return { into, area, whole: area, since: time };
  }
  return undefined;
}

/** Share of where it should be now that the other one takes in. */
function takenOf(lost: Tracked | undefined, into: Tracked | undefined): number {
  return lost && into ? overlapArea(lost.extent, into.seen) / Math.max(1, lost.extent.area) : 0;
}

type Tracked = NonNullable<ReturnType<EventContext['trackOf']>>;

/** What vanishes from before a thing lets that be seen again: the outline does not grow. */
function isWithin(lost: Mask, old: Mask): boolean {
  return hullOverlap(new PlacedShape(columnsOf(lost)), new PlacedShape(columnsOf(old))) > withinShare * lost.area;
}

/** What moves against the other only passes it; of what is seen no more it is not known. */
function arePassing(a: number, b: number, { trackOf }: EventContext): boolean {
  return !areAlike(trackOf(a)?.path.velocity ?? [0, 0], trackOf(b)?.path.velocity ?? [0, 0]);
}

const splitOf = (id: number, into: number, t: number): FrameEvent => ({ t, type: 'splits', who: into, other: id });

function judge(
  id: number,
  { into, area, whole, since }: Candidate,
  context: EventContext,
  { candidates, merged }: { candidates: Map<number, Candidate>; merged: Map<number, number> },
): FrameEvent[] {
  const { now, time } = context;
  const taker = now.get(into);
  const isOver = isApart(now.get(id), context) || taker === undefined || taker.mask.area < area;
  const isSteady =
    time - since >= steadySeconds - 1e-9 &&
    ((!isSeen(now.get(id)) && taker !== undefined && taker.mask.area >= whole) || !arePassing(id, into, context));
  if (isOver || isSteady) candidates.delete(id);
  if (isSteady && !isOver) merged.set(id, into);
  return isSteady && !isOver ? [{ t: since, type: 'merges', who: id, other: into }] : [];
}
