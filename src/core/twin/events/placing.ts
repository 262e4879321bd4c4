import type { FrameEvent } from '../program-frame.ts';
import { type EventRule, forgetIds } from './rule.ts';
import { type PairEdge, SteadyPairs } from './steady-pairs.ts';

/** Holders within so many seconds of the edge count as the hand. */
const handSeconds = 0.2;

/**
 * is put on, is taken from (other: support; by: hand) and is put in, is taken out of (other: container; by: hand):
 * `on` or `in` begins, ends. Bursts and gaps shorter than 0.2 s do not count; by = who held it within 0.2 s.
 */
export function placing(): EventRule {
  const on = new SteadyPairs(0.2, 0.2);
  const inside = new SteadyPairs(0.2, 0.2);
  const hands = new Map<number, { holder: number; from: number; to: number }>();
  return {
    step({ contacts, time, earlier }) {
      for (const { a, b } of contacts('holds')) {
        const known = hands.get(b);
        hands.set(b, { holder: a, from: known?.holder === a ? known.from : time, to: time });
      }
      const listed = (id: number) => earlier.has(id);
      const event = (edge: PairEdge, types: readonly [FrameEvent['type'], FrameEvent['type']]): FrameEvent => {
        const hand = hands.get(edge.a);
        const near = hand && hand.from <= edge.time + handSeconds && hand.to >= edge.time - handSeconds;
        const by = near && hand.holder !== edge.b ? { by: hand.holder } : {};
        return { t: edge.time, type: types[edge.kind === 'begins' ? 0 : 1], who: edge.a, other: edge.b, ...by };
      };
      return [
        ...on.step(contacts('on'), time, listed).map((edge) => event(edge, ['is put on', 'is taken from'])),
        ...inside.step(contacts('in'), time, listed).map((edge) => event(edge, ['is put in', 'is taken out of'])),
      ];
    },
    forget(isKnown) {
      on.forget(isKnown);
      inside.forget(isKnown);
      forgetIds(hands, isKnown);
    },
  };
}
