import type { TruthEvent } from '../../contract.ts';
import { moveTogether } from '../grips.ts';
import type { Relation } from '../records.ts';
import { Edges } from './edges.ts';
import { isJoining } from './joinings.ts';
import { type EventRule, instant, isHidden, relationsOf, type Step } from './rule.ts';

/** Who held it so shortly before or after is the hand. */
const handSeconds = 0.2;

/**
 * is put on, is taken from (; support; hand), is put in, is taken out of (; container; hand): on, in begins, ends; the
 * hand is who held it within 0.2 s. is carried by (; carrier): holds, and both move alike for 0.2 s for the first time since.
 * While who is hidden, on stays as it was: when it ended or began cannot be seen before it comes to light.
 */
export function placing(): EventRule {
  const edges = { on: new Edges(0, 0), in: new Edges(0, 0), holds: new Edges(0.2, 0.2) };
  const carried = new Set<string>();
  const hands = new Map<number, { readonly holder: number; readonly last: number }>();
  return {
    step: (step) => {
      const { record } = step;
      for (const { a, b } of relationsOf(record, 'holds')) hands.set(b, { holder: a, last: record.time });
      const event = (kind: 'on' | 'in') =>
        edges[kind]
          .step(relationsOf(record, kind), step, (a) => kind === 'on' && isHidden(step, a))
          .filter(({ a, b, time }) => !isJoining(step, a, b, time))
          .map(({ begins, a, b, time }): TruthEvent => {
            const hand = hands.get(a);
            const isHand = hand !== undefined && hand.holder !== b && time - hand.last <= handSeconds + instant;
            return {
              type: names[kind][begins ? 0 : 1],
              who: a,
              other: b,
              ...(isHand ? { by: hand.holder } : {}),
              time,
            };
          });
      const carries = edges.holds.step(carriedIn(step, carried), step).filter(({ begins }) => begins);
      for (const { a, b } of carries) carried.add(`${a} ${b}`);
      const taken = carries.map(({ a, b, time }): TruthEvent => ({ type: 'is carried by', who: b, other: a, time }));
      return [...event('on'), ...event('in'), ...taken];
    },
  };
}

const names = { on: ['is put on', 'is taken from'], in: ['is put in', 'is taken out of'] } as const;

/** What is held and moves alike, or has done so since. */
function carriedIn({ record, now }: Step, carried: Set<string>): readonly Relation[] {
  const held = relationsOf(record, 'holds');
  const keys = new Set(held.map(({ a, b }) => `${a} ${b}`));
  for (const key of carried) if (!keys.has(key)) carried.delete(key);
  return held.filter(({ a, b }) => carried.has(`${a} ${b}`) || moveTogether(now.get(a)!, now.get(b)!) === true);
}
