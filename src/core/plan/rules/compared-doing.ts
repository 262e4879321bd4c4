import type { Fact, Filler } from './fact.ts';
import { isAnimate } from './lexicon.ts';
import type { Cond, Phrase } from './phrase.ts';

/** "touched the printer more often than the desk": the clause with the desk in the place of the printer; null if others are compared. */
export function comparedDoing(fact: Fact, described: Phrase, to: Phrase): Fact | null {
  if (described.noun !== undefined && described.noun === to.noun) return null;
  if (fact.is === 'event') {
    const role = (['other', 'by', 'who'] as const).find((one) => alike(fact.roles[one], described, to));
    return role === undefined ? null : { ...fact, roles: { ...fact.roles, [role]: to } };
  }
  if (fact.is !== 'relation') return null;
  if (alike(fact.to, described, to)) return { ...fact, to };
  return alike(fact.subject, described, to) ? { ...fact, subject: to } : null;
}

/** It is compared with what it is like: the same noun, or people with people where the thing described is none. */
function alike(filler: Filler | undefined, described: Phrase, to: Phrase): boolean {
  if (filler === undefined || filler === 'gap' || filler.self) return false;
  if (filler.noun !== undefined && filler.noun === to.noun) return true;
  return isAnimate(filler) === isAnimate(to) && isAnimate(described) !== isAnimate(to);
}

/** Both numbers are the thing's own: how often it touched the one, and how often the other. */
export function comparedWith(own: readonly Cond[], others: readonly Cond[]): readonly Cond[] {
  const [other] = others;
  if (other?.is !== 'compare') return own;
  return own.map((c) => (c.is === 'compare' ? { ...c, than: { is: 'measure', measure: other.measure } } : c));
}
