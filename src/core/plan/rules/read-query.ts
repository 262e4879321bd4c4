import { findNoun, singularOf } from './lexicon.ts';
import { readNounPhrase } from './noun-phrase.ts';
import { emptyPhrase, type Phrase } from './phrase.ts';
import { readPostmodifiers } from './postmodifiers.ts';
import { readPredicates } from './predicates.ts';
import { type Grammar, Reader } from './reader.ts';
import { stopWords } from './stop-words.ts';
import { tokenize } from './tokens.ts';
import { politeWords } from './vocabulary.ts';

/** A query as it was understood. */
export interface ReadQuery {
  readonly target: Phrase;
  /** Words in reading order that nothing explained. */
  readonly leftOver: readonly string[];
}

const grammar: Grammar = { nounPhrase: readNounPhrase, predicates: readPredicates };

const asking =
  'could you|can you|would you|will you|i want to see|i would like to see|i want you to|i want|i would like|i need|please|show me|show|find me|find|segment|highlight|mark|give me|point to|point out|point at|outline|locate|look for|track|follow|mask|select|pick out|tell me|where is|where are|which is|which are|identify|detect|get me|get|let me see|help me find|do you see|is there|are there|there is|there are|what about|for me|to|me|hey|hello|hi';

/** Reads a query text; never fails: what is not understood is left over, word by word. */
export function readQuery(query: string): ReadQuery {
  const words = tokenize(query).filter((word) => !politeWords.has(word));
  const reader = new Reader(words, grammar);
  while (reader.take(asking) !== null) reader.take(',');
  const target = readQuestion(reader) ?? reader.nounPhrase() ?? emptyPhrase();
  const leftOver = readRest(reader, target);
  return { target, leftOver: saysNothing(target) && leftOver.length === 0 ? words.filter((w) => w !== ',') : leftOver };
}

/** True for a phrase that no word of the query has told anything about, not even "everything". */
function saysNothing({ words, noun, conditions, picks, except }: Phrase): boolean {
  return words.length === 0 && noun === undefined && conditions.length + picks.length + except.length === 0;
}

/** "what is behind the box", "which ball moves", "who holds the cup". */
function readQuestion(reader: Reader): Phrase | null {
  return reader.attempt(() => {
    const from = reader.position;
    const word = reader.take(
      'who or what|what else|what|which one|which ones|which of the|which|whoever|whatever|who|whose|all that|everything that|anything that|things that|thing that',
    );
    if (word === null) return null;
    const named = /^which( of the)?$|^what$/.test(word)
      ? reader.attempt(() => (reader.at('is|are|was|were|has|have') ? null : namedThing(reader)))
      : null;
    const phrase = named ?? emptyPhrase();
    if (named === null) phrase.words = [...reader.words.slice(from, reader.position)];
    if (/^who/.test(word) && word !== 'who or what') phrase.noun = 'person';
    phrase.plural ||= reader.at('are|were') || /^(all|everything|anything|things|which ones)/.test(word);
    phrase.universal ||= /^(all|everything|anything)/.test(word);
    if (!phrase.plural && isCopula(reader)) return copied(reader, phrase);
    readPostmodifiers(reader, phrase);
    reader.attempt(() => reader.grammar.predicates(reader, phrase));
    return phrase;
  });
}

const isCopula = (reader: Reader) => reader.at('is the|is a|are the');

/** "what is the largest ball": the noun phrase after "is" is what is asked for. */
function copied(reader: Reader, phrase: Phrase): Phrase | null {
  const before = reader.position;
  const noun = reader.attempt(() => (reader.take('is|are') === null ? null : reader.nounPhrase()));
  const subject =
    noun !== null && reader.at('holding|carrying|wearing|touching|standing on|sitting on|lying on|under|on|in|behind');
  if (noun === null || subject) {
    reader.position = before;
    reader.take('is|are');
    readPostmodifiers(reader, phrase);
    return phrase;
  }
  if (phrase.noun !== undefined) noun.noun ??= phrase.noun;
  return noun;
}

/** "which red ball", with what follows up to the verb. */
function namedThing(reader: Reader): Phrase | null {
  const noun = findNoun(singularOf(reader.peek())) !== undefined || !stopWords.has(reader.peek());
  return noun ? reader.nounPhrase() : null;
}

/** Walks over what is left, reading every further predicate that stands in a place of its own. */
function readRest(reader: Reader, target: Phrase): string[] {
  const leftOver: string[] = [];
  let lost = false;
  while (!reader.done) {
    const before = reader.position;
    if (!lost || reader.at('that|which|who')) readPostmodifiers(reader, target);
    if (reader.position !== before) continue;
    const word = reader.next();
    lost ||= !connectives.has(word);
    if (word !== ',' && !fillers.has(word)) leftOver.push(word);
  }
  return leftOver;
}

const connectives = new Set([',', 'and', 'is', 'are', 'the', 'one', 'ones']);
const fillers = new Set(
  'a an the of is are was were be to do does did and it its that which who he she they this these those there i you we me one ones as for would could should with by or'.split(
    ' ',
  ),
);
