import type { Filler } from './fact.ts';
import { findNoun, singularOf } from './lexicon.ts';
import type { Cond, Phrase } from './phrase.ts';
import { emptyPhrase } from './phrase.ts';
import { addFact } from './predicates.ts';
import type { Reader } from './reader.ts';
import { findVerb } from './verbs.ts';

/** "that the man holds", "nobody touches", "the cup is under": somebody else is the subject. */
export function readSubjectClause(reader: Reader, phrase: Phrase): boolean {
  return reader.attempt(() => nobodyTouches(reader, phrase) || readOwnerClause(reader, phrase)) === true;
}

/** Where nobody can name hands, what nobody touches has never moved either. */
function nobodyTouches(reader: Reader, phrase: Phrase): boolean {
  return (
    reader.attempt(() => {
      reader.take('that|which');
      const who = reader.take('nobody|no one|noone|no person|no hand|nothing|somebody|someone|a hand|a person');
      if (who === null) return false;
      reader.take('has ever|had ever|has|had|ever|does');
      const verb = findVerb(reader.peek());
      if (verb === undefined || !/^(touch|hold|move|take|carry|grab|pick|lift)$/.test(verb.lemma)) return false;
      const word = reader.next();
      reader.take('up|away');
      if (!(reader.done || reader.at(',|and|or|but'))) return false;
      const handled: Cond = { is: 'event', types: ['touches', 'is carried by'], word, said: 'was touched' };
      const moved: Cond = { is: 'ever', of: { is: 'motion', code: 'moving', word, said: 'moving' } };
      if (who.startsWith('no')) phrase.conditions.push({ is: 'not', of: handled }, { is: 'not', of: moved });
      else phrase.conditions.push(handled);
      return true;
    }) === true
  );
}

/** "the man put down", "did the ball hit": a clause whose later place is the thing. */
export function readOwnerClause(reader: Reader, phrase: Phrase): boolean {
  return (
    reader.attempt(() => {
      const fronted = reader.fronted;
      reader.fronted = null;
      const aux = reader.nested ? undefined : (reader.take('did|does|do|has|have|had|is|are|was|were') ?? undefined);
      const none = reader.take('nobody|nothing|no one|noone') !== null;
      const determined = reader.at(
        'the|a|an|it|he|she|they|this|that|these|those|every|each|all|any|another|both|one|two|three|its|his|her|their|no|somebody|someone|anybody|anyone|everybody|everyone|something|anything',
      );
      const open =
        determined || (findNoun(singularOf(reader.peek())) !== undefined && findVerb(reader.peek()) === undefined);
      if (reader.mode === 'stem' || (!determined && reader.mode !== 'full')) return false;
      if (!none && !open && aux === undefined) return false;
      const subject = none ? emptyPhrase() : subjectOf(reader, aux !== undefined);
      if (subject === null) return false;
      reader.fronted = fronted;
      reader.antecedent = subject;
      const read = reader.grammar.inverted(reader, aux, subject);
      reader.fronted = null;
      if (read === null) return false;
      return addFact(phrase, read.fact, none ? { ...read.when, negated: true } : read.when);
    }) === true
  );
}

function subjectOf(reader: Reader, asked: boolean): Phrase | null {
  const mode = reader.mode;
  reader.mode = asked ? 'stem' : 'subject';
  const subject = reader.nounPhrase();
  reader.mode = mode;
  return subject;
}

export type { Filler };
