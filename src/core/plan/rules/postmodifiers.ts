import { readExceptions } from './exceptions.ts';
import { findNoun, isAnimate, singularOf } from './lexicon.ts';
import { readOf } from './of-phrases.ts';
import type { Cond, Phrase } from './phrase.ts';
import { emptyPhrase } from './phrase.ts';
import { readLine } from './places.ts';
import { addFact, readPredicates } from './predicates.ts';
import { readPurpose } from './purposes.ts';
import type { Reader } from './reader.ts';
import { readSubjectClause } from './subject-clauses.ts';
import { readTimePhrase } from './time-phrases.ts';
import { findVerb } from './verbs.ts';
import { lookUp, superlatives } from './vocabulary.ts';
import { noTime } from './when.ts';
import { readWhose } from './whose-clauses.ts';

/** Reads all that may follow a noun: relative clauses, places, relations, exceptions, the whole that it is part of. */
export function readPostmodifiers(reader: Reader, phrase: Phrase): void {
  const headed = reader.headed;
  if (!reader.subordinate && !reader.nested) {
    reader.headed = phrase.noun !== undefined || (phrase.definite && phrase.words.length > 0);
    reader.headNoun = phrase.noun;
    reader.headPlural = phrase.plural;
    reader.person = isAnimate(phrase);
  }
  while (readOne(reader, phrase)) reader.take('that is why');
  reader.headed = headed;
}

function readOne(reader: Reader, phrase: Phrase): boolean {
  if (reader.mode === 'bare') return readOf(reader, phrase) || readRelative(reader, phrase);
  if (clauseForOuter(reader, phrase)) return false;
  return (
    readOrderedClause(reader, phrase) ||
    (!(reader.nested && (phrase.definite || phrase.noun !== undefined)) && readPurpose(reader, phrase)) ||
    readExceptions(reader, phrase) ||
    readCommonLook(reader, phrase) ||
    readWhose(reader, phrase) ||
    readOf(reader, phrase) ||
    readRelative(reader, phrase) ||
    readSubjectClause(reader, phrase) ||
    readAtTime(reader, phrase) ||
    attempted(reader, () => !timeAhead(reader) && !placeForOuter(reader) && readLine(reader, phrase)) ||
    readBare(reader, phrase)
  );
}

const attempted = (reader: Reader, rule: () => boolean) => reader.attempt(rule) === true;

/** "the last thing to come in", "the second ball that hit the box", "the first one the man picked up". */
function readOrderedClause(reader: Reader, phrase: Phrase): boolean {
  const open = phrase.picks.findIndex((pick) => pick.is === 'order' && pick.open === 'measure');
  const pick = phrase.picks[open];
  if (pick?.is !== 'order' || typeof pick.rank !== 'number') return false;
  const found = emptyPhrase();
  const { rank, word } = pick;
  const read = attempted(reader, () => {
    const to =
      reader.attempt(() => (endsInParticiple(reader.peek(2)) ? reader.take('to have') : null)) ?? reader.take('to');
    if (to === null) reader.take('that|who|which|whom');
    const said = to === null ? (clauseOfOther(reader) ?? ownClause(reader)) : ownClause(reader);
    if (said === null) return false;
    const { fact, when } = said;
    const lasting = fact.is !== 'event' && fact.aspect === 'state';
    if (lasting && to === null && !when.past && !when.perfect) return false;
    return addFact(found, fact, { ...when, rank, rankWord: word, past: false, perfect: false });
  });
  if (!read) return false;
  const { take } = pick;
  phrase.picks.splice(open, 1, ...found.picks.map((p) => (p.is === 'event' ? { ...p, take } : p)));
  phrase.conditions.push(...found.conditions);
  phrase.unknown.push(...found.unknown);
  return true;
}

const endsInParticiple = (word: string) => findVerb(word)?.forms.includes('participle') === true;

const ownClause = (reader: Reader) => reader.grammar.predicate(reader, 'gap', false, false);

function clauseOfOther(reader: Reader) {
  return reader.attempt(() => {
    if (!reader.at('the|a|an|it|he|she|they') && findNoun(singularOf(reader.peek())) === undefined) return null;
    const mode = reader.mode;
    reader.mode = 'subject';
    const subject = reader.nounPhrase();
    reader.mode = mode;
    return subject && reader.grammar.predicate(reader, subject, true, false);
  });
}

function readRelative(reader: Reader, phrase: Phrase): boolean {
  return attempted(reader, () => {
    reader.take(',');
    const preposition = reader.attempt(() => {
      const word = reader.take(
        'out of|off|into|in|on|onto|under|behind|inside|to|by|in front of|next to|from|with|near|over|above',
      );
      return word !== null && reader.take('which|whom') !== null ? word : null;
    });
    if (preposition !== null) {
      reader.fronted = preposition;
      return readSubjectClause(reader, phrase);
    }
    if (reader.take('that|which|who|whom') === null) return false;
    reader.direct = null;
    return reader.grammar.predicates(reader, phrase) || readSubjectClause(reader, phrase);
  });
}

/** "of the most common colour", "in the rarest colour". */
function readCommonLook(reader: Reader, phrase: Phrase): boolean {
  return attempted(reader, () => {
    if (reader.take('of|in|with|that have|that has|which have') === null) return false;
    reader.take('the');
    const word = reader.take(
      'most common|commonest|most frequent|most usual|rarest|least common|most rare|least frequent',
    );
    if (word === null) return false;
    const by = reader.take('colour|kind|type|sort|name');
    if (by === null) return false;
    phrase.plural = true;
    phrase.picks.push({
      is: 'group',
      by: by === 'colour' ? 'color' : 'label',
      most: 'count',
      direction: /rare|least/.test(word) ? 'up' : 'down',
      word,
    });
    return true;
  });
}

/** A clause that is left to the outer noun: "the book on the desk that is open". */
function clauseForOuter(reader: Reader, phrase: Phrase): boolean {
  const { limit } = reader;
  const comma = reader.peek() === ',' ? 1 : 0;
  if (limit === null || !/^(that|which|who|whose)$/.test(reader.peek(comma))) return false;
  if (speaksOfSameNoun(reader, phrase)) return true;
  // "the box on the table that is nearest to the pear": of several boxes, not of tables.
  if (limit.places && phrase.definite && !phrase.plural && isSuperlative(reader, comma + 2)) return true;
  const verb = reader.peek(comma + 1);
  const number = /^(is|was|has|does)$/.test(verb) ? 'one' : /^(are|were|have|do)$/.test(verb) ? 'many' : 'any';
  if (number === 'any' || limit.outerPlural === phrase.plural) return limit.relatives;
  return (number === 'many') === limit.outerPlural;
}

function isSuperlative(reader: Reader, at: number): boolean {
  const word = reader.peek(at) === 'the' ? reader.peek(at + 1) : reader.peek(at);
  return lookUp(superlatives, word) !== undefined;
}

/** "the bottle left of the box that is near the box": the box is not said to be near itself. */
function speaksOfSameNoun(reader: Reader, { noun, definite, plural }: Phrase): boolean {
  const words = reader.words
    .slice(reader.position, reader.position + 8)
    .map(singularOf)
    .join(' ');
  return (
    definite && !plural && noun !== undefined && new RegExp(`^(that|which) is [a-z ]*\\bthe ${noun}( |$)`).test(words)
  );
}

const outerPlaces =
  'to the left|to the right|on the left of|on the right of|left of|right of|between|nearest|closest|farthest|furthest|next to|beside|behind|in front of|near|above|below|close to|in between|from the';

/** What follows the preposition here: "the brown one" is one of the inner kind. */
function afterPlace(reader: Reader): string {
  const here = reader.position;
  reader.take(outerPlaces);
  reader.take('of|to');
  const words = reader.words.slice(reader.position, reader.position + 5).join(' ');
  reader.position = here;
  return words;
}

/** A place that is left to the outer noun: "the mug on the table to the right of the lamp". */
function placeForOuter(reader: Reader): boolean {
  return (
    reader.limit?.places === true && reader.at(outerPlaces) && !/^(the |a )?(\S+ ){1,3}one\b/.test(afterPlace(reader))
  );
}

/** "the leftmost ball at the start", "what was there two seconds ago". */
function readAtTime(reader: Reader, phrase: Phrase): boolean {
  return attempted(reader, () => {
    const when = noTime();
    if (reader.nested || !readTimePhrase(reader, when) || when.at === undefined) return false;
    if (phrase.picks.length > 0) phrase.at = when.at;
    else if (phrase.conditions.length > 0)
      phrase.conditions.push({ is: 'at', moment: when.at, of: phrase.conditions.pop() as Cond });
    else return false;
    return true;
  });
}

function timeAhead(reader: Reader): boolean {
  const here = reader.position;
  const found = attempted(reader, () => readTimePhrase(reader, noTime()));
  reader.position = here;
  return found;
}

/** "with a pen on it": the place is the outer thing. */
export const onIt =
  'on it|on top of it|in it|inside it|on them|in them|inside them|on top|under it|inside|in her hand|in his hand';
const prepositionAhead =
  'in|on|at|under|behind|above|below|beside|next|near|with|without|inside|left of|right of|to the left|to the right|between|beneath|underneath|over|in front|closest|nearest|farthest|furthest|close|touching|wearing|from the|against|atop|upon|within';

/** "red and striped", "next to the box", "but not above it": predicates without "that is". */
function readBare(reader: Reader, phrase: Phrase): boolean {
  return attempted(reader, () => {
    if (timeAhead(reader) || placeForOuter(reader)) return false;
    if (
      reader.nested &&
      reader.at('longer than|farther than|further than|faster than|slower than|less often|more often')
    )
      return false;
    if (reader.nested && reader.at(onIt)) return false;
    const direct = reader.direct;
    reader.direct = { plural: phrase.plural, generic: phrase.noun === undefined };
    const read = readBareClause(reader, phrase);
    reader.direct = direct;
    return read;
  });
}

function readBareClause(reader: Reader, phrase: Phrase): boolean {
  if (reader.mode === 'stem') {
    if (!reader.at(prepositionAhead)) return false;
  } else if (reader.mode === 'subject') {
    const verb = findVerb(reader.peek());
    const byOther =
      verb?.forms.includes('participle') &&
      /^(by|in|on|under|behind|from)$/.test(reader.peek(1)) &&
      !aheadIsFinite(reader);
    if (!reader.at(prepositionAhead) && !verb?.forms.includes('ing') && !byOther) return false;
  } else if (reader.nested) {
    if (reader.at('is|are|was|were|has|have|had|does|do|did')) return false;
  } else reader.take('but also|but|, and|,');
  return readPredicates(reader, phrase);
}

/** "the ball rolled behind the box": the verb moves on its own and is finite. */
const aheadIsFinite = (reader: Reader) =>
  /^(roll|move|walk|run|slide|fly|fall|go|come|jump|drive|pass|stop|turn|stand|sit|lie|disappear|appear)$/.test(
    findVerb(reader.peek())?.lemma ?? '',
  );
