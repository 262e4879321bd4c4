import { findNoun, isGenericNoun, isPluralNoun, singularOf } from './lexicon.ts';
import { readModifier } from './modifiers.ts';
import { noteNoun, nounOfOne } from './noun-meant.ts';
import { belongTo, isSide } from './parts-of-wholes.ts';
import { emptyPhrase, type Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { stopWords } from './stop-words.ts';
import { findVerb } from './verbs.ts';
import { comparatives, lookUp, shapeNouns, superlatives } from './vocabulary.ts';

/** The noun: a run of words that nothing else explains, the last one its head. */
export function readHead(reader: Reader, phrase: Phrase, opened: boolean): boolean {
  if (phrase.noun !== undefined) return true;
  reader.take(
    'pieces of|piece of|bit of|item of|items of|kinds of|kind of|sorts of|sort of|types of|type of|any kind of',
  );
  const nouns = takeNouns(reader, opened);
  const last = nouns.at(-1);
  if (last === undefined) return false;
  if (last.endsWith("'s") && reader.attempt(() => readOwned(reader, phrase, nouns)) === true) return true;
  setNoun(phrase, nouns, last, nounOfOne(reader));
  noteNoun(reader, phrase);
  return true;
}

function takeNouns(reader: Reader, opened: boolean): string[] {
  const nouns: string[] = [];
  while (nouns.length < 3 && !nouns.at(-1)?.endsWith("'s") && isNominal(reader, nouns, opened))
    nouns.push(reader.next());
  return nouns;
}

/** "the box's lid", "the man's red hat": part of, or had by, the one who is named first. */
function readOwned(reader: Reader, phrase: Phrase, owners: readonly string[]): boolean {
  const own = emptyPhrase();
  while (!isSideAlone(reader) && readModifier(reader, own));
  const nouns = isSideAlone(reader) ? [reader.next()] : takeNouns(reader, true);
  const last = nouns.at(-1);
  if (last === undefined) return false;
  const { conditions, picks } = phrase;
  const owner: Phrase = { ...emptyPhrase(), definite: true, words: [...owners], conditions, picks };
  const named = owners.map((word) => word.replace(/'s$/, ''));
  setNoun(owner, named, named.at(-1) ?? '');
  phrase.conditions = own.conditions;
  phrase.picks = own.picks;
  setNoun(phrase, nouns, last);
  noteNoun(reader, phrase);
  belongTo(phrase, owner);
  return true;
}

/** "the table's top": no noun follows, so the side is one. */
function isSideAlone(reader: Reader): boolean {
  const next = reader.peek(1);
  return isSide(reader.peek()) && (next === '' || next === ',' || stopWords.has(next));
}

function isNominal(reader: Reader, before: readonly string[], opened: boolean): boolean {
  const word = reader.peek();
  if (
    opened &&
    word === 'can' &&
    before.length === 0 &&
    (findVerb(reader.peek(1)) === undefined || /^(the|a|that|this)$/.test(reader.peek(-1)))
  )
    return true;
  if (word === '' || word === ',' || stopWords.has(word)) return false;
  if (before.length > 0 && lookUp(superlatives, word) !== undefined) return false;
  if (lookUp(comparatives, word) !== undefined && /^(than|to|from|in|away)$/.test(reader.peek(1))) return false;
  const known = isKnownNoun(word);
  const previous = before.at(-1);
  if (previous !== undefined && isKnownNoun(previous))
    return (
      known && !isGenericNoun(word) && !isPluralNoun(previous) && (findVerb(word) === undefined || endsNoun(reader))
    );
  if (known) return true;
  if (!opened && before.length === 0)
    return nounFollows(reader) || (reader.position === 0 && findVerb(word) === undefined);
  return findVerb(word) === undefined || nounFollows(reader) || (opened && isBaseForm(word) && endsNoun(reader));
}

/** "the blue cover": nobody does that here. */
const isBaseForm = (word: string) => findVerb(word)?.forms.includes('base') === true;

/** "the tail light of the car": a verb has its object here. */
const endsNoun = (reader: Reader) => reader.mode === 'full' && (reader.peek(1) === '' || reader.peek(1) === 'of');
const nounFollows = (reader: Reader) => isKnownNoun(reader.peek(1));
const isKnownNoun = (word: string) => isGenericNoun(word) || findNoun(singularOf(word)) !== undefined;
const looksLikeAdjective = /(est|ed|ing|ful|less|ous|ish|ive|able|ible|ic|en|al)$/;

/** Nouns in the singular that name many. */
const massNouns = new Set('furniture cutlery crockery luggage equipment clothing traffic'.split(' '));
const personWords = new Set('somebody someone anybody anyone everybody everyone'.split(' '));

function setNoun(phrase: Phrase, nouns: readonly string[], last: string, lastNoun?: string): void {
  phrase.plural ||= isPluralNoun(last) || massNouns.has(last);
  const modifiers = nouns.slice(0, -1);
  const superlative = modifiers.filter((word) => /[a-z]{2}(est|iest)$/.test(word) && findNoun(word) === undefined);
  if (superlative.length > 0) phrase.conditions.push({ is: 'unseen', said: superlative.join(' ') });
  const adjectives = modifiers.filter((word) => looksLikeAdjective.test(word) && findNoun(word) === undefined);
  phrase.unknown.push(...adjectives.filter((word) => !superlative.includes(word)));
  if (isGenericNoun(last)) {
    if (/^ones?$/.test(last) && modifiers.length === 0 && lastNoun !== undefined) phrase.noun = lastNoun;
    phrase.unknown.push(...modifiers.filter((word) => !adjectives.includes(word)));
    return;
  }
  if (personWords.has(last)) {
    phrase.noun = 'person';
    return;
  }
  const shape = lookUp(shapeNouns, singularOf(last));
  if (shape !== undefined && modifiers.length === 0)
    phrase.conditions.push({ is: 'shape', shapes: [shape], word: last });
  else phrase.noun = [...modifiers.filter((word) => !adjectives.includes(word)), singularOf(last)].join(' ');
}
