import { readDistanceObject } from './choices.ts';
import { readDeterminer } from './determiners.ts';
import { readHead } from './head-noun.ts';
import { findNoun } from './lexicon.ts';
import { readModifier } from './modifiers.ts';
import { type Cond, emptyPhrase, type Phrase } from './phrase.ts';
import { readPostmodifiers } from './postmodifiers.ts';
import { readPronoun } from './pronouns.ts';
import type { Reader } from './reader.ts';
import { isLookWord } from './vocabulary.ts';

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
  // After "which" any word may be a noun: "which tumbler stopped".
  const determined = readDeterminer(reader, phrase) || reader.peek(-1) === 'which';
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

/** "first" of "bumped into first": no thing. */
const isBareOrdinal = (phrase: Phrase) =>
  phrase.conditions.length === 0 &&
  phrase.picks.length === 1 &&
  phrase.picks.every((p) => p.is === 'order' && p.open === 'measure');

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
