import { areAlike } from '../pace.ts';
import { pairId, unorderedPairId } from '../pair-id.ts';
import type { Node } from '../scene-graph.ts';
import { type EventContext, type EventRule, forgetPairs } from './rule.ts';
import { type FactPair, SteadyPairs } from './steady-pairs.ts';

/** Common movement is known so much later than it began. */
const lookBack = 0.6;
/** What has parted for so long is picked up anew. */
const partSeconds = 0.3;
/** What comes into the picture in contact and moving with its carrier was picked up before, up to so much later. */
const arrivalSeconds = 0.7;

/** What something stands on or lies in carries it after so much longer: otherwise that is taken away, or it is moved along. */
const baseSeconds = 0.2;
/** What is seen to no larger share is hidden. */
const hiddenShare = 0.05;

/** A pair in contact. */
interface Contact {
  readonly since: number;
  /** Both had been in the picture when it began. */
  readonly isNew: boolean;
  last: number;
  wentAlong: boolean;
  isCarried: boolean;
}

/**
 * is carried by (other: carrier): `holds` begins ("picked up", "caught") for the first time in one contact; dated to the
 * knee of the carried one's path, where it began to move with its carrier.
 */
export function carrying(): EventRule {
  const pairs = new SteadyPairs(0, partSeconds);
  const based = new SteadyPairs(baseSeconds, partSeconds);
  const touching = new Map<number, Contact>();
  return {
    step(context) {
      const { contacts, now, time, isSettled, trackOf } = context;
      noteContacts(touching, context);
      const bases = new Set([...contacts('on'), ...contacts('in')].map(({ a, b }) => pairId(b, a)));
      const carried = contacts('holds').filter(({ a, b }) => noteGoingAlong(a, b, touching, context));
      const isBase = ({ a, b }: FactPair) => bases.has(pairId(a, b));
      const areSeen = ({ a, b }: FactPair) => [a, b].every((id) => (now.get(id)?.attr.spa.visible ?? 0) > hiddenShare);
      const edgesOf = (steady: SteadyPairs, of: readonly FactPair[]) =>
        steady.step(of, time, isSettled, (id) => now.has(id));
      const begins = [
        ...edgesOf(
          pairs,
          carried.filter((pair) => !isBase(pair)),
        ),
        ...edgesOf(
          based,
          carried.filter((pair) => isBase(pair) && areSeen(pair)),
        ),
      ].filter(({ kind, a, b }) => kind === 'begins' && notePickUp(touching.get(unorderedPairId(a, b)), time));
      return begins.map(({ a, b, time: t }) => ({
        t: trackOf(b)?.path.kneeSince(t - lookBack) ?? t,
        type: 'is carried by',
        who: b,
        other: a,
      }));
    },
    get size() {
      return pairs.size + based.size + touching.size;
    },
    forget(isKnown) {
      pairs.forget(isKnown);
      based.forget(isKnown);
      forgetPairs(touching, isKnown);
    },
  };
}

function noteContacts(touching: Map<number, Contact>, { contacts, time, isSettled }: EventContext): void {
  for (const { a, b } of contacts('touches')) {
    const key = unorderedPairId(a, b);
    const known = touching.get(key);
    if (known !== undefined) known.last = time;
    else
      touching.set(key, {
        since: time,
        isNew: isSettled(a) && isSettled(b),
        last: time,
        wentAlong: false,
        isCarried: false,
      });
  }
  for (const [key, { last }] of touching) if (time - last > partSeconds) touching.delete(key);
}

/** True where they move alike, or have done so in this contact. */
function noteGoingAlong(a: number, b: number, touching: ReadonlyMap<number, Contact>, { now }: EventContext): boolean {
  const contact = touching.get(unorderedPairId(a, b));
  const [carrier, load] = [now.get(a), now.get(b)];
  if (contact === undefined || carrier === undefined || load === undefined) return false;
  contact.wentAlong ||= moveAlike(carrier, load);
  return contact.wentAlong;
}

function moveAlike(a: Node, b: Node): boolean {
  if (!a.attr.temp.moving || !b.attr.temp.moving) return false;
  return areAlike(a.attr.temp.velocity ?? [0, 0], b.attr.temp.velocity ?? [0, 0]);
}

/** True where it is the first time in this contact. */
function notePickUp(contact: Contact | undefined, time: number): boolean {
  if (contact === undefined) return true;
  const isFirst = !contact.isCarried;
  contact.isCarried = true;
  return isFirst && (contact.isNew || time - contact.since > arrivalSeconds);
}
