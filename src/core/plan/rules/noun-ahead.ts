import { findNoun, isGenericNoun, singularOf } from './lexicon.ts';
import type { Reader } from './reader.ts';
import { colorWords, lookUp, shapeWordsSaid, textureWordsSaid } from './vocabulary.ts';

/** True where the next word can open a noun phrase. */
export function nounMayFollow(reader: Reader): boolean {
  if (
    reader.at(
      'the|a|an|another|every|each|all|some|any|something|its|his|her|their|both|two|three|four|five|one|this|that|these|those|everything|everyone|somebody|someone|anything|at least|exactly',
    )
  ) {
    return !reader.at(
      'the first time|the second time|the whole|the entire|all the time|one time|two times|three times|four times|five times|the longest|the most|the farthest|the furthest|the fastest|a second time|all along|every time|at least once|at least twice|exactly once|exactly twice|a while',
    );
  }
  const word = reader.peek();
  return (
    isGenericNoun(word) ||
    findNoun(singularOf(word)) !== undefined ||
    lookUp(colorWords, word) !== undefined ||
    lookUp(shapeWordsSaid, word) !== undefined ||
    lookUp(textureWordsSaid, word) !== undefined
  );
}
