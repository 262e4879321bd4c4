import type { Point } from '../../../../base/geometry.ts';
import type { TruthEvent } from '../../contract.ts';
import { speedOf, type ThingState } from '../records.ts';
import { Edges } from './edges.ts';
import { type EventRule, instant, type Step } from './rule.ts';

const lookBack = 0.3;
const heldSeconds = 0.5;

/**
 * approaches, recedes (; other): it moves, and over the last 0.3 s the distance of the two middles has shrunk, grown
 * faster than half of its speed; for 0.5 s. Dated to when that began.
 */
export function nearing(): EventRule {
  const [approach, recede] = [new Edges(heldSeconds, 0.2), new Edges(heldSeconds, 0.2)];
  const places: { readonly time: number; readonly at: ReadonlyMap<number, Point> }[] = [];
  return {
    step: (step) => {
      const { time } = step.record;
      places.push({ time, at: new Map([...step.now].map(([id, { centroid }]) => [id, centroid])) });
      while (places.length > 1 && time - places[1]!.time >= lookBack - instant) places.shift();
      const pairs = pairsOf(step, places[0]!, time);
      const known = (a: number, b: number) => step.earlier.has(a) && step.earlier.has(b);
      const listed = (a: number, b: number) => step.now.has(a) && step.now.has(b);
      const events = (edges: Edges, sign: number, type: 'approaches' | 'recedes') =>
        edges
          .step(
            pairs.filter(({ growth }) => growth * sign > 0),
            time,
            known,
            listed,
          )
          .filter(({ begins }) => begins)
          .map(({ a, b, time: at }): TruthEvent => ({ type, who: a, other: b, time: at }));
      return [...events(approach, -1, 'approaches'), ...events(recede, 1, 'recedes')];
    },
  };
}

function pairsOf(
  { now }: Step,
  then: { readonly time: number; readonly at: ReadonlyMap<number, Point> },
  time: number,
): { a: number; b: number; growth: number }[] {
  const dt = time - then.time;
  if (dt <= 0) return [];
  return [...now.values()]
    .filter(({ moving }) => moving)
    .flatMap((one) =>
      [...now.values()].flatMap((other) => {
        const growth = one === other ? 0 : growthOf(one, other, then.at);
        return Math.abs(growth) > 0.5 * speedOf(one) * dt ? [{ a: one.id, b: other.id, growth }] : [];
      }),
    );
}

/** By how much their distance has grown since then, px; 0 where one was not there. */
function growthOf(one: ThingState, other: ThingState, then: ReadonlyMap<number, Point>): number {
  const [p, q] = [then.get(one.id), then.get(other.id)];
  return p === undefined || q === undefined ? 0 : distance(one.centroid, other.centroid) - distance(p, q);
}

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by));
