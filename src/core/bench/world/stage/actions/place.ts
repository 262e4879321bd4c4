import { fromLeader, type Pose } from '../pose.ts';
import { type Stage, topOf } from '../stage.ts';
import type { Thing } from '../thing.ts';
import { beat, during, endOf, mix, type Span } from './span.ts';
import { follow, type Ground } from './travel.ts';

/** Where something is put: x and z, as seen from the middle of what carries it. */
export interface Spot {
  readonly x?: number;
  readonly z?: number;
  /** Above its foot; default its top (on) or its floor (in). */
  readonly y?: number;
}

/** Goes up from what it rests on and stays in the air (or in a hand). */
export function lift(stage: Stage, thing: Thing, height: number, span: Span): void {
  leaveSupport(stage, thing, span.at);
  carry(thing, span, (start) => ({ ...start, y: start.y + height }), 0);
}

/** Moves straight to a place in space at constant speed: what is in the air, a hand. */
export function fly(thing: Thing, [x, y, z]: readonly [number, number, number], span: Span): void {
  carry(thing, span, (start) => ({ ...start, x, y, z }), 0);
}

/** Goes up, across `rise` metres above, and down to rest on a thing. */
export function putOn(stage: Stage, thing: Thing, support: Thing, spot: Spot, span: Span, rise = 0.15): void {
  const end = endOf(span);
  leaveSupport(stage, thing, span.at);
  carry(thing, span, (start) => ({ ...start, ...spotOn(support, spot, end) }), rise);
  stage.facts.begin('on', thing.id, support.id, end);
  follow(thing, support, end);
}

/** Goes up, across and down into a container; from then on it goes where that goes. */
export function putIn(stage: Stage, thing: Thing, container: Thing, spot: Spot, span: Span, rise = 0.3): void {
  const end = endOf(span);
  leaveSupport(stage, thing, span.at);
  carry(thing, span, (start) => ({ ...start, ...spotOn(container, { y: 0.01, ...spot }, end) }), rise);
  stage.facts.begin('in', thing.id, container.id, end);
  follow(thing, container, end);
}

/** `cover` comes down over `thing`, which is in it from then on and goes where it goes. */
export function cover(stage: Stage, coverThing: Thing, thing: Thing, span: Span, rise = 0.2): void {
  const end = endOf(span);
  const place = thing.pose(beat(span.at));
  carry(coverThing, span, (start) => ({ ...start, x: place.x, y: place.y, z: place.z }), rise);
  const support = stage.facts.supportOf(thing.id, end);
  leaveSupport(stage, coverThing, span.at);
  stage.facts.begin('in', thing.id, coverThing.id, end);
  if (support !== undefined) stage.facts.begin('on', coverThing.id, support.b, end);
  follow(thing, coverThing, end);
}

/** `cover` goes up, over and away to a place on `support` (null: on what is no thing); what was under it stays. */
export function uncover(
  stage: Stage,
  { cover: coverThing, thing, support }: { cover: Thing; thing: Thing; support: Thing | null },
  [x, z]: Ground,
  span: Span,
  rise = 0.2,
): void {
  const end = endOf(span);
  const start = beat(span.at);
  stage.facts.end('in', thing.id, coverThing.id, start);
  leaveSupport(stage, coverThing, start);
  thing.way.add({ from: start, to: start, at: (_, pose) => pose });
  carry(coverThing, span, (start) => ({ ...start, x, z }), rise);
  if (support !== null) stage.facts.begin('on', coverThing.id, support.id, end);
}

/** Straight up, across and straight down at constant speed, `rise` metres above the higher end; straight with 0. */
export function carry(thing: Thing, span: Span, goal: (start: Pose) => Pose, rise: number): void {
  thing.way.add(
    during(span, (u, start) => {
      const end = goal(start);
      return { ...mixPose(start, end, u), ...hop(start, end, rise, u) };
    }),
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

function hop(a: Place, b: Place, rise: number, u: number): Place {
  if (rise === 0) return { x: mix(a.x, b.x, u), y: mix(a.y, b.y, u), z: mix(a.z, b.z, u) };
  const top = Math.max(a.y, b.y) + rise;
  const across = Math.sqrt((b.x - a.x) * (b.x - a.x) + (b.z - a.z) * (b.z - a.z));
  const [up, down] = [top - a.y, top - b.y];
  const gone = u * (up + across + down);
  if (gone <= up) return { x: a.x, y: a.y + gone, z: a.z };
  if (gone >= up + across) return { x: b.x, y: top - (gone - up - across), z: b.z };
  const v = across > 0 ? (gone - up) / across : 1;
  return { x: mix(a.x, b.x, v), y: top, z: mix(a.z, b.z, v) };
}

function mixPose(a: Pose, b: Pose, u: number): Pose {
  const between = (of: 'yaw' | 'pitch' | 'roll' | 'scale') => mix(a[of], b[of], u);
  return { ...a, yaw: between('yaw'), pitch: between('pitch'), roll: between('roll'), scale: between('scale') };
}

/** Ends whatever it is on or in. */
export function leaveSupport(stage: Stage, thing: Thing, at: number): void {
  for (const relation of ['on', 'in'] as const) stage.facts.end(relation, thing.id, null, beat(at));
}

/** The spot on a support, in the world. */
export function spotOn(support: Thing, { x = 0, y, z = 0 }: Spot, at: number): Place {
  const pose = support.pose(at);
  const place = fromLeader(pose, [x, y ?? topOf(support, at) - pose.y, z]);
  return { x: place.x, y: place.y, z: place.z };
}
