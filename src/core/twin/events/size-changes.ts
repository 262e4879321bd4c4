import type { FrameEvent } from '../program-frame.ts';
import type { Node } from '../scene-graph.ts';
import { type EventContext, type EventRule, endsAtEdge, forgetIds } from './rule.ts';

const span = 2;
const factor = 1.2;
/** An area is steady when it varies by less than this factor within so many seconds. */
const steadyFactor = 1.08;
const steadySeconds = 0.4;

/**
 * changes size: the area is steady (8 % within 0.4 s) and x 1.2 or / 1.2 of what it was when it was steady within the
 * last 2 s, or last before a longer change; at like depth (3 %), seen whole and clear of the frame's edge from then to
 * now. Dated to when it was last of the old size; then the comparison starts anew. A walker's swing is not steady.
 */
export function sizeChanges(): EventRule {
  const histories = new Map<number, History>();
  return {
    step(context) {
      const events: FrameEvent[] = [];
      for (const [id, node] of context.now) {
        if (!isWhole(node, context)) {
          histories.delete(id);
          continue;
        }
        const history = histories.get(id) ?? { recent: [], steady: [] };
        histories.set(id, history);
        if (isUnknown(context.trackOf(id))) {
          history.recent.length = 0;
          continue;
        }
        const date = dateOfChange(history, areaOf(node, context.time));
        if (date !== null) events.push({ t: date, type: 'changes size', who: id });
      }
      return events;
    },
    get size() {
      return [...histories.values()].reduce((sum, { recent, steady }) => sum + 1 + recent.length + steady.length, 0);
    },
    forget: (isKnown) => forgetIds(histories, isKnown),
  };
}

/** Something cuts off a side of it, and has always done so. */
const isUnknown = (track: ReturnType<EventContext['trackOf']>): boolean =>
  track?.clipped === true && track.whole === false;

interface Area {
  readonly time: number;
  readonly area: number;
  readonly depth: number | null;
}

interface History {
  /** Areas of the last 0.4 s. */
  readonly recent: Area[];
  /** Those that ended a steady stretch. */
  readonly steady: Area[];
}

function areaOf({ attr }: Node, time: number): Area {
  const { area, depth } = attr.spa;
  return { time, area, depth: depth && depth.confidence >= 0.5 ? depth.value : null };
}

function dateOfChange({ recent, steady }: History, now: Area): number | null {
  recent.push(now);
  while (now.time - recent[0]!.time > steadySeconds + 1e-9) recent.shift();
  if (!isSteady(recent)) return null;
  const old = steady.findLast((then) => isOtherSize(then, now) && likeDepth(then, now));
  if (old !== undefined) steady.length = 0;
  while (steady.length > 1 && now.time - steady[1]!.time >= span - 1e-9) steady.shift();
  steady.push(now);
  return old?.time ?? null;
}

function isSteady(recent: readonly Area[]): boolean {
  if (recent.at(-1)!.time - recent[0]!.time < steadySeconds - 1e-9) return false;
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { area } of recent) {
    least = Math.min(least, area);
    most = Math.max(most, area);
  }
  return most <= steadyFactor * least;
}

function isOtherSize(then: Area, now: Area): boolean {
  const ratio = now.area / Math.max(1, then.area);
  return ratio >= factor || ratio <= 1 / factor;
}

const likeDepth = (a: Area, b: Area): boolean =>
  a.depth === null ||
  b.depth === null ||
  Math.abs(a.depth - b.depth) <= 0.03 * Math.max(Math.abs(a.depth), Math.abs(b.depth));

const isWhole = (node: Node, { graph }: EventContext): boolean =>
  !endsAtEdge(node, graph) && node.attr.spa.visible >= 0.95 && node.attr.temp.status === 'visible';
