import type { EventFact, Filler, PropertyFact, RelationFact } from './fact.ts';
import { type Frame, prepIn } from './frame.ts';
import type { Cond } from './phrase.ts';

/** Who does it: the subject, or whoever follows "by". */
export const doer = (frame: Frame): Filler | undefined => (frame.passive ? prepIn(frame, 'by')?.to : frame.subject);
/** To whom it is done. */
export const done = (frame: Frame): Filler | undefined => (frame.passive ? frame.subject : frame.object);

export function eventFact(frame: Frame, types: readonly string[], said: string, roles: EventFact['roles']): EventFact {
  return { is: 'event', types, roles, word: frame.word, said };
}

export function relationFact(
  frame: Frame,
  name: RelationFact['name'],
  subject: Filler | undefined,
  to: Filler | undefined,
  aspect: RelationFact['aspect'] = 'state',
): RelationFact | null {
  if (subject === undefined || to === undefined) return null;
  const every = typeof to === 'object' && to.universal;
  return { is: 'relation', name, subject, to, every, aspect, word: frame.word };
}

export function propertyFact(
  frame: Frame,
  conditions: readonly Cond[],
  subject: Filler | undefined = frame.subject,
  aspect: PropertyFact['aspect'] = 'state',
): PropertyFact {
  return { is: 'property', subject, conditions, picks: [], aspect, word: frame.word };
}

export const movingCondition = (word: string): Cond => ({ is: 'motion', code: 'moving', word, said: 'moving' });

/** The words of a table row. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
