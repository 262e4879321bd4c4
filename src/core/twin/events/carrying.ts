import { pairKey } from './pair-key.ts';
import type { EventContext, EventRule } from './rule.ts';
import { SteadyPairs } from './steady-pairs.ts';

/** Common movement is known so much later than it began. */
const lookBack = 0.6;
/** What has parted for so long is picked up anew. */
const partSeconds = 0.3;
/** What comes into the picture in contact and moving with its carrier was picked up before, up to so much later. */
const arrivalSeconds = 0.7;

/** A pair in contact. */
interface Contact {
  readonly since: number;
  /** Both had been in the picture when it began. */
  readonly isNew: boolean;
  last: number;
  isCarried: boolean;
}

/**
 * is carried by (other: carrier): `holds` begins ("picked up", "caught") for the first time in one contact; dated to the
 * knee of the carried one's path, where it began to move with its carrier.
 */
export function carrying(): EventRule {
  const pairs = new SteadyPairs(0, partSeconds);
  const touching = new Map<string, Contact>();
  return {
    step(context) {
      const { contacts, now, time, isSettled, trackOf } = context;
      noteContacts(touching, context);
      const begins = pairs
        .step(contacts('holds'), time, isSettled, (id) => now.has(id))
        .filter(({ kind, a, b }) => kind === 'begins' && isPickedUp(touching.get(pairKey(a, b)), time));
      return begins.map(({ a, b, time: t }) => ({
        t: trackOf(b)?.path.kneeSince(t - lookBack) ?? t,
        type: 'is carried by',
        who: b,
        other: a,
      }));
    },
    forget(isKnown) {
      pairs.forget(isKnown);
      for (const key of touching.keys()) if (!key.split(' ').every((id) => isKnown(Number(id)))) touching.delete(key);
    },
  };
}

function noteContacts(touching: Map<string, Contact>, { contacts, time, isSettled }: EventContext): void {
  for (const { a, b } of contacts('touches')) {
    const key = pairKey(a, b);
    const known = touching.get(key);
    if (known !== undefined) known.last = time;
    else touching.set(key, { since: time, isNew: isSettled(a) && isSettled(b), last: time, isCarried: false });
  }
  for (const [key, { last }] of touching) if (time - last > partSeconds) touching.delete(key);
}

function isPickedUp(contact: Contact | undefined, time: number): boolean {
  if (contact === undefined) return true;
  const isFirst = !contact.isCarried;
  contact.isCarried = true;
  return isFirst && (contact.isNew || time - contact.since > arrivalSeconds);
}
