import { findNoun, isAnimate } from './lexicon.ts';
import { phrasesOf } from './parts-of.ts';
import { type Cond, emptyPhrase, type Phrase } from './phrase.ts';

/** Words for a side of a thing, which may also be a part of it: the top of a table, the back of a chair. */
const sides = /^(top|bottom|back|front)$/;
export const isSide = (word: string): boolean => sides.test(word);

/** "the lock of the chest", "the chest's lock": a part of it where one is called so, else something that it has. */
export function belongTo(phrase: Phrase, whole: Phrase): void {
  if (findNoun(phrase.noun ?? '')?.sort === 'part' || speaksOfParts(whole)) {
    phrase.partOf = whole;
    return;
  }
  const { conditions, picks, noun } = phrase;
  const to = { phrase: whole, every: whole.universal };
  const names = ['heldBy', 'partOf', 'inside'] as const;
  const had: Cond = { is: 'any', of: names.map((name) => ({ is: 'relation', name, to, word: 'of' }) as const) };
  // The driver of a car is none of its parts.
  if (noun !== undefined && !isAnimate(phrase))
    phrase.asPart = {
      noun,
      whole,
      conditions: [...conditions],
      picks: [...picks],
      known: [had, ...conditions, ...picks],
    };
  phrase.conditions.push(had);
}

/** "the top of the largest table": a part, before the words are taken for a place; nothing where no single whole is named. */
export function sideOf(phrase: Phrase, whole: Phrase, read: () => void): void {
  const single = whole.definite && !whole.plural && whole.noun !== undefined && !speaksOfParts(whole);
  const side = single ? sideAsNoun(phrase) : null;
  read();
  if (side === null) return;
  const { noun = '', conditions, picks } = side;
  phrase.asPart = { noun, whole, conditions, picks, known: [...phrase.conditions, ...phrase.picks] };
}

/** Two readings inside two readings are four: in a chain of wholes only the innermost has two. */
const speaksOfParts = (whole: Phrase): boolean =>
  whole.asPart !== undefined || whole.partOf !== undefined || phrasesOf(whole).some(speaksOfParts);

/** "the brown top": the side as a noun; null where the phrase ends in none or has a noun. */
export function sideAsNoun(phrase: Phrase): Phrase | null {
  const noun = phrase.words.at(-1) ?? '';
  if (phrase.noun !== undefined || phrase.plural || !isSide(noun)) return null;
  const conditions = phrase.conditions.filter((c) => c.is !== 'zone' || c.word !== noun);
  const picks = phrase.picks.filter((pick) => pick.is !== 'order' || pick.word !== noun);
  return { ...emptyPhrase(), noun, words: phrase.words, definite: phrase.definite, conditions, picks };
}

/** The phrase as it is read of a part; undefined where its words mean no part. */
export function partReading({ asPart, ...phrase }: Phrase): Phrase | undefined {
  if (asPart === undefined) return undefined;
  const { noun, whole, known } = asPart;
  const conditions = [...asPart.conditions, ...phrase.conditions.filter((c) => !known.includes(c))];
  const picks = [...asPart.picks, ...phrase.picks.filter((p) => !known.includes(p))];
  return { ...phrase, noun, partOf: whole, conditions, picks };
}
