import { figureHeight } from '../../models/index.ts';
import { fromLeader, type Pose } from '../pose.ts';
import type { Stage } from '../stage.ts';
import type { Thing } from '../thing.ts';
import { carry, leaveSupport, type Spot, spotOn } from './place.ts';
import { beat, during, endOf, type Span } from './span.ts';
import { drive, follow, type Ground, lengthOf } from './travel.ts';

/** Seconds from standing to full steps. */
const rampSeconds = 0.16;

/**
 * Walks through points at constant speed, facing where it goes; the legs keep step with the ground.
 * @throws Error for a model that does not walk
 */
export function walk(walker: Thing, points: readonly Ground[], span: Span): void {
  const { stride, noun } = walker.model;
  if (stride === undefined) throw new Error(`a ${noun} does not walk`);
  const metres = lengthOf(walker, points, span);
  walker.joint('phase').add(during(span, (u, start) => start + (metres * u) / stride));
  const steps = walker.joint('stride');
  steps.add(during({ at: span.at, for: rampSeconds }, (u) => u));
  steps.add(during({ at: endOf(span) - rampSeconds, for: rampSeconds }, (u) => 1 - u));
  drive(walker, points, span);
}

/** Where a held thing's foot is, as seen from a person of scale 1 who holds it, m. */
const inHands = [0, 0.98, 0.34] as const;

/** Takes a thing into both hands, from wherever it is; holds it from the beginning of the span on. */
export function pickUp(stage: Stage, holder: Thing, thing: Thing, span: Span): void {
  leaveSupport(stage, thing, span.at);
  stage.facts.begin('holds', holder.id, thing.id, beat(span.at));
  holder.grips.push({ thing, from: beat(span.at), to: Number.POSITIVE_INFINITY });
  const end = endOf(span);
  carry(thing, span, (start) => ({ ...start, ...handsOf(holder, end) }), 0);
  follow(thing, holder, end);
}

/** Puts what it holds on a thing, or on the floor at a place seen from itself. */
export function setDown(
  stage: Stage,
  holder: Thing,
  thing: Thing,
  support: Thing | Ground,
  spot: Spot,
  span: Span,
): void {
  const end = endOf(span);
  const goal = isThing(support) ? spotOn(support, spot, end) : { x: support[0], y: spot.y ?? 0, z: support[1] };
  carry(thing, span, (start) => ({ ...start, ...goal }), 0);
  letGo(stage, holder, thing, end);
  if (!isThing(support)) return;
  stage.facts.begin('on', thing.id, support.id, end);
  follow(thing, support, end);
}

/** Puts what it holds into a container. */
export function putInto(stage: Stage, holder: Thing, thing: Thing, container: Thing, spot: Spot, span: Span): void {
  const end = endOf(span);
  carry(thing, span, (start) => ({ ...start, ...spotOn(container, { y: 0.02, ...spot }, end) }), 0.08);
  letGo(stage, holder, thing, end);
  stage.facts.begin('in', thing.id, container.id, end);
  follow(thing, container, end);
}

/** Gives what it holds to somebody; for the time of the span both hold it. */
export function handOver(stage: Stage, giver: Thing, taker: Thing, thing: Thing, span: Span): void {
  const end = endOf(span);
  stage.facts.begin('holds', taker.id, thing.id, beat(span.at));
  taker.grips.push({ thing, from: beat(span.at), to: Number.POSITIVE_INFINITY });
  carry(thing, span, (start) => ({ ...start, ...handsOf(taker, end) }), 0);
  letGo(stage, giver, thing, end);
  follow(thing, taker, end);
}

/** Lets what it holds go where it is. */
export function letGo(stage: Stage, holder: Thing, thing: Thing, at: number): void {
  const end = beat(at);
  stage.facts.end('holds', holder.id, thing.id, end);
  const grip = holder.grips.find((one) => one.thing === thing && one.to === Number.POSITIVE_INFINITY);
  if (grip !== undefined) grip.to = end;
}

function handsOf(holder: Thing, at: number): Pick<Pose, 'x' | 'y' | 'z'> {
  const factor = holder.model.size[1] / figureHeight;
  const { x, y, z } = fromLeader(holder.pose(at), [inHands[0], inHands[1] * factor, inHands[2] * factor]);
  return { x, y, z };
}

const isThing = (support: Thing | Ground): support is Thing => 'id' in support;

/** A hand reaches in from outside, and takes a thing along: up, over, and down on a support or away with it. */
export function grab(stage: Stage, hand: Thing, thing: Thing, at: number): void {
  stage.facts.begin('holds', hand.id, thing.id, beat(at));
  leaveSupport(stage, thing, at);
  follow(thing, hand, at);
}

/** The hand opens; what it held stays on the support. */
export function release(stage: Stage, hand: Thing, thing: Thing, support: Thing | null, at: number): void {
  letGo(stage, hand, thing, at);
  thing.way.add(during({ at, for: 0 }, (_, start) => start));
  if (support === null) return;
  stage.facts.begin('on', thing.id, support.id, beat(at));
}
