import type { Point } from '../../../../base/geometry.ts';
import type { TruthEvent } from '../../contract.ts';
import type { ThingState } from '../records.ts';
import { Edges } from './edges.ts';
import { type EventRule, instant, type Step } from './rule.ts';

const lookBack = 0.3;
const heldSeconds = 0.5;

/**
 * approaches, recedes (; other): it moves, and over the last 0.3 s the distance of the two middles has shrunk, grown
 * by more than half of the way that it went itself (the camera's motion taken out); for 0.5 s. Dated to when that began.
 */
export function nearing(): EventRule {
  const [approach, recede] = [new Edges(heldSeconds, 0.2), new Edges(heldSeconds, 0.2)];
  const places: Places[] = [];
  return {
    step: (step) => {
      const { time } = step.record;
      places.push(placesOf(step, places.at(-1)));
      while (places.length > 1 && time - places[1]!.time >= lookBack - instant) places.shift();
      const pairs = pairsOf(step, places[0]!, places.at(-1)!);
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

function pairsOf({ now: things }: Step, then: Places, now: Places): { a: number; b: number; growth: number }[] {
  if (now.time <= then.time) return [];
  return [...things.values()]
    .filter(({ moving }) => moving)
    .flatMap((one) =>
      [...things.values()].flatMap((other) => {
        const growth = one === other ? 0 : growthOf(one, other, then.at);
        return Math.abs(growth) > 0.5 * wayOf(one.id, then, now) ? [{ a: one.id, b: other.id, growth }] : [];
      }),
    );
}

/** Where everything is in a frame. */
interface Places {
  readonly time: number;
  readonly at: ReadonlyMap<number, Point>;
  /** Sum of its own movements so far, px. */
  readonly own: ReadonlyMap<number, Point>;
}

function placesOf({ now, record: { time } }: Step, before: Places | undefined): Places {
  const dt = before === undefined ? 0 : time - before.time;
  const own = [...now.values()].map(({ id, velocity: [vx, vy] }): [number, Point] => {
    const [x, y] = before?.own.get(id) ?? [0, 0];
    return [id, [x + vx * dt, y + vy * dt]];
  });
  return { time, at: new Map([...now].map(([id, { center }]) => [id, center])), own: new Map(own) };
}

function wayOf(id: number, then: Places, now: Places): number {
  return distance(now.own.get(id)!, then.own.get(id) ?? [0, 0]);
}

/** By how much their distance has grown since then, px; 0 where one was not there. */
function growthOf(one: ThingState, other: ThingState, then: ReadonlyMap<number, Point>): number {
  const [p, q] = [then.get(one.id), then.get(other.id)];
  return p === undefined || q === undefined ? 0 : distance(one.center, other.center) - distance(p, q);
}

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by));
