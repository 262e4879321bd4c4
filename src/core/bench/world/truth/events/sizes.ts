import type { TruthEvent } from '../../contract.ts';
import type { ThingState } from '../records.ts';
import { type EventRule, forgetAbsent, instant, type Step } from './rule.ts';

const sizeFactor = 1.2;
const sizeSeconds = 2;
const likeDepth = 0.03;
/** Its area is steady when the largest of so many seconds is at most so many times the smallest. */
const steadySeconds = 0.4;
const steadyFactor = 1.08;

interface Sample {
  readonly time: number;
  readonly area: number;
  readonly depth: number;
}

/**
 * changes size: the area of its outline is steady (8 % within 0.4 s) and 1.2 times as large or small as when it was
 * steady before: within the 2 s before, or, where the change took longer, when it was steady last; at like depth (3 %),
 * clear of the picture's edge and in full sight from then to now. Dated to when it was of the old size last. Then the
 * comparison begins anew. The swing of a walker's legs is not steady.
 */
export function sizeChanges(): EventRule {
  const memories = new Map<number, Memory>();
  return {
    step: (step) => {
      forgetAbsent(memories, step);
      return [...step.now.values()].flatMap((thing) => changeOf(thing, step, memories));
    },
  };
}

interface Memory {
  /** Of the last 0.4 s. */
  recent: Sample[];
  /** Ends of steady stretches, oldest first. */
  steady: Sample[];
}

function changeOf(thing: ThingState, step: Step, memories: Map<number, Memory>): TruthEvent[] {
  if (!isWhole(thing, step)) {
    memories.delete(thing.id);
    return [];
  }
  const memory = memories.get(thing.id) ?? { recent: [], steady: [] };
  memories.set(thing.id, memory);
  const now = { time: step.record.time, area: thing.area, depth: thing.depth };
  memory.recent = [...memory.recent, now].filter(({ time }) => now.time - time <= steadySeconds + instant);
  if (!isSteady(memory.recent)) return [];
  const old = memory.steady.findLast((then) => isOtherSize(then, now));
  const begin = memory.steady.findLastIndex(({ time }) => now.time - time >= sizeSeconds - instant);
  memory.steady = old === undefined ? [...memory.steady.slice(Math.max(0, begin)), now] : [now];
  return old === undefined ? [] : [{ type: 'changes size', who: thing.id, time: old.time }];
}

function isSteady(recent: readonly Sample[]): boolean {
  const areas = recent.map(({ area }) => area);
  const isLong = recent.at(-1)!.time - recent[0]!.time >= steadySeconds - instant;
  return isLong && Math.max(...areas) <= steadyFactor * Math.min(...areas);
}

function isOtherSize(then: Sample, now: Sample): boolean {
  const alike = Math.abs(then.depth - now.depth) <= likeDepth * Math.max(then.depth, now.depth);
  const ratio = now.area / then.area;
  return alike && (ratio >= sizeFactor || ratio <= 1 / sizeFactor);
}

function isWhole({ box: [x, y, w, h], visible }: ThingState, { width, height }: Step): boolean {
  return x > 2 && y > 2 && x + w < width - 2 && y + h < height - 2 && visible >= 0.95;
}
