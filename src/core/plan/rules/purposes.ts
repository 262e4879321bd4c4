import { maxNames, type WordKnowledge } from '../word-knowledge.ts';
import { coreWords } from './core-words.ts';
import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { findVerb } from './verbs.ts';
import { articles } from './words.ts';

const anyone = 'you|one|we|people|i|somebody|someone|they|a person|anybody|anyone|he|she';
const could =
  'can be used to|could be used to|would use to|could use to|can use to|might use to|may use to|use to|uses to|would need to|needs to|need to|want to|would|could|can|may|might|should';
const withIt = 'with|from|out of|on|upon|in|into|off|by|through|inside|at|onto';

interface Purpose {
  readonly verb: string;
  /** The preposition that points to the thing: "from" of "to drink from". */
  readonly by?: string | undefined;
  /** The verb and all that belongs to it, the verb in its base form: "drink from". */
  readonly said: string;
}

/** "something to drink from", "what you would cut with", "things that can be read", "a thing for sitting on". */
export function readPurpose(reader: Reader, phrase: Phrase): boolean {
  const purpose = reader.attempt(
    () =>
      reader.attempt(() => toDo(reader)) ??
      reader.attempt(() => oneCould(reader)) ??
      reader.attempt(() => canBe(reader)) ??
      reader.attempt(() => forDoing(reader)),
  );
  if (purpose === null) return false;
  const { verb } = purpose;
  phrase.conditions.push({ is: 'purpose', verb, names: namesFor(purpose, reader.knowledge), word: verb });
  return true;
}

/** What somebody who names things by their use says, then the names of common things that serve it. */
function namesFor({ verb, by, said }: Purpose, knowledge: WordKnowledge): string[] {
  const known =
    verb === 'eat' && by === undefined
      ? ['food', ...coreWords.usedFor(verb), ...knowledge.narrowerNames('food')]
      : [...(by === undefined ? [] : knowledge.usedFor(`${verb} ${by}`)), ...knowledge.usedFor(verb)];
  return [...new Set([`thing to ${said}`, ...known])].slice(0, maxNames);
}

/** "to drink from", "to cut bread with". */
function toDo(reader: Reader): Purpose | null {
  if (reader.take('which to|to') === null) return null;
  return doing(reader, 'base');
}

/** "you would cut with", "could one sit on". */
function oneCould(reader: Reader): Purpose | null {
  reader.take('that|which');
  const first = reader.take(could);
  if (reader.take(anyone) === null) return null;
  if (first === null && reader.take(could) === null) return null;
  reader.take('be able to|use to|best');
  return doing(reader, 'base');
}

/** "can be read", "could be used for drinking". */
function canBe(reader: Reader): Purpose | null {
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
  return purposeOf(verb.lemma, [], reader.take(withIt));
}

/** "for sitting on". */
function forDoing(reader: Reader): Purpose | null {
  return reader.take('for') === null ? null : doing(reader, 'ing');
}

/** The verb, what it is done to, and the preposition that points to the thing. */
function doing(reader: Reader, form: 'base' | 'ing'): Purpose | null {
  const word = reader.peek();
  const verb = findVerb(word);
  if (
    verb === undefined ||
    !verb.forms.includes(form) ||
    /^(be|have|see|move|stop|start|come|go|enter|leave|appear|touch)$/.test(verb.lemma)
  )
    return null;
  reader.next();
  let by = reader.take(withIt);
  const from = reader.position;
  if (by === null && !reader.done) reader.nounPhrase();
  const object = reader.words.slice(from, reader.position);
  by = reader.take(withIt) ?? by;
  return reader.done || reader.at(',|and|or|on|in|that|which|next|behind|to|near|under|left')
    ? purposeOf(verb.lemma, object, by)
    : null;
}

const drinks = /^(drinks?|beverages?|water|coffee|tea|juice|milk|wine|beer)$/;

/** What holds drinks is drunk from. */
function purposeOf(verb: string, object: readonly string[], by: string | null): Purpose {
  if (/^(hold|contain|serve|keep)$/.test(verb) && drinks.test(object.at(-1) ?? ''))
    return purposeOf('drink', [], 'from');
  const words = [verb, ...object.filter((word) => !articles.has(word)), ...(by === null ? [] : [by])];
  return { verb, by: by ?? undefined, said: words.join(' ').slice(0, 80) };
}
