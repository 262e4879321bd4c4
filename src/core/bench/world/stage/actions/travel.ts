import { atan2 } from '../../exact-maths.ts';
import { fromLeader, type Pose, seenFromLeader } from '../pose.ts';
import type { Thing } from '../thing.ts';
import { beat, during, mix, type Span } from './span.ts';

/** A point on the floor of the way. */
export type Ground = readonly [x: number, z: number];

/** Slides to a place at constant speed, turned as it is. */
export function slide(thing: Thing, to: Ground, span: Span): void {
  goThrough(thing, [to], span, (pose) => pose);
}

/** Drives or runs through points at constant speed, facing where it goes. */
export function drive(thing: Thing, points: readonly Ground[], span: Span): void {
  turnWheels(thing, points, span);
  goThrough(thing, points, span, (pose, heading) => ({ ...pose, yaw: heading }));
}

/** Backwards: its front stays where it looks. */
export function back(thing: Thing, to: Ground, span: Span): void {
  turnWheels(thing, [to], span, -1);
  goThrough(thing, [to], span, (pose) => pose);
}

/** Metres of a way through points from where a thing is when the span begins. */
export function lengthOf(thing: Thing, points: readonly Ground[], span: Span): number {
  const { x, z } = thing.pose(beat(span.at));
  return legs([[x, z], ...points]).at(-1)!.to;
}

function turnWheels(thing: Thing, points: readonly Ground[], span: Span, sign: 1 | -1 = 1): void {
  const metres = sign * lengthOf(thing, points, span);
  thing.joint('driven').add(during(span, (u, start) => start + metres * u));
}

/** Rolls to a place: one turn about its middle for each length of its rim. */
export function roll(thing: Thing, to: Ground, span: Span): void {
  const radius = thing.pivot;
  goThrough(thing, [to], span, (pose, heading, gone) => ({
    ...pose,
    yaw: heading,
    pitch: gone / (radius * pose.scale),
  }));
}

/** Turns on the spot. */
export function turn(thing: Thing, yaw: number, span: Span): void {
  thing.way.add(during(span, (u, start) => ({ ...start, yaw: mix(start.yaw, yaw, u) })));
}

type Turned = (pose: Pose, heading: number, gone: number) => Pose;

function goThrough(thing: Thing, points: readonly Ground[], span: Span, turned: Turned): void {
  thing.way.add(
    during(span, (u, start) => {
      const way = legs([[start.x, start.z], ...points]);
      const gone = way.at(-1)!.to * u;
      const leg = way.find(({ to }) => gone <= to) ?? way.at(-1)!;
      const v = leg.to > leg.from ? (gone - leg.from) / (leg.to - leg.from) : 1;
      const [x, z] = [mix(leg.a[0], leg.b[0], v), mix(leg.a[1], leg.b[1], v)];
      return turned({ ...start, x, z }, atan2(leg.b[0] - leg.a[0], leg.b[1] - leg.a[1]), gone);
    }),
  );
}

interface Leg {
  readonly a: Ground;
  readonly b: Ground;
  /** Metres from the start of the way. */
  readonly from: number;
  readonly to: number;
}

function legs(points: readonly Ground[]): readonly Leg[] {
  let from = 0;
  return points.slice(1).map((b, i) => {
    const a = points[i]!;
    const to = from + Math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]));
    const leg = { a, b, from, to };
    from = to;
    return leg;
  });
}

/** Both change places on arcs `bulge` metres high: the first passes in front, the second behind. */
export function swap(front: Thing, behind: Thing, span: Span, bulge: number): void {
  const [a, b] = [front.pose(beat(span.at)), behind.pose(beat(span.at))];
  arc(front, [b.x, b.z], span, bulge);
  arc(behind, [a.x, a.z], span, -bulge);
}

/** To a place on a parabola that bulges towards the camera (+z). */
export function arc(thing: Thing, to: Ground, span: Span, bulge: number): void {
  thing.way.add(
    during(span, (u, start) => ({
      ...start,
      x: mix(start.x, to[0], u),
      z: mix(start.z, to[1], u) + 4 * bulge * u * (1 - u),
    })),
  );
}

/** Goes wherever the leader goes, from a moment on, until its next own action. */
export function follow(thing: Thing, leader: Thing, at: number): void {
  const from = beat(at);
  thing.way.add({
    from,
    to: Number.POSITIVE_INFINITY,
    at: (t, start) => carried(start, leader.pose(from), leader.pose(t)),
  });
}

function carried(start: Pose, before: Pose, now: Pose): Pose {
  const { x, y, z } = fromLeader(now, seenFromLeader(before, start));
  return { ...start, x, y, z, yaw: start.yaw + now.yaw - before.yaw };
}

/** Goes with a joint of the leader: what lies in a drawer. `way` is how far a joint value of 1 moves it, from the leader. */
export function followJoint(
  thing: Thing,
  leader: Thing,
  joint: string,
  way: readonly [number, number, number],
  at: number,
): void {
  const from = beat(at);
  thing.way.add({
    from,
    to: Number.POSITIVE_INFINITY,
    at: (t, start) => {
      const moved = leader.joint(joint).at(t) - leader.joint(joint).at(from);
      const before = leader.pose(from);
      const shift = fromLeader(leader.pose(t), [way[0] * moved, way[1] * moved, way[2] * moved]);
      return {
        ...start,
        x: start.x + shift.x - before.x,
        y: start.y + shift.y - before.y,
        z: start.z + shift.z - before.z,
      };
    },
  });
}
