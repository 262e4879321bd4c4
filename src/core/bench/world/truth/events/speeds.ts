import type { TruthEvent } from '../../contract.ts';
import type { ThingState } from '../records.ts';
import { diagonal, type EventRule, forgetAbsent, instant, isHidden, isInside, type Step } from './rule.ts';

const within = 0.5;
const longAgo = 0.9;
const faster = 1.5;
/** Below this share of the diagonal a second there is no direction. */
const leastShare = 0.02;
/** What lasts shorter is no movement or no rest; velocities are means over so long. */
const steadySeconds = 0.2;

interface Sample {
  readonly time: number;
  readonly x: number;
  readonly y: number;
}

/** What is known of one thing. */
interface Memory {
  moving: boolean;
  /** When `moving` began to be otherwise; null while it is not. */
  changedAt: number | null;
  /** Velocities of this movement. */
  samples: Sample[];
  turnsFrom: number;
  gainsFrom: number;
}

/**
 * starts, stops: moving switches for at least 0.2 s, dated to the switch; not while it is hidden by something it is not in. turns: the mean velocity of the last 0.2 s
 * points more than 45 degrees away from that of 0.2 s that ended at most 0.5 s before, both 2 % of the diagonal a second
 * or more. speeds up: the mean speed of the last 0.2 s is 1.5 times the greatest mean of 0.2 s that ended 0.5 to 0.9 s
 * before (a short dip is no gain). Both
 * within one movement, and what is compared begins anew after each event; dated to the middle of the last
 * 0.2 s.
 */
export function speeds(): EventRule {
  const memories = new Map<number, Memory>();
  return {
    step: (step) => {
      forgetAbsent(memories, step);
      return [...step.now.values()].flatMap((thing) => eventsOf(thing, step, memories));
    },
  };
}

function eventsOf(thing: ThingState, step: Step, memories: Map<number, Memory>): TruthEvent[] {
  const { id, moving, velocity } = thing;
  const { time } = step.record;
  const fresh = { moving, changedAt: null, samples: [], turnsFrom: time, gainsFrom: time };
  const memory = memories.get(id) ?? fresh;
  // what began in sight is known to go on for a moment
  if (isUnseen(step, id) && memory.changedAt === null) {
    memories.delete(id);
    return [];
  }
  memories.set(id, memory);
  const events = switchOf(thing, time, memory);
  if (!moving && memory.samples.length === 0) return events;
  memory.samples.push({ time, x: velocity[0], y: velocity[1] });
  if (isTurned(memory, time, leastShare * diagonal(step))) {
    memory.turnsFrom = time;
    events.push({ type: 'turns', who: id, time: time - steadySeconds / 2 });
  }
  if (isFaster(memory, time)) {
    memory.gainsFrom = time;
    events.push({ type: 'speeds up', who: id, time: time - steadySeconds / 2 });
  }
  return events;
}

/** Hidden by something that it is not in: nobody sees it start, stop, turn; it is known anew when it is seen again. */
const isUnseen = (step: Step, id: number): boolean => isHidden(step, id) && !isInside(step, id);

function switchOf({ id, moving }: ThingState, time: number, memory: Memory): TruthEvent[] {
  if (moving === memory.moving) {
    memory.changedAt = null;
    return [];
  }
  memory.changedAt ??= time;
  if (time - memory.changedAt < steadySeconds - instant) return [];
  const event: TruthEvent = { type: moving ? 'starts' : 'stops', who: id, time: memory.changedAt };
  if (!moving) memory.samples = [];
  Object.assign(memory, { moving, changedAt: null });
  return [event];
}

function isTurned({ samples, turnsFrom }: Memory, time: number, least: number): boolean {
  const now = meanOf(samples, turnsFrom, time);
  return earlierMeans(samples, turnsFrom, time, [0, within]).some(
    (then) =>
      now !== null &&
      Math.min(now.speed, then.speed) >= least &&
      now.x * then.x + now.y * then.y < Math.SQRT1_2 * now.speed * then.speed,
  );
}

function isFaster({ samples, gainsFrom }: Memory, time: number): boolean {
  const now = meanOf(samples, gainsFrom, time);
  const before = earlierMeans(samples, gainsFrom, time, [within, longAgo]);
  return now !== null && before.length > 0 && before.every((then) => now.path >= faster * then.path);
}

/** Of one stretch of 0.2 s. */
interface Mean {
  readonly x: number;
  readonly y: number;
  /** Length of the mean velocity. */
  readonly speed: number;
  /** Mean length of the velocity. */
  readonly path: number;
}

/** Those that ended so many seconds before. */
function earlierMeans(
  samples: readonly Sample[],
  since: number,
  time: number,
  [least, most]: readonly [number, number],
): Mean[] {
  return samples
    .filter((sample) => time - sample.time >= least - instant && time - sample.time <= most + instant)
    .map((sample) => meanOf(samples, since, sample.time))
    .filter((mean) => mean !== null);
}

/** Null where the movement, or the comparison, is younger than 0.2 s at that time. */
function meanOf(samples: readonly Sample[], since: number, time: number): Mean | null {
  const from = time - steadySeconds;
  if (Math.max(samples[0]!.time, since) > from + instant) return null;
  const meant = samples.filter((sample) => sample.time > from + instant && sample.time <= time + instant);
  const [x, y] = [meanBy(meant, (sample) => sample.x), meanBy(meant, (sample) => sample.y)];
  return { x, y, speed: length(x, y), path: meanBy(meant, (sample) => length(sample.x, sample.y)) };
}

const meanBy = (samples: readonly Sample[], of: (sample: Sample) => number): number =>
  samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;

const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);
