import type { TruthEvent } from '../../contract.ts';
import type { ThingState } from '../records.ts';
import { type EventRule, instant, type Step } from './rule.ts';

const within = 0.5;
const faster = 1.5;

interface Sample {
  readonly time: number;
  readonly x: number;
  readonly y: number;
}

/**
 * starts, stops: moving switches. turns: the direction has changed by more than 45 degrees between two frames of one
 * movement at most 0.5 s apart. speeds up: its speed has grown by half or more within 0.5 s of one movement. After a
 * turn, or a gain of speed, the comparison begins anew.
 */
export function speeds(): EventRule {
  const memories = new Map<number, { turn: Sample[]; gain: Sample[] }>();
  return {
    step: (step) => [...step.now.values()].flatMap((thing) => eventsOf(thing, step, memories)),
  };
}

function eventsOf(
  thing: ThingState,
  { earlier, record: { time } }: Step,
  memories: Map<number, { turn: Sample[]; gain: Sample[] }>,
): TruthEvent[] {
  const { id, moving, velocity } = thing;
  const before = earlier.get(id);
  const events: TruthEvent[] = [];
  if (before !== undefined && moving !== before.moving)
    events.push({ type: moving ? 'starts' : 'stops', who: id, time });
  if (!moving || before === undefined) memories.delete(id);
  if (!moving) return events;
  const memory = memories.get(id) ?? { turn: [], gain: [] };
  memories.set(id, memory);
  const sample = { time, x: velocity[0], y: velocity[1] };
  if (differs(memory.turn, sample, isTurned)) events.push({ type: 'turns', who: id, time });
  if (differs(memory.gain, sample, isFaster)) events.push({ type: 'speeds up', who: id, time });
  return events;
}

function differs(samples: Sample[], now: Sample, test: (from: Sample, to: Sample) => boolean): boolean {
  const recent = samples.filter(({ time }) => now.time - time <= within + instant);
  const found = recent.some((from) => test(from, now));
  samples.splice(0, samples.length, ...(found ? [] : recent), now);
  return found;
}

const isTurned = (a: Sample, b: Sample): boolean =>
  a.x * b.x + a.y * b.y < Math.SQRT1_2 * Math.sqrt(square(a) * square(b));

const isFaster = (a: Sample, b: Sample): boolean => square(b) >= faster * faster * square(a);

const square = ({ x, y }: Sample): number => x * x + y * y;
