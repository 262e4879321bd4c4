import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';

/** "except the red ball", "other than the dog", "but not the box". */
export const leavingOut =
  'with the exception of|except for|except|other than|apart from|aside from|excluding|besides|but for|but not|not counting|leaving out|save for|minus';

/** Reads what follows a noun about which of its things are not meant. */
export function readExceptions(reader: Reader, phrase: Phrase): boolean {
  const other = reader.attempt(() => {
    reader.take(',');
    if (reader.nested && (reader.at('but not') || !phrase.universal)) return null;
    if (
      reader.take(leavingOut) === null &&
      !(phrase.universal && reader.take('but') !== null) &&
      !(withoutOne(reader) && reader.take('without') !== null)
    )
      return null;
    if (reader.at('the others|the rest|all the others')) return null;
    return reader.nounPhrase();
  });
  if (other !== null) leaveOut(phrase, other);
  return other !== null;
}

/** Takes things, alternatives included, out of those that a phrase means. */
export function leaveOut(phrase: Phrase, other: Phrase): void {
  phrase.except.push(...[other, ...other.or.splice(0)].map((each) => ofSameKind(phrase, each)));
}

/** "without the smallest one": less that one; "without a handle" is a condition. */
const withoutOne = (reader: Reader) =>
  reader.at('without the') && [2, 3, 4, 5].some((i) => /^ones?$/.test(reader.peek(i)));

/** "all the bottles except the leftmost one": the leftmost of the bottles. */
function ofSameKind(phrase: Phrase, other: Phrase): Phrase {
  if (other.noun !== undefined || phrase.noun === undefined || other.self) return other;
  return { ...other, noun: phrase.noun, conditions: [...phrase.conditions, ...other.conditions] };
}
