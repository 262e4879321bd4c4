import { readAdverbials } from './adverbials.ts';
import { type Aux, auxOf, readAuxiliaries } from './auxiliaries.ts';
import { comparedDoing, comparedWith } from './compared-doing.ts';
import { readComplement } from './complements.ts';
import { type Fact, type Filler, thingIn } from './fact.ts';
import { type Frame, placeOf } from './frame.ts';
import { readPhase } from './phases.ts';
import { type Cond, emptyPhrase, type Moment, type Phrase, type Pick } from './phrase.ts';
import { readFrame } from './read-frame.ts';
import type { Predicate, Reader } from './reader.ts';
import { type SaidOfGap, sayOfGap } from './say-facts.ts';
import { senseOf } from './senses.ts';
import { mannersOfMoving } from './verbs.ts';
import { isLookWord, lookUp, ordinals } from './vocabulary.ts';
import { joinSpans, type When } from './when.ts';

/** Reads a chain of predicates ("is red and not behind the box") into the phrase; false when none stands here. */
export function readPredicates(reader: Reader, phrase: Phrase): boolean {
  const first = readOne(reader, phrase);
  if (first === null) return false;
  for (let aux: Aux | null = first; aux !== null; ) aux = readJoined(reader, phrase, aux);
  return true;
}

/** The predicate of a clause with a subject of its own, or with the gap in a later place. */
export function readPredicate(reader: Reader, subject: Filler, inner: boolean, inClause: boolean): Predicate | null {
  const read = reader.attempt(() => readFact(reader, subject, inner, inClause));
  return read && { fact: read.fact, when: read.aux.when };
}

/** "did the man put down": the auxiliary stood before the subject. */
export function readInverted(reader: Reader, auxiliary: string | undefined, subject: Filler): Predicate | null {
  const inherited = auxiliary === undefined ? undefined : auxOf(new Set([auxiliary]));
  const read = reader.attempt(() => readFact(reader, subject, true, false, inherited));
  return read && { fact: read.fact, when: read.aux.when };
}

/** "is the ball red": the auxiliary stood before the subject, of which the rest is said. */
export function readStated(reader: Reader, auxiliary: string): Predicate | null {
  const read = reader.attempt(() => readFact(reader, 'gap', false, false, auxOf(new Set([auxiliary]))));
  return read && { fact: read.fact, when: read.aux.when };
}

interface ReadFact {
  readonly fact: Fact;
  readonly aux: Aux;
}

function readFact(
  reader: Reader,
  subject: Filler,
  inner: boolean,
  inClause: boolean,
  inherited?: Aux,
): ReadFact | null {
  const aux = readAuxiliaries(reader, inherited);
  const host = reader.host;
  reader.host = subject;
  aux.when.inClause = inClause;
  const early = readEarly(reader, aux.when);
  const fact =
    reader.attempt(() => readPhase(reader, aux, subject, inner, factOf)) ?? factOf(reader, aux, subject, inner);
  if (fact === null) return null;
  if (reader.direct === null || !reader.nested) readAdverbials(reader, aux.when);
  reader.host = host;
  if (early && aux.when.past === false) aux.when.past = true;
  return { fact, aux };
}

/** "that at the start was left of the wall", "which twice hit the box". */
function readEarly(reader: Reader, when: When): boolean {
  if (
    reader.at('twice as') ||
    !reader.at(
      'at the|at first|initially|originally|in the first|twice|for|during|after|before|while|slowly|quickly|suddenly|from the|since',
    )
  )
    return false;
  const before = reader.position;
  readAdverbials(reader, when);
  reader.take(',');
  reader.take('was|were|is|are|had been|has been|did|had|has|been');
  return reader.position > before;
}

function factOf(reader: Reader, aux: Aux, subject: Filler, inner: boolean): Fact | null {
  return (
    reader.attempt(() => readComplement(reader, subject, aux, inner)) ??
    reader.attempt(() => {
      const frame = readFrame(reader, aux, subject, inner);
      const fact = frame && senseOf(frame);
      if (frame !== null && fact !== null) {
        noteTense(frame, fact, aux);
        notePlace(frame, fact, aux);
      }
      return fact;
    })
  );
}

function noteTense({ past, ongoing, lemma, word, passive }: Frame, fact: Fact, aux: Aux): void {
  const { when } = aux;
  when.past ||= past && !ongoing && !(passive && aux.bare && fact.is !== 'event');
  if (mannersOfMoving.has(lemma) && !/^(go|head|drop)$/.test(lemma)) when.unseen = word;
}

/** "was the last to stop", "is the second one that came in". */
function readRanked(reader: Reader, phrase: Phrase): Aux | null {
  const aux = readAuxiliaries(reader);
  if (reader.take('the') === null) return null;
  const word = reader.peek();
  const rank = lookUp(ordinals, word);
  if (rank === undefined) return null;
  reader.next();
  reader.take('one|thing|person|object');
  if (reader.take('to|that|who|which') === null) return null;
  const read = readPredicate(reader, 'gap', false, false);
  const ordered =
    read && addFact(phrase, read.fact, { ...read.when, rank, rankWord: word, past: false, perfect: false });
  return ordered ? aux : null;
}

const placeless = new Set([
  'stops',
  'starts',
  'turns',
  'speeds up',
  'changes color',
  'changes size',
  'changes shape',
  'enters',
  'appears',
]);

/** "came to a halt next to the box", "turned left": so it was when it happened. */
function notePlace({ preps, heading, word }: Frame, fact: Fact, { when }: Aux): void {
  if (fact.is !== 'event' || !fact.types.every((type) => placeless.has(type))) return;
  if (heading !== undefined) when.span = joinSpans(when.span, { while: heading });
  for (const { said, to } of preps) {
    const name = Object.hasOwn(placeOf, said) ? placeOf[said] : undefined;
    const phrase = thingIn(to);
    if (name !== undefined && phrase !== undefined)
      when.span = joinSpans(when.span, {
        while: { is: 'relation', name, to: { phrase, every: phrase.universal }, word },
      });
  }
}

function readOne(reader: Reader, phrase: Phrase, joint?: Joint): Aux | null {
  const ranked = reader.attempt(() => readRanked(reader, phrase));
  if (ranked !== null) return ranked;
  const read = reader.attempt(() => readFact(reader, 'gap', false, false, joint?.aux));
  if (read === null) return null;
  const { fact, aux } = read;
  const when = joint === undefined ? aux.when : afterJoint(aux.when, joint);
  return addFact(phrase, fact, when) ? aux : null;
}

/** What a predicate says goes into the phrase; false where it says nothing of it. */
export function addFact(phrase: Phrase, fact: Fact, when: When): boolean {
  if (fact.is === 'property' && fact.conditions.length === 0 && fact.picks.length > 0 && (when.negated || when.never)) {
    phrase.conditions.push(oneOf(phrase, fact.picks, when.at, true));
    return true;
  }
  const said = sayCompared(phrase, fact, when) ?? sayOfGap(fact, when);
  if (said === null) return false;
  if (said.picks.length > 0 && said.conditions.length === 0 && fact.is === 'property' && when.at !== undefined) {
    phrase.conditions.push(oneOf(phrase, said.picks, when.at, when.negated));
    return true;
  }
  if (when.meanwhile !== undefined && sameDoing(fact, when.meanwhile.fact)) phrase.except.push(when.meanwhile.who);
  phrase.conditions.push(...said.conditions);
  phrase.picks.push(...said.picks);
  phrase.unknown.push(...when.manner, ...(when.unseen === undefined ? [] : [when.unseen]));
  return true;
}

/** "more often than the desk", "longer than the girl", said of another place of the clause than the gap. */
function sayCompared(phrase: Phrase, fact: Fact, when: When): SaidOfGap | null {
  const to = when.compared?.to.phrase;
  const doing = to === undefined ? null : comparedDoing(fact, phrase, to);
  const others = doing === null ? null : sayOfGap(doing, when);
  const own = others === null ? null : sayOfGap(fact, when);
  return own && others && { ...own, conditions: comparedWith(own.conditions, others.conditions) };
}

/** Who does the same meanwhile is somebody else. */
function sameDoing(a: Fact, b: Fact): boolean {
  if (a.is === 'event' && b.is === 'relation') return a.types.includes('touches') && b.name === 'touching';
  if (a.is === 'event' && b.is === 'event') return a.types.join() === b.types.join();
  return a.is === 'relation' && b.is === 'relation' && a.name === b.name;
}

/** "was the leftmost at the start", "is not the largest": one of those that are or were so, or none of them. */
function oneOf(phrase: Phrase, picks: readonly Pick[], at: Moment | undefined, negated: boolean): Cond {
  const { noun } = phrase;
  const conditions = phrase.conditions.filter((c) => c.is === 'color' || c.is === 'shape' || c.is === 'texture');
  const then: Phrase = {
    ...emptyPhrase(),
    ...(noun === undefined ? {} : { noun }),
    conditions,
    picks: [...picks],
    words: phrase.words,
    definite: true,
    ...(at === undefined ? {} : { at }),
  };
  return negated ? { is: 'not', of: { is: 'among', phrase: then } } : { is: 'among', phrase: then };
}

interface Joint {
  readonly aux: Aux;
  /** "then": after what the last condition says. */
  readonly after?: Cond | undefined;
  readonly negated: boolean;
}

function afterJoint(when: When, { after: done, negated }: Joint): When {
  const later =
    done === undefined || when.again || when.times !== undefined
      ? when
      : { ...when, span: joinSpans(when.span, { while: donePart(done) }), past: true };
  return negated ? { ...later, negated: true } : later;
}

/** What has happened, or was once so. */
function donePart(condition: Cond): Cond {
  const lasting =
    condition.is === 'event' || condition.is === 'role' || condition.is === 'ever' || condition.is === 'compare';
  return lasting ? condition : { is: 'ever', of: condition };
}

function readJoined(reader: Reader, phrase: Phrase, aux: Aux): Aux | null {
  const before = phrase.conditions.length;
  if (reader.attempt(() => readEllipsis(reader, phrase)) === true) return aux;
  const read = reader.attempt(() => {
    const comma = reader.take(',');
    const word = reader.take(
      'and then|and later|and afterwards|and after that|and also|and yet|and now|and|or|but then|but later|but also|but now|but|yet|then|later|nor|before',
    );
    if (comma === null && word === null) return null;
    if (word === 'before') return null;
    const later = reader.take('later on|later|then|afterwards|after that|subsequently|finally|eventually');
    const then = later !== null || /then|later|afterwards|after that/.test(word ?? '');
    reader.take('that|which|who');
    if (reader.nested && !lookAhead(reader)) return null;
    const last = phrase.conditions[before - 1];
    const joint = { aux, after: then ? last : undefined, negated: word === 'nor' };
    const found = readOne(reader, phrase, joint);
    return found === null ? null : { aux: found, word: word ?? ',' };
  });
  if (read?.word === 'or') joinLast(phrase, before);
  return read?.aux ?? null;
}

const stillSo =
  'is still there|are still there|is there now|are there now|still is|still are|is still|are still|still does|still do|still has|still have|are now too|is now too|is now|are now|does now|do now|are so now|still is now|still are now';
const soNoMore =
  'is not there any more|are not there any more|is not there anymore|are not there anymore|is not there now|are not there now|is no longer there|are no longer there|is gone|are gone|is not there|are not there|no longer is|no longer are|is no longer|are no longer|no longer does|no longer do|is not any more|are not any more|is not anymore|are not anymore|not any more|not anymore|no longer|is not now|are not now|now is not|now are not|is not|are not|not now|now not|have none now|has none now|has none any more|have none any more|has none|have none|no longer has any|no longer have any|does not now|do not now|does not any more|do not any more|does not anymore|do not anymore';

/** "and still are", "but no longer is": what was so then, said of now. */
function readEllipsis(reader: Reader, phrase: Phrase): boolean {
  reader.take(',');
  if (reader.take('and|but|yet') === null) return false;
  reader.take('that|which|who');
  const now = reader.take(stillSo);
  const word = now ?? reader.take(soNoMore);
  if (word === null) return false;
  reader.take('there|so|it|there now|now|on it|in it');
  if (!reader.done && !reader.at(',|and|or')) return false;
  const state = phrase.conditions.at(-1);
  const base = state === undefined ? null : stateNow(state);
  if (base === null) return false;
  phrase.conditions.push(now === null ? { is: 'not', of: base } : base);
  return true;
}

/** The state itself of "was at some time", "was at the start". */
function stateNow(condition: Cond): Cond | null {
  if (condition.is === 'not' && (condition.of.is === 'at' || condition.of.is === 'ever')) return condition.of.of;
  if (condition.is === 'at' || condition.is === 'ever' || condition.is === 'always')
    return condition.of.is === 'not' ? condition.of.of : condition.of;
  return condition.is === 'relation' || condition.is === 'zone' || condition.is === 'motion' ? condition : null;
}

/** Of a thing that another one is related to only looks are joined; the rest is said of the outer one. */
function lookAhead(reader: Reader): boolean {
  const word = reader.at('not|also|both') ? reader.peek(1) : reader.peek();
  return isLookWord(word);
}

/** "red or striped": the last condition and what came after it become one. */
function joinLast(phrase: Phrase, before: number): void {
  const added = phrase.conditions.splice(before);
  const last = phrase.conditions.pop();
  if (last === undefined || added.length === 0) phrase.conditions.push(...(last ? [last] : []), ...added);
  else phrase.conditions.push({ is: 'any', of: [last, ...added] });
}
