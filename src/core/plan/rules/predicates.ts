import {
  addOrder,
  colorCondition,
  lookCondition,
  motionWordCondition,
  neitherNor,
  takeNumber,
  takeScale,
} from './modifiers.ts';
import { type Cond, emptyPhrase, type Phrase } from './phrase.ts';
import { readLine, readPlace } from './places.ts';
import type { Reader } from './reader.ts';
import { reference, relationCondition } from './relations.ts';
import { type Tense, verbMeaning } from './verb-predicates.ts';
import { comparatives, degreeWords, lookUp, ordinals, superlatives } from './vocabulary.ts';

/** Reads a chain of predicates ("is red and not behind the box") into the phrase; false when none stands here. */
export function readPredicates(reader: Reader, phrase: Phrase): boolean {
  if (!readOne(reader, phrase)) return false;
  while (readJoined(reader, phrase));
  return true;
}

function readJoined(reader: Reader, phrase: Phrase): boolean {
  const before = phrase.conditions.length;
  const word = reader.attempt(() => {
    const comma = reader.take(',');
    const joint = reader.take('and then|and later|and also|and yet|and|or|but then|but later|but|yet|then|later');
    if (comma === null && joint === null) return null;
    reader.take('later|then|again|afterwards|after that');
    reader.take('that|which|who');
    return readOne(reader, phrase) ? (joint ?? ',') : null;
  });
  if (word === 'or') joinLast(phrase, before);
  return word !== null;
}

/** "red or striped": the last condition and what came after it become one. */
function joinLast(phrase: Phrase, before: number): void {
  const added = phrase.conditions.splice(before);
  const last = phrase.conditions.pop();
  if (last === undefined || added.length === 0) phrase.conditions.push(...(last ? [last] : []), ...added);
  else phrase.conditions.push({ is: 'any', of: [last, ...added] });
}

interface Aux extends Tense {
  readonly negated: boolean;
  readonly never: boolean;
  readonly ever: boolean;
  readonly always: boolean;
  readonly any: boolean;
  readonly start: boolean;
}

function readOne(reader: Reader, phrase: Phrase): boolean {
  const read = reader.attempt(() => {
    const aux = auxiliaries(reader);
    const said = emptyPhrase();
    const timeless = readCore(reader, said, aux);
    if (timeless === null) return null;
    const start = aux.start || takeStart(reader);
    return { aux: { ...aux, start }, said, timeless };
  });
  if (read === null) return false;
  addPredicate(phrase, read.said, read.aux, read.timeless);
  return true;
}

function addPredicate(phrase: Phrase, said: Phrase, aux: Aux, timeless: boolean): void {
  phrase.unknown.push(...said.unknown);
  if (!aux.negated && !aux.never) phrase.picks.push(...said.picks);
  const [first, ...more] = said.conditions;
  if (first === undefined) return;
  const condition: Cond = more.length === 0 ? first : { is: 'all', of: said.conditions };
  phrase.conditions.push(inTime(condition, aux, timeless));
}

function inTime(condition: Cond, aux: Aux, timeless: boolean): Cond {
  if (aux.start) return negate({ is: 'at-start', of: condition }, aux.negated);
  if (aux.never) return { is: 'not', of: timeless ? condition : { is: 'ever', of: condition } };
  if (aux.always) return negate({ is: 'always', of: condition }, aux.negated);
  const ever = !timeless && (aux.ever || (aux.past && condition.is !== 'ever'));
  return negate(ever ? { is: 'ever', of: condition } : condition, aux.negated);
}

const negate = (of: Cond, negated: boolean): Cond => (negated ? { is: 'not', of } : of);

const startWords =
  'at the start|at the beginning|in the first frame|from the first frame|since the first frame|from the start|from the beginning|since the start|since the beginning|from the very first frame|at first|initially|the whole time|all the time|throughout';

function takeStart(reader: Reader): boolean {
  if (reader.at('the whole time|all the time|throughout|since the|from the left')) return false;
  return reader.take(startWords) !== null;
}

function auxiliaries(reader: Reader): Aux {
  const seen = new Set<string>();
  for (;;) {
    const owns =
      reader.at('has|have|had') &&
      !reader.at(
        'has been|have been|had been|has not|have not|had not|has never|have never|had never|has always|have always|has ever|have ever|has just',
      ) &&
      !endsInParticiple(reader.peek(1));
    const word = owns
      ? null
      : reader.take(
          'no longer|is|are|was|were|be|been|being|has|have|had|does|do|did|not|never|always|ever|already|currently|now|also|both|either|first|just|once|at some point|only',
        );
    if (word === null) break;
    seen.add(word);
  }
  const has = (words: string) => words.split('|').some((w) => seen.has(w));
  return {
    past: has('was|were|has|have|had|did|been'),
    passive: has('is|are|was|were|be|been|being'),
    negated: has('not|no longer'),
    never: has('never') || (has('not') && has('ever')),
    ever: has('ever|once|at some point'),
    always: has('always'),
    bare: seen.size === 0,
    any: seen.size > 0,
    start: false,
  };
}

const endsInParticiple = (word: string) =>
  /(ed|en|un|wn|ught|me|ld|ut|ft|od|nt)$/.test(word) && !/^(red|green|golden|wooden|garden)$/.test(word);

/** Reads one predicate; true when its time is already in it, null when there is none. */
function readCore(reader: Reader, said: Phrase, aux: Aux): boolean | null {
  if (
    reader.take(
      'still there|still here|still in the picture|still visible|in view|in the picture|in the image|in the frame|in the scene|visible|present|there',
    ) !== null
  ) {
    said.conditions.push({ is: 'plain', code: 'present', word: 'in view', said: 'in the picture' });
    return false;
  }
  if (readComparison(reader, said) || readDistance(reader, said) || readPickPredicate(reader, said, aux)) return false;
  if (readLine(reader, said) || readPlace(reader, said)) return false;
  const plain = reader.attempt(() => relationCondition(reader)) ?? adjective(reader);
  if (plain !== null) return push(said, plain);
  const verb = reader.attempt(() =>
    verbMeaning(reader, said, { past: aux.past, passive: aux.passive, bare: !aux.any }),
  );
  if (verb !== null) return push(said, verb.condition, verb.timeless);
  return readBeing(reader, said);
}

function push(said: Phrase, condition: Cond, timeless = false): boolean {
  said.conditions.push(condition);
  return timeless;
}

function adjective(reader: Reader): Cond | null {
  const word = motionWordCondition(reader);
  if (word !== null) return word;
  return reader.attempt(() => {
    reader.take('all|completely|mostly|partly|entirely');
    return reader.attempt(() => neitherNor(reader)) ?? colorCondition(reader) ?? lookCondition(reader);
  });
}

const being =
  'standing|sitting|lying|hanging|located|placed|positioned|situated|resting|parked|leaning|stands|sits|lies|hangs|rests|leans|stood|sat|lay|kept|seated|found|seen|visible|that is|staying|stay|stays|remains|stand|sit|lie|hang|rest|lean';

/** "standing next to the bus": the verb says no more than "is"; what follows must be read. */
function readBeing(reader: Reader, said: Phrase): boolean | null {
  const read = reader.attempt(() => {
    if (reader.take(being) === null) return null;
    reader.take('from|alone|there|up|down');
    return readComparison(reader, said) ||
      readDistance(reader, said) ||
      readLine(reader, said) ||
      readPlace(reader, said) ||
      readRelation(reader, said)
      ? true
      : null;
  });
  return read === null ? readHanging(reader, said) : false;
}

function readRelation(reader: Reader, said: Phrase): boolean {
  const condition = relationCondition(reader);
  if (condition !== null) said.conditions.push(condition);
  return condition !== null;
}

/** "hanging from the shoulder". */
function readHanging(reader: Reader, said: Phrase): boolean | null {
  const to = reader.attempt(() =>
    reader.take('hanging from|hangs from|attached to|connected to|fixed to|tied to') === null
      ? null
      : reference(reader),
  );
  if (to === null) return null;
  said.conditions.push({ is: 'relation', name: 'touching', to, word: 'hanging from' });
  return false;
}

/** "bigger than the red ball", "taller than every bottle", "as big as the cup", "twice as big as" is not read. */
function readComparison(reader: Reader, said: Phrase): boolean {
  const read = reader.attempt(() => comparedWith(reader) ?? asBigAs(reader));
  if (read !== null) said.conditions.push(read);
  return read !== null;
}

function comparedWith(reader: Reader): Cond | null {
  reader.take('much|slightly|a bit|far');
  const scale = takeScale(reader, comparatives);
  const word = scale?.word ?? '';
  if (scale === null || reader.take('in size than|than') === null) return null;
  const to = reference(reader);
  return to && { is: 'compare', op: scale.value.direction === 'down' ? 'more' : 'less', by: scale.value.by, to, word };
}

function asBigAs(reader: Reader): Cond | null {
  reader.take('just|about');
  if (reader.take('as') === null) return null;
  const scale = takeScale(reader, degreeWords);
  if (scale === null || reader.take('as') === null) return null;
  const to = reference(reader);
  return to && { is: 'compare', op: 'about', by: scale.value.by, to, word: `as ${scale.word} as` };
}

/** "nearest to the red ball", "closest to the camera". */
function readDistance(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      reader.take('the');
      const away = reader.take('farthest away|furthest away');
      if (away !== null && !reader.at('from')) {
        addOrder(said, { by: 'depth', direction: 'down' }, 1, away);
        return true;
      }
      const word = away?.split(' ')[0] ?? reader.take('nearest|closest|farthest|furthest');
      if (word === undefined || word === null) return false;
      return readDistanceObject(reader, said, word === 'nearest' || word === 'closest' ? 'near' : 'far', word);
    }) === true
  );
}

const camera = 'the camera|the viewer|us|me|the lens|the observer|the front';

/** After "nearest": "to the camera", "the red ball". */
export function readDistanceObject(reader: Reader, said: Phrase, side: 'near' | 'far', word: string): boolean {
  const preposition = reader.take('to|from|away from');
  if (reader.take(camera) !== null) {
    addOrder(said, { by: 'depth', direction: side === 'near' ? 'up' : 'down' }, 1, word);
    return true;
  }
  const to = preposition === null ? null : reader.nounPhrase();
  if (to === null) return false;
  reader.antecedent = to;
  said.picks.push({ is: 'distance', to, far: side === 'far', word });
  return true;
}

/** "is the largest", "the last to come in", "comes in last", "moves fastest". */
function readPickPredicate(reader: Reader, said: Phrase, aux: Aux): boolean {
  return (
    readOrderedEvent(reader, said) ||
    readEventOrder(reader, said) ||
    readFastest(reader, said) ||
    (aux.any && readDegreePredicate(reader, said)) ||
    (aux.any && readSuperlativePredicate(reader, said))
  );
}

const eventsSaid: readonly (readonly [string, 'enters' | 'leaves' | 'stops' | 'starts'])[] = [
  [
    'come into the picture|come into view|comes into view|came into view|come into the frame|come into the scene|came into the picture|comes into the picture|comes in|come in|came in|coming in|walks in|walk in|walked in|enter the picture|enters the picture|entered the picture|enter the scene|enters the scene|entered the scene|enter the frame|enters the frame|entered the frame|enters|enter|entered|entering|arrives|arrived|arrive|appear|appears|appeared',
    'enters',
  ],
  [
    'leave the picture|leaves the picture|left the picture|leave the scene|leaves the scene|left the scene|leave the frame|leaves the frame|leaves|leave|go out|goes out|went out|exit|exits|exited|disappear|disappears|disappeared',
    'leaves',
  ],
  ['stop moving|stops moving|stopped moving|stop|stops|stopped', 'stops'],
  [
    'start moving|starts moving|started moving|start to move|starts to move|started to move|move|moves|moved|start|starts|started',
    'starts',
  ],
];

/** "the last to come in", "the second one that entered". */
function readOrderedEvent(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      reader.take('the');
      const word = reader.peek();
      const rank = lookUp(ordinals, word);
      if (rank === undefined) return false;
      reader.next();
      reader.take('one|thing|object');
      if (reader.take('to|that|who|which') === null) return false;
      return addEvent(reader, said, rank, word);
    }) === true
  );
}

/** The verb of an ordered event; adds the choice. */
export function addEvent(reader: Reader, said: Phrase, rank: number, word: string): boolean {
  const found = eventsSaid.find(([verbs]) => reader.take(verbs) !== null);
  if (found === undefined) return false;
  said.picks.push({ is: 'event', type: found[1], rank, word });
  return true;
}

/** "comes in last", "stopped first". */
function readEventOrder(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      const found = eventsSaid.find(([verbs]) => reader.take(verbs) !== null);
      const word = reader.peek();
      const rank = lookUp(ordinals, word);
      if (found === undefined || rank === undefined) return false;
      reader.next();
      said.picks.push({ is: 'event', type: found[1], rank, word });
      return true;
    }) === true
  );
}

/** "moves fastest", "moving the slowest". */
function readFastest(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      if (reader.take('moves|moving|move|goes|runs|travels|is moving|drives') === null) return false;
      reader.take('the');
      const word = reader.take('fastest|slowest|quickest|most');
      if (word === null) return false;
      addOrder(said, { by: 'speed', direction: word === 'slowest' ? 'up' : 'down' }, 1, word);
      return true;
    }) === true
  );
}

/** "that are small". */
function readDegreePredicate(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      const scale = takeScale(reader, degreeWords);
      if (scale === null || reader.at('to|than|as|enough|red|orange|yellow|green|blue|purple|pink|brown|gray|grey'))
        return false;
      addOrder(said, scale.value, 1, scale.word);
      return true;
    }) === true
  );
}

function readSuperlativePredicate(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      reader.take('the');
      takeNumber(reader);
      const rank = lookUp(ordinals, reader.peek());
      if (rank !== undefined) reader.next();
      const scale = takeScale(reader, superlatives);
      if (scale === null) return false;
      addOrder(said, scale.value, rank ?? 1, scale.word);
      reader.take('of all|of them all|of them|one');
      return true;
    }) === true
  );
}
