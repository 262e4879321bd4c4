import { readAuxiliaries } from './auxiliaries.ts';
import { takeNumber } from './modifiers.ts';
import { sceneOf } from './moments.ts';
import type { Cond, Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { joined, sayOfGap } from './say-facts.ts';

/** "if there are at least three coins": a condition on the scene. */
export function readScene(reader: Reader): Cond | null {
  if (reader.take('if|provided that|provided|as long as|in case|only if|unless') === null) return null;
  const negated = reader.peek(-1) === 'unless';
  const condition = readThere(reader) ?? readItself(reader) ?? readState(reader);
  reader.take(', then|then|,');
  if (condition === null) return null;
  return negated ? { is: 'not', of: condition } : condition;
}

function readThere(reader: Reader): Cond | null {
  return reader.attempt(() => {
    if (reader.take('there is|there are|there was|there were|there has been|you see|you can see|we have') === null)
      return null;
    const none = reader.take('no|not any') !== null;
    const exact = reader.attempt(() => exactly(reader));
    const phrase = exact ?? reader.inside(() => reader.nounPhrase());
    if (phrase === null) return null;
    return none ? { is: 'not', of: there(phrase) } : there(phrase);
  });
}

/** "more than two coins" are at least three of them. */
function exactly(reader: Reader): Phrase | null {
  if (reader.take('more than|over') === null) return null;
  const n = takeNumber(reader);
  const phrase = n === null ? null : reader.nounPhrase();
  return phrase && n !== null
    ? { ...phrase, conditions: [{ is: 'count', op: 'atLeast', n: n + 1 }, ...phrase.conditions] }
    : null;
}

/** So many of them, as a condition of the scene. */
function there(phrase: Phrase): Cond {
  return { is: 'exists', phrase: { ...phrase, definite: false } };
}

/** "if it is moving": said of the thing that is asked for. */
function readItself(reader: Reader): Cond | null {
  return reader.attempt(() => {
    if (reader.take('it|they|he|she') === null) return null;
    const read = reader.inside(() => reader.grammar.predicate(reader, 'gap', false, false));
    const said = read && sayOfGap(read.fact, read.when);
    return said === null || said.conditions.length === 0 ? null : joined(said.conditions);
  });
}

/** "if the ball is on the table". */
function readState(reader: Reader): Cond | null {
  return reader.attempt(() => {
    const mode = reader.mode;
    reader.mode = 'subject';
    const none = reader.take('no|nothing|nobody') !== null;
    const subject = reader.nounPhrase();
    reader.mode = mode;
    if (subject === null) return null;
    const { position } = reader;
    readAuxiliaries(reader);
    reader.position = position;
    const read = reader.grammar.predicate(reader, subject, false, true);
    return read && sceneOf(read.fact, none ? { ...read.when, negated: true } : read.when);
  });
}
