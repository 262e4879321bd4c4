import type { Aux } from './auxiliaries.ts';
import type { Fact, Filler } from './fact.ts';
import type { Reader } from './reader.ts';
import { findVerb } from './verbs.ts';

type FactReader = (reader: Reader, aux: Aux, subject: Filler, inner: boolean) => Fact | null;

/** "stopped touching the box", "began to hold the ball", "started rolling": the edge of what the second verb says. */
export function readPhase(reader: Reader, aux: Aux, subject: Filler, inner: boolean, factOf: FactReader): Fact | null {
  const verb = findVerb(reader.peek());
  if (verb === undefined || !/^(stop|cease|quit|start|begin)$/.test(verb.lemma)) return null;
  const word = reader.next();
  const second = reader.take('to') === null ? 'ing' : 'base';
  if (!findVerb(reader.peek())?.forms.includes(second)) return null;
  if (reader.at('moving|move')) return null;
  const inside: Aux = { when: { ...aux.when, past: false }, be: false, bare: true };
  const fact = factOf(reader, inside, subject, inner);
  if (fact === null || fact.is === 'event') return null;
  if (verb.forms.includes('past') && !verb.forms.includes('base')) aux.when.past = true;
  const begins = verb.lemma === 'start' || verb.lemma === 'begin';
  return phaseOf(fact, begins, `${word}`);
}

function phaseOf(fact: Exclude<Fact, { is: 'event' }>, begins: boolean, word: string): Fact {
  const [only] = fact.is === 'property' ? fact.conditions : [];
  if (fact.is === 'property' && only?.is === 'motion' && only.code === 'moving')
    return {
      is: 'event',
      types: [begins ? 'starts' : 'stops'],
      roles: { who: fact.subject },
      word,
      said: begins ? 'started to move' : 'stopped',
    };
  return { ...fact, aspect: begins ? 'begins' : 'ends', word };
}
