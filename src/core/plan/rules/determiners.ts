import { takeNumber } from './modifiers.ts';
import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';

/** "all the", "the other", "one of the", "at least two"; false where none stands here. */
export function readDeterminer(reader: Reader, phrase: Phrase): boolean {
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
