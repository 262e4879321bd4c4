import type { TruthEvent } from '../../contract.ts';
import type { ThingState } from '../records.ts';
import { type EventRule, instant } from './rule.ts';

const steadySeconds = 0.5;
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
