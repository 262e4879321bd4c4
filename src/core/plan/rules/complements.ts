import type { Aux } from './auxiliaries.ts';
import { readDistance, readPickPredicate } from './choices.ts';
import { readComparison } from './comparisons.ts';
import type { Fact, Filler } from './fact.ts';
import { placeOf } from './frame.ts';
import { findNoun, isPluralNoun, singularOf } from './lexicon.ts';
import { colorCondition, lookCondition, neitherNor } from './look-conditions.ts';
import { motionWordCondition, nothingIn } from './modifiers.ts';
import { type Cond, emptyPhrase, type Phrase, type RelationName } from './phrase.ts';
import { readLine, readPlace } from './places.ts';
import type { Reader } from './reader.ts';
import { relationCondition, takePreposition } from './relations.ts';
import { findVerb } from './verbs.ts';
import { isLookWord, stateWords } from './vocabulary.ts';

const present =
  'on display|in this picture|able to be seen|to be seen|in this image|in this scene|in this video|in this photo|in this frame|on the picture|still there|still here|here|still in the picture|still visible|still in view|still present|in view|in the picture|in the image|in the frame|in the scene|in sight|on the screen|in shot|visible|present|there|around';
const absent =
  'away|gone|absent|out of sight|out of view|out of the picture|out of frame|not there|missing|no longer there|off screen|offscreen';
const being =
  'standing|sitting|lying|hanging|located|placed|positioned|situated|resting|parked|leaning|stands|sits|lies|hangs|rests|leans|stood|sat|lay|seated|found|seen|that is|stand|sit|lie|hang|rest|lean|waiting|waits|waited';

/** What follows "is": a look, a place, a relation, a comparison, a choice. Null when none of them stands here. */
export function readComplement(reader: Reader, subject: Filler, aux: Aux, inner: boolean): Fact | null {
  // "was carried by the man" has happened; "was being carried" went on.
  if (aux.be && aux.when.past && reader.at('carried by|covered by') && reader.peek(-1) !== 'being') return null;
  if (inner) return reader.attempt(() => openRelation(reader, subject));
  const from = reader.position;
  const said = emptyPhrase();
  if (!readInto(reader, said, aux)) return null;
  aux.when.manner.push(...said.unknown);
  const word = reader.words.slice(from, reader.position).join(' ');
  const [only] = said.conditions;
  if (
    said.conditions.length === 1 &&
    only?.is === 'relation' &&
    !(subject === 'gap' && only.to.phrase.self) &&
    said.picks.length === 0
  )
    return {
      is: 'relation',
      name: only.name,
      subject,
      to: only.to.phrase,
      every: only.to.every,
      aspect: 'state',
      word: only.word,
    };
  return { is: 'property', subject, conditions: said.conditions, picks: said.picks, aspect: 'state', word };
}

/** "the ball is under", "stands on": the thing it is under is meant. */
function openRelation(reader: Reader, subject: Filler): Fact | null {
  reader.take(being);
  const fronted = reader.fronted;
  if (fronted !== null && /^(by|to|from|with|towards|at|somewhere)$/.test(fronted)) return null;
  reader.fronted = null;
  const found = fronted === null ? takePreposition(reader) : frontedRelation(fronted);
  if (found === null || subject === 'gap') return null;
  return { is: 'relation', name: found.name, subject, to: 'gap', every: false, aspect: 'state', word: found.word };
}

function frontedRelation(word: string): { name: RelationName; word: string } | null {
  const name = Object.hasOwn(placeOf, word) ? placeOf[word] : undefined;
  return name === undefined ? null : { name, word };
}

function readInto(reader: Reader, said: Phrase, aux: Aux): boolean {
  return readPresence(reader, said) || readSimple(reader, said, aux) || readBeing(reader, said);
}

function readPresence(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      const seen = reader.take('could be seen|can be seen|be seen|seen') ?? reader.take(present);
      const word = seen ?? reader.take(absent);
      if (word === null || reader.at('of')) return false;
      const there: Cond = {
        is: 'plain',
        code: word === 'visible' || /sight|seen/.test(word) ? 'visible' : 'present',
        word: 'in view',
        said: 'in the picture',
      };
      said.conditions.push(seen === null ? { is: 'not', of: { ...there, code: 'present' } } : there);
      return true;
    }) === true
  );
}

function readSimple(reader: Reader, said: Phrase, aux: Aux): boolean {
  if (
    readComparison(reader, said) ||
    readDistance(reader, said) ||
    readPickPredicate(reader, said, aux.be || !aux.bare)
  )
    return true;
  if (reader.attempt(() => readLine(reader, said)) || readPlace(reader, said) || readAlone(reader, said)) return true;
  const plain =
    reader.attempt(() => relationCondition(reader)) ??
    reader.attempt(() => emptyCondition(reader, said)) ??
    adjective(reader) ??
    reader.attempt(() => kindCondition(reader, aux));
  if (plain !== null) said.conditions.push(plain);
  return plain !== null;
}

/** "is a car", "are animals", "is one of the red things". */
function kindCondition(reader: Reader, aux: Aux): Cond | null {
  const one = reader.take('one of') !== null;
  if (!one && !aux.be) return null;
  const counted =
    reader.at('a|an|another') ||
    (isPluralNoun(reader.peek()) &&
      findNoun(singularOf(reader.peek())) !== undefined &&
      findVerb(reader.peek()) === undefined);
  const mass = isMassNoun(reader);
  const looked = !counted && isLookWord(reader.peek()) && isPluralNoun(reader.peek(1));
  if (!one && !counted && !looked && !mass) return null;
  reader.ofKind = true;
  const phrase = reader.nounPhrase();
  reader.ofKind = false;
  if (phrase === null || (phrase.noun === undefined && phrase.conditions.length === 0)) return null;
  return { is: 'among', phrase: { ...phrase, definite: false, plural: one || phrase.plural } };
}

/** "is fruit", "is furniture": a wide name needs no article; "is part of" says something else. */
function isMassNoun(reader: Reader): boolean {
  const word = reader.peek();
  return word !== 'part' && findNoun(word)?.broad === true && findVerb(word) === undefined && !isLookWord(word);
}

/** "is empty": nothing is in it. */
function emptyCondition(reader: Reader, { noun }: Phrase): Cond | null {
  return reader.take('completely empty|empty') === null ? null : nothingIn(noun);
}

function adjective(reader: Reader): Cond | null {
  const word = motionWordCondition(reader) ?? stateCondition(reader);
  if (word !== null) return word;
  return reader.attempt(() => {
    reader.take('all|completely|mostly|partly|entirely');
    return reader.attempt(() => neitherNor(reader)) ?? colorCondition(reader) ?? lookCondition(reader);
  });
}

/** "open", "switched on", "full". */
export function stateCondition(reader: Reader): Cond | null {
  return reader.attempt(() => {
    const word = reader.peek();
    if (reader.take('switched on|turned on') !== null) return { is: 'state', state: 'on', word: 'on' };
    if (reader.take('switched off|turned off') !== null) return { is: 'state', state: 'off', word: 'off' };
    const switched =
      reader.direct === null &&
      /^(on|off)$/.test(word) &&
      (reader.peek(1) === '' || /^(,|and|or|but|now|then)$/.test(reader.peek(1)));
    const idle = word === 'parked' || (/^(standing|resting|waiting|idle)$/.test(word) && !reader.person);
    if (idle && endsHere(reader)) return parked(reader);
    if (!stateWords.has(word) && !switched) return null;
    reader.next();
    return { is: 'state', state: word, word };
  });
}

const endsHere = (reader: Reader) =>
  reader.peek(1) === '' || /^(,|and|or|but|now|then|that)$/.test(reader.peek(1)) || /ly$/.test(reader.peek(1));

function parked(reader: Reader): Cond {
  const word = reader.next();
  return { is: 'not', of: { is: 'motion', code: 'moving', word, said: 'moving' } };
}

/** "apart from the others", "by itself", "of a different colour from all the others". */
function readAlone(reader: Reader, said: Phrase): boolean {
  const apart = reader.take(
    'apart from the others|apart from the rest|apart from all the others|away from the others|away from the rest|away from all the others|by itself|by themselves|on its own|on their own|alone|all alone|isolated|separate from the others|separated from the others|far from the others',
  );
  if (apart !== null)
    said.conditions.push({ is: 'group', by: 'near', op: 'about', n: 1, word: apart, said: 'standing alone' });
  return apart !== null;
}

/** "standing next to the bus": the verb says no more than "is"; what follows must be read. */
function readBeing(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      if (reader.take(being) === null) return false;
      reader.take('from|there|up|down');
      if (reader.at('still|motionless')) return false;
      const condition =
        readComparison(reader, said) ||
        readDistance(reader, said) ||
        readLine(reader, said) ||
        readPlace(reader, said) ||
        readAlone(reader, said);
      return condition || readRelation(reader, said);
    }) === true || readHanging(reader, said)
  );
}

function readRelation(reader: Reader, said: Phrase): boolean {
  const condition = relationCondition(reader);
  if (condition !== null) said.conditions.push(condition);
  return condition !== null;
}

/** "hanging from the shoulder". */
function readHanging(reader: Reader, said: Phrase): boolean {
  const to = reader.attempt(() =>
    reader.take('hanging from|hangs from|attached to|connected to|fixed to|tied to|in contact with') === null
      ? null
      : reader.nounPhrase(),
  );
  if (to === null) return false;
  said.conditions.push({
    is: 'relation',
    name: 'touching',
    to: { phrase: to, every: to.universal },
    word: 'hanging from',
  });
  return true;
}
