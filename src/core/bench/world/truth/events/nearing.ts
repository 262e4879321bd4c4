import type { Point } from '../../../../base/geometry.ts';
import type { TruthEvent } from '../../contract.ts';
import type { ThingState } from '../records.ts';
import { diagonal, type EventRule, forgetAbsent, instant, isWellSeen, type Step } from './rule.ts';

/** Ways are measured over so long. */
const spanSeconds = 0.5;
/** Shares of its way by which the distance must shrink, grow: to begin, to go on. */
const [beginsAt, endsBelow] = [0.6, 0.3];
/** Shares of the diagonal that it must have gone: to begin, to go on. */
const [goesAt, restsBelow] = [0.01, 0.005];

/**
 * approaches, recedes (; other): over the last 0.5 s it went 1 % of the diagonal or more, and the distance of the
 * two centres shrank, grew by 0.6 of that way or more (the camera's motion taken out). That is over when either falls
 * below half of its limit. While less than a fifth or 16 px of one is to be seen, and until both have been better seen for 0.5 s,
 * it stays as it was.
 * Dated to when it had gone a tenth of its way in these
 * 0.5 s.
 */
export function nearing(): EventRule {
  const trails = new Map<number, Trail>();
  const states = new Map<string, State>();
  return {
    step: (step) => {
      if (step.record.cut) for (const memory of [trails, states]) memory.clear();
      for (const thing of step.now.values()) follow(trails, thing, step.record.time);
      forgetAbsent(trails, step);
      for (const [key, { one, other }] of states) if (!step.now.has(one) || !step.now.has(other)) states.delete(key);
      const strides = stridesOf(step, trails);
      return strides.flatMap((one) => strides.flatMap((other) => judge(one, other, states, step)));
    },
  };
}

interface State {
  readonly one: number;
  readonly other: number;
  readonly nearing: Nearing;
}

type Nearing = 'approaches' | 'recedes' | 'neither';

/** Where its own movement has taken it, since it was last badly seen. */
interface Trail {
  readonly samples: { readonly time: number; readonly at: Point }[];
}

function follow(trails: Map<number, Trail>, thing: ThingState, time: number): void {
  const { id, velocity } = thing;
  const samples = isWellSeen(thing) ? (trails.get(id)?.samples ?? []) : [];
  const last = samples.at(-1);
  const dt = last === undefined ? 0 : time - last.time;
  const [x, y] = last?.at ?? [0, 0];
  if (isWellSeen(thing)) samples.push({ time, at: [x + velocity[0] * dt, y + velocity[1] * dt] });
  while (samples.length > 1 && time - samples[1]!.time >= spanSeconds - instant) samples.shift();
  trails.set(id, { samples });
}

/** Where a thing is, and how it came there in the last 0.5 s. */
interface Stride {
  readonly id: number;
  readonly at: Point;
  readonly way: Point;
  /** When it had gone a tenth of the way. */
  readonly since: number;
}

function stridesOf({ now, record: { time } }: Step, trails: ReadonlyMap<number, Trail>): Stride[] {
  return [...now.values()].flatMap(({ id, centroid }) => {
    const [first, last] = [trails.get(id)!.samples[0], trails.get(id)!.samples.at(-1)];
    if (first === undefined || last === undefined || time - first.time < spanSeconds - instant) return [];
    const goneAt = ([x, y]: Point): Point => [x - first.at[0], y - first.at[1]];
    const way = goneAt(last.at);
    const near = trails.get(id)!.samples.findLast((one) => length(goneAt(one.at)) <= 0.1 * length(way));
    return [{ id, at: centroid, way, since: near?.time ?? first.time }];
  });
}

function judge(one: Stride, other: Stride, states: Map<string, State>, step: Step): TruthEvent[] {
  if (one.id === other.id) return [];
  const key = `${one.id} ${other.id}`;
  const before = states.get(key)?.nearing ?? 'neither';
  const now = nearingOf(one, other, before, diagonal(step));
  states.set(key, { one: one.id, other: other.id, nearing: now });
  if (now === 'neither' || now === before) return [];
  return [{ type: now, who: one.id, other: other.id, time: one.since }];
}

function nearingOf(one: Stride, other: Stride, before: Nearing, diag: number): Nearing {
  const way = length(one.way);
  const share = growthOf(one, other) / Math.max(way, 1e-9);
  const isMuch = (state: Nearing, sign: number) =>
    way >= (before === state ? restsBelow : goesAt) * diag && sign * share >= (before === state ? endsBelow : beginsAt);
  if (isMuch('approaches', -1)) return 'approaches';
  return isMuch('recedes', 1) ? 'recedes' : 'neither';
}

/** By how much their ways have parted the two, px. */
function growthOf({ at: p, way: v }: Stride, { at: q, way: w }: Stride): number {
  const [x, y] = [p[0] - q[0], p[1] - q[1]];
  return length([x, y]) - length([x - v[0] + w[0], y - v[1] + w[1]]);
}

const length = ([x, y]: Point): number => Math.sqrt(x * x + y * y);
