import type { Point } from '../../base/geometry.ts';
import { pairId } from '../pair-id.ts';
import type { FrameEvent } from '../program-frame.ts';
import type { Node } from '../scene-graph.ts';
import { type EventContext, type EventRule, forgetIds, forgetPairs, isWellSeen } from './rule.ts';

/** Ways are measured over this time. */
const span = 0.5;
/** Share of its way by which the distance must change, and share of D that it must go; half of it keeps it up. */
const leastShare = 0.6;
const leastWay = 0.01;
const keeps = 0.5;

/**
 * approaches, recedes (other): over 0.5 s `who` goes 1 % of D or more and the distance of the centres shrinks / grows by
 * 0.6 of that way or more; over when either falls below half of its limit. Ways are those of the paths: what comes to
 * light or is hidden of a thing shifts its centre, but does not move it. While less than a fifth or 16 px of one is seen, and
 * until both have been better seen for 0.5 s, it stays as it was. Dated to when it had gone a
 * tenth of its way in these 0.5 s.
 */
export function approachEvents(): EventRule {
  const signs = new Map<number, number>();
  const seenSince = new Map<number, number>();
  const forget = (isKnown: (id: number) => boolean) => {
    forgetPairs(signs, isKnown);
    forgetIds(seenSince, isKnown);
  };
  return {
    step(context) {
      forget((id) => context.now.has(id));
      const strides = [...context.now.values()].flatMap((node) => strideOf(node, context, seenSince) ?? []);
      const events: FrameEvent[] = [];
      for (const one of strides) {
        for (const other of strides) {
          if (one === other) continue;
          const key = pairId(one.id, other.id);
          const before = signs.get(key) ?? 0;
          const sign = signOf(one, other, before, leastWay * context.diagonal);
          signs.set(key, sign);
          if (sign === 0 || sign === before) continue;
          const type = sign < 0 ? 'approaches' : 'recedes';
          const since = context.time - span;
          const t = context.trackOf(one.id)?.path.setOutSince(since) ?? since;
          events.push({ t, type, who: one.id, other: other.id });
        }
      }
      return events;
    },
    get size() {
      return signs.size + seenSince.size;
    },
    forget,
  };
}

/** Where a thing is, and how far it has come in 0.5 s. */
interface Stride {
  readonly id: number;
  readonly at: Point;
  readonly way: Point;
}

/** Null while that is not known. */
function strideOf(node: Node, { time, trackOf }: EventContext, seenSince: Map<number, number>): Stride | null {
  const { id, attr } = node;
  if (!isWellSeen(node)) seenSince.delete(id);
  else if (!seenSince.has(id)) seenSince.set(id, time);
  if (time - (seenSince.get(id) ?? time) < span - 1e-9) return null;
  const velocity = trackOf(id)?.path.meanVelocity(time, span) ?? null;
  return velocity === null ? null : { id, at: attr.spa.centroid, way: [velocity[0] * span, velocity[1] * span] };
}

/** -1: comes nearer; 1: goes away; 0: neither. */
function signOf({ at: p, way: v }: Stride, { at: q, way: w }: Stride, before: number, least: number): number {
  const way = Math.hypot(v[0], v[1]);
  const [x, y] = [p[0] - q[0], p[1] - q[1]];
  const growth = Math.hypot(x, y) - Math.hypot(x - v[0] + w[0], y - v[1] + w[1]);
  const sign = Math.sign(growth);
  const k = sign === before ? keeps : 1;
  return way >= k * least && Math.abs(growth) >= k * leastShare * way ? sign : 0;
}
