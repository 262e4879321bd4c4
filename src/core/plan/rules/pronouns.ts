import { isAnimate, isPerson } from './lexicon.ts';
import { nounOfHers } from './noun-meant.ts';
import { emptyPhrase, type Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';

/** "he": the person described, or who was named last, or who does it. */
function personMeant({ person, antecedent, host }: Reader, self: Phrase): Phrase {
  if (person) return self;
  if (antecedent !== null && isAnimate(antecedent)) return { ...antecedent };
  return host === 'gap' ? self : { ...host };
}

/** "it" of a time clause is the thing described, if that has a noun; else what was named last. */
export function readPronoun(reader: Reader): Phrase | null {
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
