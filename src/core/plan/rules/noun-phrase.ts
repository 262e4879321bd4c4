import { readDistanceObject } from './choices.ts';
import { findNoun, isAnimate, isGenericNoun, isPerson, isPluralNoun, singularOf } from './lexicon.ts';
import { readModifier, takeNumber } from './modifiers.ts';
import { noteNoun, nounOfHers, nounOfOne } from './noun-meant.ts';
import { type Cond, emptyPhrase, type Phrase } from './phrase.ts';
import { readPostmodifiers } from './postmodifiers.ts';
import type { Reader } from './reader.ts';
import { stopWords } from './stop-words.ts';
import { findVerb } from './verbs.ts';
import { comparatives, isLookWord, lookUp, shapeNouns, superlatives } from './vocabulary.ts';

/** Reads "the two red balls behind the box that moves" and its like; null when no noun phrase stands here. */
export function readNounPhrase(reader: Reader): Phrase | null {
  const first = readSingle(reader);
  if (first === null) return null;
  if (reader.nested && !reader.ofKind) readButNot(reader, first);
  for (;;) {
    const other = reader.attempt(() => {
      if (
        reader.at(',') &&
        /^(the|that|which|show) (one|ones|leftmost|rightmost|biggest|largest|smallest|second|third|first|last|nearest|closest|tallest|is|are)$/.test(
          `${reader.peek(1)} ${reader.peek(2)}`,
        )
      )
        return null;
      const word = reader.take(', and|, or|and also|and|or|as well as|,');
      const phrase = word === null ? null : readSingle(reader, true);
      return phrase && word !== null ? { word, phrase } : null;
    });
    if (other === null) return first;
    if (first.noun === undefined && other.phrase.noun !== undefined && isLookWord(first.words.at(-1) ?? ''))
      first.noun = other.phrase.noun;
    first.or.push(other.phrase);
    if (other.word.includes('and') || other.word === 'as well as') first.each = true;
  }
}

/** "the printer but not the desk". */
function readButNot(reader: Reader, phrase: Phrase): void {
  const other = reader.attempt(() =>
    reader.take(
      'but not by|but not to|but not from|but not with|but not in|but not on|but not|and not|but never|not',
    ) !== null && reader.at('the|a|an|any|those')
      ? readSingle(reader)
      : null,
  );
  if (other !== null) phrase.butNot = other;
}

/** One noun phrase; `joined` ones must open with a determiner, a known noun or a look, so that "and" cannot swallow a clause. */
function readSingle(reader: Reader, joined = false): Phrase | null {
  const pronoun = joined ? null : readPronoun(reader);
  if (pronoun !== null) return pronoun;
  const from = reader.position;
  const phrase = emptyPhrase();
  const determined = readDeterminer(reader, phrase);
  let modified = false;
  while (readModifier(reader, phrase)) modified = true;
  const headed = readHead(reader, phrase, determined || modified);
  const those =
    reader.words[from] === 'those' &&
    reader.at('that|which|who|in|on|with|behind|near|left|right|under|of|from|at|above|below|next');
  if (those) phrase.plural = true;
  if (!headed && !modified && !phrase.universal && !those && phrase.count === undefined) return null;
  if (joined && !determined && !(headed && phrase.noun !== undefined) && !headed) return null;
  if (!headed && !determined && isBareOrdinal(phrase) && !reader.at('from|of|among|to|on|that|who|which')) return null;
  phrase.words = [...reader.words.slice(from, reader.position)];
  settleHead(reader, phrase);
  if (
    reader.nested &&
    !headed &&
    !determined &&
    phrase.conditions.length === 0 &&
    phrase.picks.every((p) => p.is === 'order' && p.by !== 'x' && !/(est|most)$/.test(p.word))
  )
    return null;
  if (phrase.plural) phrase.conditions = phrase.conditions.map(eitherColor);
  const known = sayAgain(reader, phrase, reader.words[from]);
  if (known !== null) return known;
  if (phrase.definite && phrase.noun !== undefined && reader.nested) reader.mentioned.push(phrase);
  readPostmodifiers(reader, phrase);
  return phrase;
}

/** "that child", "the same box": the one that was named before. */
function sayAgain(reader: Reader, phrase: Phrase, first: string | undefined): Phrase | null {
  if (first !== 'that' && first !== 'this' && !(first === 'the' && phrase.words[1] === 'same')) return null;
  if (phrase.conditions.length + phrase.picks.length > 0 || phrase.plural) return null;
  const before = reader.mentioned.filter((one) => one.noun === phrase.noun && one !== phrase).at(-1);
  return before === undefined ? null : { ...before };
}

/** "red and blue balls" are those that are red and those that are blue. */
const eitherColor = (c: Cond): Cond =>
  c.is === 'all' && c.of.every((one) => one.is === 'color') ? { is: 'any', of: c.of } : c;

/** "he": the person described, or who was named last, or who does it. */
function personMeant({ person, antecedent, host }: Reader, self: Phrase): Phrase {
  if (person) return self;
  if (antecedent !== null && isAnimate(antecedent)) return { ...antecedent };
  return host === 'gap' ? self : { ...host };
}

/** "it" of a time clause is the thing described, if that has a noun; else what was named last. */
function readPronoun(reader: Reader): Phrase | null {
  const word = reader.take(
    'each other|one another|it|them|him|her|he|she|they|that one|the same one|the same thing|the same ball|the same person|this one|itself|themselves',
  );
  if (word === null) return readHers(reader);
  if (/^(each other|one another)$/.test(word))
    return {
      ...emptyPhrase(),
      ...(reader.lastNoun === undefined ? {} : { noun: reader.lastNoun }),
      words: [word],
      plural: true,
    };
  const self: Phrase = { ...emptyPhrase(), definite: true, words: [word], self: true };
  if (/sel(f|ves)$/.test(word)) return self;
  const person = /^(he|she|him|her)$/.test(word);
  if (!reader.subordinate && person && (reader.antecedent === null || !isAnimate(reader.antecedent)))
    return { ...emptyPhrase(), noun: 'person', definite: true, words: [word] };
  if (!reader.subordinate) return reader.antecedent === null ? null : { ...reader.antecedent };
  const { antecedent } = reader;
  if (person) return personMeant(reader, self);
  const other = antecedent !== null && !(word === 'it' && isPerson(antecedent)) ? { ...antecedent } : null;
  const several = reader.headPlural === (word !== 'it');
  return reader.headed && !reader.person && several ? self : (other ?? self);
}

/** "hers", "theirs": one of the kind that is spoken of. */
function readHers(reader: Reader): Phrase | null {
  const word =
    reader.take('hers|theirs|mine|yours|ours|his own|her own|its own|their own') ??
    (reader.at('his') && !nounAfter(reader) ? reader.take('his') : null);
  if (word === null) return null;
  const noun = nounOfHers(reader);
  return { ...emptyPhrase(), ...(noun === undefined ? {} : { noun }), words: [word] };
}

const nounAfter = (reader: Reader) =>
  !/^(|,|and|or|but|up|down|away|off|out|back|on|in|to|into|onto)$/.test(reader.peek(1));

/** "first" of "bumped into first": no thing. */
const isBareOrdinal = (phrase: Phrase) =>
  phrase.conditions.length === 0 &&
  phrase.picks.length === 1 &&
  phrase.picks.every((p) => p.is === 'order' && p.open === 'measure');

function readDeterminer(reader: Reader, phrase: Phrase): boolean {
  const from = reader.position;
  if (
    reader.take(
      'all of the|all of these|all of|all the|all|every one of the|every|each of the|each|any of the|any|either of the|either|everything|everyone|everybody',
    ) !== null
  ) {
    phrase.universal = true;
    phrase.plural = true;
    if (/^every(thing|one|body)$/.test(reader.peek(-1))) return universalWord(reader, phrase);
  }
  const word = reader.take(
    'the other|all the other|the only|the same|other|the|this|that|these|those|both of the|both the|both|whichever',
  );
  if (word !== null) phrase.definite = true;
  if (word?.startsWith('both')) phrase.plural = true;
  if (
    reader.take('one of the|some of the|a pair of|an other|another|other|a|an|some|its|his|her|their|my|our|your') !==
    null
  )
    phrase.definite = false;
  readCount(reader, phrase);
  return reader.position > from;
}

function universalWord(reader: Reader, phrase: Phrase): true {
  if (reader.peek(-1) !== 'everything') phrase.noun = 'person';
  return true;
}

function readCount(reader: Reader, phrase: Phrase): void {
  const bound = reader.attempt(() => {
    const word = reader.take('exactly|at least|precisely|only');
    const n = word === null ? null : takeNumber(reader);
    return n === null ? null : { op: word === 'at least' ? ('atLeast' as const) : ('exactly' as const), n };
  });
  if (bound !== null) phrase.conditions.push({ is: 'count', ...bound });
  const count = bound?.n ?? (reader.at('one') ? null : takeNumber(reader));
  if (count === null) return;
  phrase.count = count;
  phrase.plural = count > 1;
  reader.take('of the|of these|of them');
}

/** The noun: a run of words that nothing else explains, the last one its head. */
function readHead(reader: Reader, phrase: Phrase, opened: boolean): boolean {
  if (phrase.noun !== undefined) return true;
  reader.take(
    'pieces of|piece of|bit of|item of|items of|kinds of|kind of|sorts of|sort of|types of|type of|any kind of',
  );
  const nouns: string[] = [];
  while (nouns.length < 3 && isNominal(reader, nouns, opened)) nouns.push(reader.next());
  const last = nouns.at(-1);
  if (last === undefined) return false;
  takeOwner(phrase, nouns);
  setNoun(phrase, nouns, last, nounOfOne(reader));
  noteNoun(reader, phrase);
  return true;
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
    return known && !isGenericNoun(word) && !isPluralNoun(previous) && findVerb(word) === undefined;
  if (known) return true;
  if (!opened && before.length === 0)
    return nounFollows(reader) || (reader.position === 0 && findVerb(word) === undefined);
  return findVerb(word) === undefined || nounFollows(reader);
}

const nounFollows = (reader: Reader) => isKnownNoun(reader.peek(1));
const isKnownNoun = (word: string) => isGenericNoun(word) || findNoun(singularOf(word)) !== undefined;
const looksLikeAdjective = /(est|ed|ing|ful|less|ous|ish|ive|able|ible|ic|en|al)$/;

/** Nouns in the singular that name many. */
const massNouns = new Set('furniture cutlery crockery luggage equipment clothing traffic'.split(' '));
/** "the box's lid", "the man's hat": part of, or had by, the one who is named first. */
function takeOwner(phrase: Phrase, nouns: string[]): void {
  const at = nouns.findIndex((word) => word.endsWith("'s"));
  if (at < 0 || at === nouns.length - 1) return;
  const owner: Phrase = {
    ...emptyPhrase(),
    definite: true,
    words: nouns.slice(0, at + 1),
    conditions: phrase.conditions.splice(0),
    picks: phrase.picks.splice(0),
  };
  const owned = nouns.at(-1) ?? '';
  const named = nouns.splice(0, at + 1).map((word) => word.replace(/'s$/, ''));
  setNoun(owner, named, named.at(-1) ?? '');
  if (findNoun(singularOf(owned))?.sort === 'part') {
    phrase.partOf = owner;
    return;
  }
  const to = { phrase: owner, every: false };
  const names = ['heldBy', 'partOf', 'inside'] as const;
  phrase.conditions.push({ is: 'any', of: names.map((name) => ({ is: 'relation', name, to, word: 'of' }) as const) });
}

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

/** What may follow at once: "nearest" with its object, and what an open ordinal counts. */
function settleHead(reader: Reader, phrase: Phrase): void {
  if (phrase.noun !== undefined && findNoun(phrase.noun)?.sort === 'part') dropPartSides(phrase);
  const near = phrase.picks.findIndex((pick) => pick.is === 'order' && (pick.open === 'near' || pick.open === 'far'));
  const pick = phrase.picks[near];
  if (pick?.is !== 'order') return;
  const found = emptyPhrase();
  const side = pick.open === 'far' ? 'far' : 'near';
  const rank = pick.rank === 'middle' ? undefined : pick.rank;
  if (reader.attempt(() => readDistanceObject(reader, found, side, pick.word, rank)) === true)
    phrase.picks.splice(near, 1, ...found.picks);
}

/** The front wheel is at the front of its vehicle, wherever that stands: nobody can see it. */
function dropPartSides(phrase: Phrase): void {
  const sides = phrase.picks.filter((pick) => pick.is === 'order' && (pick.word === 'front' || pick.word === 'back'));
  phrase.picks = phrase.picks.filter((pick) => !sides.includes(pick));
  phrase.unknown.push(...sides.map((pick) => pick.word));
}
