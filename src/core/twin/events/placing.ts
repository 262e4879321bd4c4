import type { FrameEvent } from '../program-frame.ts';
import { LastMoved } from './moved.ts';
import { type EventRule, forgetIds } from './rule.ts';
import { type PairEdge, SteadyPairs } from './steady-pairs.ts';

/** Holders within so many seconds of the edge count as the hand. */
const handSeconds = 0.2;
/** A contact that is no older than this when the support is certain is what began it. */
const contactSeconds = 0.5;

/** What has not moved for so long was not put or taken: its support came to light, or is hidden. */
const moveSeconds = 0.7;

/**
 * is put on, is taken from (other: support; by: hand) and is put in, is taken out of (other: container; by: hand):
 * `on` or `in` begins, ends. Bursts and gaps shorter than 0.2 s (0.3 s) do not count; by = who held it within 0.2 s. A begin is
 * dated to the first contact, where that is at most 0.5 s older: that it rests there is known once it stands still. One
 * of the two must have moved within 0.7 s.
 */
export function placing(): EventRule {
  const on = new SteadyPairs(0.2, 0.3);
  const inside = new SteadyPairs(0.2, 0.3);
  const moved = new LastMoved();
  const touching = new Map<string, { since: number; last: number }>();
  const hands = new Map<number, { holder: number; from: number; to: number }>();
  return {
    step(context) {
      const { contacts, now, time, isSettled } = context;
      moved.step(context);
      for (const { a, b } of contacts('holds')) {
        const known = hands.get(b);
        hands.set(b, { holder: a, from: known?.holder === a ? known.from : time, to: time });
      }
      noteContacts(touching, contacts('touches'), time);
      const dateOf = ({ kind, a, b, time: t }: PairEdge): number => {
        const since = kind === 'begins' ? touching.get(pairKey(a, b))?.since : undefined;
        return since !== undefined && t - since <= contactSeconds ? Math.min(t, since) : t;
      };
      const event = (edge: PairEdge, types: readonly [FrameEvent['type'], FrameEvent['type']]): FrameEvent => {
        const hand = hands.get(edge.a);
        const near = hand && hand.from <= edge.time + handSeconds && hand.to >= edge.time - handSeconds;
        const by = near && hand.holder !== edge.b ? { by: hand.holder } : {};
        return { t: dateOf(edge), type: types[edge.kind === 'begins' ? 0 : 1], who: edge.a, other: edge.b, ...by };
      };
      const isMove = ({ a, b, time: t }: PairEdge) => moved.since(t - moveSeconds, a, b);
      const edges = (pairs: SteadyPairs, relation: 'on' | 'in') =>
        pairs.step(contacts(relation), time, isSettled, (id) => now.has(id)).filter(isMove);
      return [
        ...edges(on, 'on').map((edge) => event(edge, ['is put on', 'is taken from'])),
        ...edges(inside, 'in').map((edge) => event(edge, ['is put in', 'is taken out of'])),
      ];
    },
    forget(isKnown) {
      on.forget(isKnown);
      inside.forget(isKnown);
      moved.forget(isKnown);
      forgetIds(hands, isKnown);
    },
  };
}

const pairKey = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;

/** Since when pairs touch; what has parted for 0.1 s begins anew. */
function noteContacts(
  touching: Map<string, { since: number; last: number }>,
  contacts: readonly { a: number; b: number }[],
  time: number,
): void {
  for (const { a, b } of contacts) {
    const key = pairKey(a, b);
    const known = touching.get(key);
    if (known === undefined) touching.set(key, { since: time, last: time });
    else known.last = time;
  }
  for (const [key, { last }] of touching) if (time - last > 0.1) touching.delete(key);
}
