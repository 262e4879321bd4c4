import type { TruthEvent } from '../../contract.ts';
import { Edges } from './edges.ts';
import { type EventRule, instant, relationsOf, type Step } from './rule.ts';

/** Who held it so shortly before or after is the hand. */
const handSeconds = 0.2;

/**
 * is put on, is taken from (; support; hand), is put in, is taken out of (; container; hand): on, in begins, ends; the
 * hand is who held it within 0.2 s. is carried by (; carrier): holds begins.
 */
export function placing(): EventRule {
  const edges = { on: new Edges(0, 0), in: new Edges(0, 0), holds: new Edges(0, 0.2) };
  const hands = new Map<number, { readonly holder: number; readonly last: number }>();
  return {
    step: (step) => {
      const { record } = step;
      for (const { a, b } of relationsOf(record, 'holds')) hands.set(b, { holder: a, last: record.time });
      const found = (relation: 'on' | 'in' | 'holds') => edgesOf(edges[relation], relation, step);
      const event = (kind: 'on' | 'in') =>
        found(kind).map(({ begins, a, b, time }): TruthEvent => {
          const hand = hands.get(a);
          const isHand = hand !== undefined && hand.holder !== b && time - hand.last <= handSeconds + instant;
          return { type: names[kind][begins ? 0 : 1], who: a, other: b, ...(isHand ? { by: hand.holder } : {}), time };
        });
      const carried = found('holds')
        .filter(({ begins }) => begins)
        .map(({ a, b, time }): TruthEvent => ({ type: 'is carried by', who: b, other: a, time }));
      return [...event('on'), ...event('in'), ...carried];
    },
  };
}

const names = { on: ['is put on', 'is taken from'], in: ['is put in', 'is taken out of'] } as const;

const edgesOf = (edges: Edges, relation: 'on' | 'in' | 'holds', { record, earlier, now }: Step) =>
  edges.step(
    relationsOf(record, relation),
    record.time,
    (a, b) => earlier.has(a) && earlier.has(b),
    (a, b) => now.has(a) && now.has(b),
  );
