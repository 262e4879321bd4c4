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

function turnWheels(thing: Thing, points: readonly Ground[], span: Span, sign: 1 | -1 = 1): void {
  const { x, z } = thing.pose(beat(span.at));
  const metres = sign * legs([[x, z], ...points]).at(-1)!.to;
  thing.joint('driven').add(during(span, (u, start) => start + metres * u));
}

/** Goes through points at constant speed without turning. */
export function drift(thing: Thing, points: readonly Ground[], span: Span): void {
  goThrough(thing, points, span, (pose) => pose);
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

/** Is at a place from a moment on: for what happens out of the picture, or at a cut. */
export function jump(thing: Thing, [x, z]: Ground, at: number, yaw?: number): void {
  thing.way.add(during({ at, for: 0 }, (_, start) => ({ ...start, x, z, yaw: yaw ?? start.yaw })));
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
