import { findNoun, isAnimate, singularOf } from './lexicon.ts';
import { phrasesOf } from './parts-of.ts';
import { emptyPhrase, type Phrase } from './phrase.ts';
import { readPostmodifiers } from './postmodifiers.ts';
import { addFact } from './predicates.ts';
import { readPurpose } from './purposes.ts';
import type { Reader } from './reader.ts';
import { stopWords } from './stop-words.ts';
import { readOwnerClause } from './subject-clauses.ts';

const askers =
  'who or what|who else|what else|what all|what things|what thing|what object|what objects|what|which one of the|which ones of the|which one of|which ones of|which one|which ones|which of the|which of|which thing|which things|which object|which objects|which|whoever|whatever|whichever|whom|who|those that|those which|those who|those|all that|all those that|all of those that|everything that|everything which|anything that|anything which|everyone who|everybody who|anyone who|anybody who|someone who|somebody who|something that|things that|thing that';

/** "what is behind the box", "which ball moves", "who holds the cup", "what did the man put down", "is the ball red". */
export function readQuestion(reader: Reader): Phrase | null {
  return reader.inside(
    () =>
      reader.attempt(() => readWhere(reader)) ??
      reader.attempt(() => readHowMany(reader)) ??
      reader.attempt(() => readFronted(reader)) ??
      reader.attempt(() => readAsker(reader)) ??
      reader.attempt(() => readYesNo(reader)),
  );
}

function readAsker(reader: Reader): Phrase | null {
  const from = reader.position;
  const word = reader.take(askers);
  if (word === null) return null;
  const phrase = askedFor(reader, word) ?? emptyPhrase();
  if (phrase.words.length === 0) phrase.words = [...reader.words.slice(from, reader.position)];
  if (/^who/.test(word) && word !== 'who or what' && phrase.noun === undefined) phrase.noun = 'person';
  phrase.plural ||=
    reader.at('are|were') ||
    /^(all|everything|anything|everyone|everybody|anyone|anybody|things|those|which (ones|things|objects)$)/.test(word);
  phrase.universal ||= /^(all|everything|anything|everyone|everybody|anyone|anybody)/.test(word);
  const read = finish(reader, phrase);
  if (/ else$/.test(word)) read.except.push(...othersNamed(read));
  return read;
}

/** "what else is on the table that the cup is on": the cup, which has been named, is none of them. */
function othersNamed(phrase: Phrase): Phrase[] {
  return phrasesOf(phrase).flatMap((one) =>
    phrasesOf(one).filter((inner) => inner.definite && !inner.plural && inner.self !== true),
  );
}

/** "which red ball", "which of the balls", "what colour". */
function askedFor(reader: Reader, word: string): Phrase | null {
  if (!/^which( one| ones)?( of( the)?)?$|^what$|^whichever$/.test(word)) return null;
  return reader.attempt(() => {
    if (reader.at('is|are|was|were|has|have|did|does|do|had|can|will') || reader.at('it|he|she|they')) return null;
    reader.take('other|of the other');
    const of = / of( the)?$/.test(word);
    const noun = of || findNoun(singularOf(reader.peek())) !== undefined || !stopWords.has(reader.peek());
    if (!noun) return null;
    const mode = reader.mode;
    reader.mode = 'subject';
    const phrase = reader.attempt(() => reader.grammar.nounPhrase(reader));
    reader.mode = mode;
    // One of many is asked for, and more than one may meet it.
    return phrase && (of ? { ...phrase, definite: false, plural: phrase.plural && / ones/.test(word) } : phrase);
  });
}

/** The rest of a question whose asked-for thing has been read. */
function finish(reader: Reader, phrase: Phrase): Phrase {
  reader.headed = phrase.noun !== undefined;
  reader.headNoun = phrase.noun;
  reader.headPlural = phrase.plural;
  reader.person = isAnimate(phrase);
  if (readPurpose(reader, phrase)) {
    readPostmodifiers(reader, phrase);
    return phrase;
  }
  const inverted =
    reader.at('did|does|do|has|have|had|is|are|was|were|can|will|could') &&
    reader.attempt(() => readOwnerClause(reader, phrase)) === true;
  if (!inverted) {
    const copied =
      phrase.plural && phrase.noun !== undefined ? null : reader.attempt(() => copiedPhrase(reader, phrase));
    if (copied !== null) return copied;
    reader.attempt(() => reader.grammar.predicates(reader, phrase));
  }
  readPostmodifiers(reader, phrase);
  return phrase;
}

/** "what is the largest ball": the noun phrase after "is" is what is asked for. */
function copiedPhrase(reader: Reader, phrase: Phrase): Phrase | null {
  if (reader.take('is|are|was|were') === null || !reader.at('the|a|an|that|this')) return null;
  const noun = reader.attempt(() => reader.grammar.nounPhrase(reader));
  if (noun === null) return null;
  if (noun.noun === undefined && phrase.noun !== undefined) noun.noun = phrase.noun;
  if (phrase.conditions.length > 0) noun.conditions.unshift(...phrase.conditions);
  return noun;
}

/** "under which box is the ball", "on what did the man put the cup", "to whom did she give it". */
function readFronted(reader: Reader): Phrase | null {
  const preposition = reader.take(
    'in front of|next to|on top of|into|onto|in|on|under|behind|inside|to|by|from|with|near|over|above|below|against|towards|at',
  );
  if (preposition === null || !reader.at('which|what|whom|who|whose')) return null;
  const word = reader.take('which of the|which one of the|which one|which|what|whom|who');
  if (word === null) return null;
  const phrase = askedFor(reader, word === 'which' ? 'which' : word) ?? emptyPhrase();
  if (/^who/.test(word)) phrase.noun ??= 'person';
  phrase.words = phrase.words.length > 0 ? phrase.words : [word];
  reader.fronted = preposition;
  return readOwnerClause(reader, phrase) ? phrase : null;
}

/** "where did the man put the ball", "where the ball went": the thing that it is now in or on; "where is the ball" is the ball. */
function readWhere(reader: Reader): Phrase | null {
  if (reader.take('where') === null) return null;
  for (const preposition of ['somewhere']) {
    const phrase: Phrase = { ...emptyPhrase(), words: ['where'] };
    reader.fronted = preposition;
    if (reader.attempt(() => readOwnerClause(reader, phrase)) === true) return phrase;
    reader.fronted = null;
  }
  reader.take('is|are|was|were');
  return reader.attempt(() => reader.grammar.nounPhrase(reader));
}

/** "how many balls moved", "how often did the ball stop": those are shown; the number is not. */
function readHowMany(reader: Reader): Phrase | null {
  const word = reader.take(
    'how many of the|how many|how often|how many times|how long|how far|how fast|how big|how much|when|why|how',
  );
  if (word === null) return null;
  const counted = /^how many( of the)?$/.test(word) && !reader.at('times');
  reader.take('times');
  if (!counted) {
    const asked = readYesNo(reader);
    asked?.unknown.push(word);
    return asked;
  }
  const mode = reader.mode;
  reader.mode = 'subject';
  const phrase = reader.attempt(() => reader.grammar.nounPhrase(reader));
  reader.mode = mode;
  if (phrase === null) return null;
  phrase.unknown.push(word);
  if (counted) {
    phrase.plural = true;
    reader.take('are there|were there|do you see|can you see|can be seen');
  }
  reader.attempt(() => reader.grammar.predicates(reader, phrase));
  readPostmodifiers(reader, phrase);
  return phrase;
}

/** "is the ball on the table", "did the man touch the cup", "is there a red ball": the thing, if it is so. */
function readYesNo(reader: Reader): Phrase | null {
  if (reader.take('is there|are there|was there|were there|there is|there are|has there been') !== null)
    return reader.attempt(() => reader.grammar.nounPhrase(reader));
  const aux = reader.take('is|are|was|were|did|does|do|has|have|had|can|will|which are|which is');
  if (aux === null) return null;
  const mode = reader.mode;
  reader.mode = 'subject';
  const phrase = reader.attempt(() => reader.grammar.nounPhrase(reader));
  reader.mode = mode;
  if (phrase === null) return null;
  const read = reader.attempt(() => reader.grammar.stated(reader, aux));
  if (read !== null) addFact(phrase, read.fact, read.when);
  else readPostmodifiers(reader, phrase);
  return phrase;
}
