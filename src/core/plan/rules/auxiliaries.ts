import type { Reader } from './reader.ts';
import { findVerb } from './verbs.ts';
import { isLookWord } from './vocabulary.ts';
import { noTime, type When } from './when.ts';

/** The small words before a verb, and the time that they say. */
export interface Aux {
  readonly when: When;
  /** A form of "be": a participle after it is passive. */
  readonly be: boolean;
  /** None stands here. */
  readonly bare: boolean;
}

const small =
  'used to|happened to|happens to|happen to|no longer|at no time|at some point|at any time|at one point|at any point|not once|is|are|was|were|be|been|being|has|have|had|does|do|did|get|gets|got|not|never|always|ever|already|currently|now|also|both|either|first|finally|eventually|just|once|only|later|then|afterwards|subsequently|previously|earlier|still|constantly|continuously|sometimes|briefly|again|yet|recently|to|that|themselves|itself|neither|nor|even|all';
const past = 'used to|happened to|was|were|has|have|had|did|been|got';

/** Reads "has never been", "did not", "is no longer". */
export function readAuxiliaries(reader: Reader, inherited?: Aux): Aux {
  const seen = new Set<string>();
  for (;;) {
    if (ownsSomething(reader) || isNoAuxiliary(reader)) break;
    const word = reader.take(small);
    if (word === null) break;
    seen.add(word);
  }
  const aux = auxOf(seen);
  if (inherited === undefined || !aux.bare) return aux;
  return {
    ...aux,
    be: inherited.be || aux.be,
    when: { ...aux.when, past: inherited.when.past, perfect: inherited.when.perfect },
  };
}

/** What these small words say together. */
export function auxOf(seen: ReadonlySet<string>): Aux {
  const has = (words: string) => words.split('|').some((w) => seen.has(w));
  const negated = has('not|neither|nor|not once');
  const when: When = {
    ...noTime(),
    past: has(past),
    perfect: has('has|have|had|been'),
    negated: negated && !seen.has('not once'),
    never: has('never|at no time|not once') || (negated && has('ever|at any time|at any point|once')),
    ever: has('ever|once|at some point|at one point|at any time|sometimes|briefly|previously|earlier'),
    always: has('always|constantly|continuously'),
    noLonger: has('no longer'),
    pluperfect: has('had'),
    again: has('again'),
    ...(has('first') ? { rank: 1, rankWord: 'first' } : {}),
  };
  const verbs = 'is|are|was|were|be|been|being|has|have|had|does|do|did|got';
  return {
    when: when.never ? { ...when, negated: false } : when,
    be: has('is|are|was|were|be|been|being|get|gets|got'),
    bare: !has(verbs),
  };
}

/** "has a handle": no auxiliary. */
function ownsSomething(reader: Reader): boolean {
  if (!reader.at('has|have|had|do|does|get|gets|got')) return false;
  let next = 1;
  while (
    /^(not|never|always|ever|already|just|yet|still|also|once|only|since|now|first|both|later|either|then|recently|twice)$/.test(
      reader.peek(next),
    )
  )
    next++;
  const word = reader.peek(next);
  if (word === 'been' || word === 'had') return false;
  if (reader.at('do|does')) return findVerb(word) === undefined;
  const verb = findVerb(word);
  if (reader.at('get|gets|got')) return verb === undefined || !verb.forms.includes('participle');
  return verb === undefined || !(verb.forms.includes('participle') || verb.forms.includes('past'));
}

/** "to the left", "first place", "that is", "can" as a thing, "all the balls". */
function isNoAuxiliary(reader: Reader): boolean {
  if (reader.at('neither')) return isLookWord(reader.peek(1)) && reader.peek(2) === ',';
  if (reader.at('used to')) return !isBaseVerb(reader.peek(2));
  if (reader.at('to|that')) return reader.at('to') ? !isBaseVerb(reader.peek(1)) : true;
  if (reader.at('still')) return /^(standing|life)?$/.test(reader.peek(1)) || reader.peek(1) === ',';
  if (reader.at('first')) return reader.peek(1) === '' || reader.peek(1) === ',';
  if (reader.at('once')) return !isVerbAhead(reader, 1);
  if (reader.at('again|later|earlier')) return !isVerbAhead(reader, 1);
  if (reader.at('all|both')) return /^(the|of|three|two|other|others)$/.test(reader.peek(1)) || reader.peek(1) === '';
  return reader.at('even') && reader.peek(1) === 'number';
}

const isBaseVerb = (word: string) =>
  findVerb(word)?.forms.includes('base') === true || word === 'have' || word === 'be';
const isVerbAhead = (reader: Reader, at: number) =>
  findVerb(reader.peek(at)) !== undefined || /^(is|was|are|were|been|has|had|not|in|on)$/.test(reader.peek(at));
