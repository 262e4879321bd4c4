import type { TruthEvent } from '../../contract.ts';
import type { ThingState } from '../records.ts';
import { type EventRule, instant, type Step } from './rule.ts';

const steadySeconds = 0.5;
const sizeFactor = 1.2;
const sizeSeconds = 2;
const likeDepth = 0.03;

/** changes color, changes shape: the first word is another one for 0.5 s; dated to when it became so. */
export function wordChanges(): EventRule {
  const color = new Words('changes color', ({ colors }) => colors[0]);
  const shape = new Words('changes shape', ({ shapes }) => shapes[0]);
  return {
    step: ({ now, record: { time } }) =>
      [...now.values()].flatMap((thing) => [...color.step(thing, time), ...shape.step(thing, time)]),
  };
}

class Words {
  readonly #type: 'changes color' | 'changes shape';
  readonly #wordOf: (thing: ThingState) => string | undefined;
  readonly #known = new Map<number, { word: string; next?: string; since: number }>();

  constructor(type: 'changes color' | 'changes shape', wordOf: (thing: ThingState) => string | undefined) {
    this.#type = type;
    this.#wordOf = wordOf;
  }

  step(thing: ThingState, time: number): TruthEvent[] {
    const word = this.#wordOf(thing);
    if (word === undefined || thing.visible <= 0.05) return [];
    const known = this.#known.get(thing.id);
    if (known === undefined || word === known.word) {
      this.#known.set(thing.id, { word, since: time });
      return [];
    }
    if (word !== known.next) Object.assign(known, { next: word, since: time });
    if (time - known.since < steadySeconds - instant) return [];
    this.#known.set(thing.id, { word, since: time });
    return [{ type: this.#type, who: thing.id, time: known.since }];
  }
}

interface Sample {
  readonly time: number;
  readonly area: number;
  readonly depth: number;
}

/**
 * changes size: its whole outline has been larger or smaller by a factor of 1.2 for 0.5 s than at a moment of the 2 s
 * before that, at like depth (3 %), clear of the picture's edge; dated to when that began. Then the comparison begins
 * anew. The half second keeps out the swing of a walker's legs.
 */
export function sizeChanges(): EventRule {
  const memories = new Map<number, Sample[]>();
  return {
    step: (step) =>
      [...step.now.values()].flatMap((thing): TruthEvent[] => {
        if (!isWhole(thing, step)) {
          memories.delete(thing.id);
          return [];
        }
        const now = { time: step.record.time, area: thing.area, depth: thing.depth };
        const span = sizeSeconds + steadySeconds + instant;
        const known = [...(memories.get(thing.id) ?? []), now].filter(({ time }) => now.time - time <= span);
        const recent = known.filter(({ time }) => now.time - time <= steadySeconds + instant);
        const older = known.slice(0, known.length - recent.length);
        const changed = older.some((then) => recent.every((one) => isOtherSize(then, one, now.area > then.area)));
        memories.set(thing.id, changed ? [now] : known);
        return changed ? [{ type: 'changes size', who: thing.id, time: recent[0]!.time }] : [];
      }),
  };
}

function isOtherSize(then: Sample, now: Sample, grown: boolean): boolean {
  const alike = Math.abs(then.depth - now.depth) <= likeDepth * Math.max(then.depth, now.depth);
  const ratio = now.area / then.area;
  return alike && (grown ? ratio >= sizeFactor : ratio <= 1 / sizeFactor);
}

function isWhole({ box: [x, y, w, h], visible }: ThingState, { width, height }: Step): boolean {
  return x > 2 && y > 2 && x + w < width - 2 && y + h < height - 2 && visible >= 0.95;
}
