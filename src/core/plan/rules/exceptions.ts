import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';

/** "except the red ball", "other than the dog", "but not the box". */
export function readExceptions(reader: Reader, phrase: Phrase): boolean {
  const other = reader.attempt(() => {
    reader.take(',');
    if (reader.nested && (reader.at('but not') || !phrase.universal)) return null;
    if (
      reader.take(
        'with the exception of|except for|except|other than|apart from|aside from|excluding|besides|but for|but not|not counting|leaving out|save for|minus',
      ) === null &&
      !(phrase.universal && reader.take('but') !== null) &&
      !(withoutOne(reader) && reader.take('without') !== null)
    )
      return null;
    if (reader.at('the others|the rest|all the others')) return null;
    return reader.nounPhrase();
  });
  if (other !== null) phrase.except.push(...[other, ...other.or.splice(0)].map((each) => ofSameKind(phrase, each)));
  return other !== null;
}

/** "without the smallest one": less that one; "without a handle" is a condition. */
const withoutOne = (reader: Reader) =>
  reader.at('without the') && [2, 3, 4, 5].some((i) => /^ones?$/.test(reader.peek(i)));

/** "all the bottles except the leftmost one": the leftmost of the bottles. */
function ofSameKind(phrase: Phrase, other: Phrase): Phrase {
  if (other.noun !== undefined || phrase.noun === undefined || other.self) return other;
  return { ...other, noun: phrase.noun, conditions: [...phrase.conditions, ...other.conditions] };
}
