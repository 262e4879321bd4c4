import { findNoun, isAnimate } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';

/** Who does things is no kind that "one" and "hers" stand for. */
const isDoer = (noun: string) => noun === 'hand' || isAnimate({ noun });

/** Notes a noun that was named, for a later "one". */
export function noteNoun(reader: Reader, { noun, conditions }: Phrase): void {
  if (noun === undefined) return;
  if (reader.subordinate && isDoer(noun)) return;
  reader.lastNoun = noun;
  if (reader.subordinate) reader.clauseNoun = noun;
  else reader.lastLooks = conditions.length > 0 && !isDoer(noun) && findNoun(noun)?.sort !== 'surface';
}

/**
 * The noun that "one" stands for. In a time clause it is what the clause has named; then what was named with a look
 * ("next to the red ball when the blue one ..."); then the thing described ("which cat got onto the sofa after the black one ...").
 */
export function nounOfOne({ subordinate, clauseNoun, lastLooks, lastNoun, headNoun }: Reader): string | undefined {
  if (!subordinate || lastLooks) return clauseNoun !== undefined && subordinate ? clauseNoun : lastNoun;
  return clauseNoun ?? headNoun ?? lastNoun;
}

/** The noun that "hers" stands for: what is had is a thing. */
export function nounOfHers(reader: Reader): string | undefined {
  const noun = nounOfOne(reader);
  return noun === undefined || isDoer(noun) ? undefined : noun;
}
