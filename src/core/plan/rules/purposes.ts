import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { findVerb } from './verbs.ts';

const anyone = 'you|one|we|people|i|somebody|someone|they|a person|anybody|anyone|he|she';
const could =
  'can be used to|could be used to|would use to|could use to|can use to|might use to|may use to|use to|uses to|would need to|needs to|need to|want to|would|could|can|may|might|should';
const withIt = 'with|from|out of|on|upon|in|into|off|by|through|inside|at|onto';

/** "something to drink from", "what you would cut with", "things that can be read", "a thing for sitting on". */
export function readPurpose(reader: Reader, phrase: Phrase): boolean {
  const verb = reader.attempt(
    () =>
      reader.attempt(() => toDo(reader)) ??
      reader.attempt(() => oneCould(reader)) ??
      reader.attempt(() => canBe(reader)) ??
      reader.attempt(() => forDoing(reader)),
  );
  if (verb === null) return false;
  const names = reader.knowledge.usedFor(verb);
  phrase.conditions.push({ is: 'purpose', verb, names, word: verb });
  return true;
}

/** "to drink from", "to cut bread with". */
function toDo(reader: Reader): string | null {
  if (reader.take('which to|to') === null) return null;
  return doing(reader, 'base');
}

/** "you would cut with", "could one sit on". */
function oneCould(reader: Reader): string | null {
  reader.take('that|which');
  const first = reader.take(could);
  if (reader.take(anyone) === null) return null;
  if (first === null && reader.take(could) === null) return null;
  reader.take('be able to|use to|best');
  return doing(reader, 'base');
}

/** "can be read", "could be used for drinking". */
function canBe(reader: Reader): string | null {
  reader.take('that|which|who');
  if (
    reader.take(
      'can be used for|could be used for|is used for|are used for|is meant for|are meant for|is made for|are made for|is good for|are good for|serves for|used for|meant for',
    ) !== null
  )
    return doing(reader, 'ing');
  if (reader.take('can be used to|could be used to|is used to|are used to|is meant to|serves to|used to') !== null)
    return doing(reader, 'base');
  if (reader.take('can be|could be|may be|might be|is to be|are to be') === null) return null;
  const verb = findVerb(reader.peek());
  if (verb === undefined || !verb.forms.includes('participle') || reader.at('seen|found')) return null;
  reader.next();
  reader.take(withIt);
  return verb.lemma;
}

/** "for sitting on". */
function forDoing(reader: Reader): string | null {
  return reader.take('for') === null ? null : doing(reader, 'ing');
}

/** The verb, what it is done to, and the preposition that points to the thing. */
function doing(reader: Reader, form: 'base' | 'ing'): string | null {
  const word = reader.peek();
  const verb = findVerb(word);
  if (
    verb === undefined ||
    !verb.forms.includes(form) ||
    /^(be|have|see|move|stop|start|come|go|enter|leave|appear|touch)$/.test(verb.lemma)
  )
    return null;
  reader.next();
  if (reader.take(withIt) === null && !reader.done) reader.nounPhrase();
  reader.take(withIt);
  return reader.done || reader.at(',|and|or|on|in|that|which|next|behind|to|near|under|left') ? verb.lemma : null;
}
