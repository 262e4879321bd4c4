import { unorderedPairId } from '../pair-id.ts';
import type { FrameEvent } from '../program-frame.ts';
import { Hands } from './hands.ts';
import type { EventContext, EventRule } from './rule.ts';
import { type PairEdge, SteadyPairs } from './steady-pairs.ts';

/** What is shorter is no begin of on or in. */
const beginSeconds = 0.2;
/** A shorter gap is no end: what tips over leaves what it stands on for a moment. */
const endSeconds = 0.7;
/** A contact that is no older than this when the support is certain is what began it. */
const contactSeconds = 0.5;
/** What has not moved for 0.7 s (known 0.1 s late) was not put or taken: its support came to light, or is hidden. */
const moveSeconds = 0.6;

/** Something was put or taken; who did it may become known later. */
interface Placing {
  readonly edge: PairEdge;
  readonly type: FrameEvent['type'];
  readonly t: number;
}

/**
 * is put on, is taken from (other: support; by: hand) and is put in, is taken out of (other: container; by: hand):
 * `on` or `in` begins, ends. Bursts shorter than 0.2 s and gaps shorter than 0.7 s do not count; by: see `Hands`. A begin
 * is dated to the first contact, where that is at most 0.5 s older: that it rests there is known once it stands still.
 * What is put on has moved within 0.7 s, of the others one of the two.
 */
export function placing(): EventRule {
  const on = new SteadyPairs(beginSeconds, endSeconds);
  const inside = new SteadyPairs(beginSeconds, endSeconds);
  const touching = new Map<number, { since: number; last: number }>();
  const hands = new Hands();
  let waiting: Placing[] = [];
  const placings = ({ contacts, time, isSettled, now, hasMoved }: EventContext): Placing[] => {
    const edges = (pairs: SteadyPairs, relation: 'on' | 'in') =>
      pairs.step(contacts(relation), time, isSettled, (id) => now.has(id)).filter((edge) => isMove(edge, relation));
    const isMove = ({ kind, a, b, time: t }: PairEdge, relation: 'on' | 'in') =>
      hasMoved(t, moveSeconds, a, ...(relation === 'on' && kind === 'begins' ? [] : [b]));
    const dateOf = ({ kind, a, b, time: t }: PairEdge): number => {
      const since = kind === 'begins' ? touching.get(unorderedPairId(a, b))?.since : undefined;
      return since !== undefined && t - since <= contactSeconds ? Math.min(t, since) : t;
    };
    const placing = (edge: PairEdge, types: readonly [FrameEvent['type'], FrameEvent['type']]): Placing => ({
      ...{ edge, type: types[edge.kind === 'begins' ? 0 : 1], t: dateOf(edge) },
    });
    return [
      ...edges(on, 'on').map((edge) => placing(edge, ['is put on', 'is taken from'])),
      ...edges(inside, 'in').map((edge) => placing(edge, ['is put in', 'is taken out of'])),
    ];
  };
  return {
    step(context) {
      const { contacts, time } = context;
      hands.step(context);
      noteContacts(touching, contacts('touches'), time);
      waiting.push(...placings(context));
      const due = waiting.map((one) => ({ one, hand: hands.of(one.edge.a, one.edge.b, one.t, time) }));
      waiting = due.filter(({ hand }) => hand === 'later').map(({ one }) => one);
      return due.flatMap(({ one: { edge, type, t }, hand }): FrameEvent[] => {
        if (hand === 'later') return [];
        return [{ t, type, who: edge.a, other: edge.b, ...(hand === null ? {} : { by: hand }) }];
      });
    },
    get size() {
      return on.size + inside.size + touching.size + hands.size + waiting.length;
    },
    forget(isKnown) {
      on.forget(isKnown);
      inside.forget(isKnown);
      hands.forget(isKnown);
    },
  };
}

/** Since when pairs touch; what has parted for 0.1 s begins anew. */
function noteContacts(
  touching: Map<number, { since: number; last: number }>,
  contacts: readonly { a: number; b: number }[],
  time: number,
): void {
  for (const { a, b } of contacts) {
    const key = unorderedPairId(a, b);
    const known = touching.get(key);
    if (known === undefined) touching.set(key, { since: time, last: time });
    else known.last = time;
  }
  for (const [key, { last }] of touching) if (time - last > 0.1) touching.delete(key);
}
