import { readAuxiliaries } from './auxiliaries.ts';
import { type Fact, thingIn } from './fact.ts';
import { type Conjunction, momentOf, sceneOf, spanOf, speaksOfGap } from './moments.ts';
import { emptyPhrase, type Moment, type Phrase, type Span } from './phrase.ts';
import type { Reader } from './reader.ts';
import { sceneCondition } from './say-facts.ts';
import { takeSeconds } from './time-phrases.ts';
import { findVerb } from './verbs.ts';
import { joinSpans, type When } from './when.ts';

const conjunctions: Readonly<Record<string, Conjunction>> = {
  'as soon as': 'after',
  'later than': 'after',
  'earlier than': 'before',
  'sooner than': 'before',
  'right after': 'after',
  'immediately after': 'after',
  'directly after': 'after',
  'straight after': 'after',
  'immediately before': 'before',
  'directly before': 'before',
  'just after': 'after',
  'shortly after': 'after',
  'right before': 'before',
  'just before': 'before',
  'shortly before': 'before',
  'only after': 'after',
  'even before': 'before',
  'ever since': 'since',
  'at the moment when': 'when',
  'at the moment': 'when',
  'the moment': 'when',
  'at the time when': 'when',
  'at the time': 'when',
  'by the time': 'before',
  'during the time that': 'while',
  'all the time while': 'while',
  'for as long as': 'while',
  'as long as': 'while',
  after: 'after',
  before: 'before',
  while: 'while',
  whilst: 'while',
  whenever: 'while',
  when: 'when',
  once: 'after',
  as: 'when',
  until: 'until',
  till: 'until',
  since: 'since',
  during: 'while',
};
const conjunctionWords = Object.keys(conjunctions).join('|');

/** Reads "after the ball stopped", "while the door was open", "until it hit the box" into the time of a clause. */
export function readTimeClause(reader: Reader, when: When): boolean {
  if (reader.attempt(() => readBetween(reader, when)) === true) return true;
  const lead = reader.attempt(() => {
    const n = takeSeconds(reader);
    return n !== null && reader.at('after|before|of') ? n : null;
  });
  const within = reader.attempt(() => {
    const opened = reader.take('within');
    const n = opened === null ? null : takeSeconds(reader);
    return n !== null && reader.at('after|before|of') ? n : null;
  });
  const word = within !== null && reader.take('of') !== null ? 'after' : reader.take(conjunctionWords);
  const said = word === null ? undefined : conjunctions[word];
  const conjunction = said === 'when' && when.pluperfect ? 'before' : said;
  if (conjunction === undefined) return false;
  if (/^(right|just|shortly|immediately|directly|straight) /.test(word ?? ''))
    when.next = conjunction === 'after' ? 'after' : 'before';
  const clauses = readClauses(reader);
  if (clauses === null) return readElliptic(reader, when, conjunction);
  for (const { fact, when: inner, scene } of clauses) {
    if (!addClause(when, conjunction, fact, inner, scene)) return false;
  }
  if (within !== null || lead !== null) when.span = { ...when.span, within: within ?? (lead as number) };
  return true;
}

/** "between putting down the mug and taking the apple": after the one and before the other. */
function readBetween(reader: Reader, when: When): boolean {
  if (reader.take('in between|between') === null) return false;
  const opening = 'the time when|the time that|the moment when|the time|the moment|when';
  reader.take(opening);
  const first = inClause(reader, () => readClause(reader));
  if (first === null || reader.take(', and|and') === null) return false;
  reader.take(opening);
  const second = inClause(reader, () => readClause(reader));
  if (second === null) return false;
  return (
    addClause(when, 'after', first.fact, first.when, first.scene) &&
    addClause(when, 'before', second.fact, second.when, second.scene)
  );
}

/** "before the kettle", "right after the child in blue": the same happened to them. */
function readElliptic(reader: Reader, when: When, conjunction: Conjunction): boolean {
  if (conjunction !== 'after' && conjunction !== 'before') return false;
  const phrase = inClause(reader, () => {
    reader.mode = 'subject';
    return reader.nounPhrase();
  });
  if (phrase === null || phrase.self) return false;
  reader.take('did|was|were|does|had|has');
  when.elliptic = { way: conjunction, phrase };
  return true;
}

interface Clause {
  readonly fact: Fact | null;
  readonly when: When;
  /** "there was a ball on the table". */
  readonly scene?: Phrase;
}

function addClause(when: When, conjunction: Conjunction, fact: Fact | null, inner: When, scene?: Phrase): boolean {
  if (scene !== undefined || fact === null) {
    if (scene === undefined) return false;
    when.span = joinSpans(when.span, { while: sceneCondition(scene, [], inner.negated || inner.never) });
    return true;
  }
  const who = fact.is === 'event' ? thingIn(fact.roles.who) : thingIn(fact.subject);
  if (conjunction === 'while' && who?.definite) when.meanwhile = { fact, who };
  when.ownSpan ||= speaksOfGap(fact);
  const moment = conjunction === 'when' && !speaksOfGap(fact) ? momentOf(fact, inner) : null;
  const span = spanOf(conjunction, fact, inner);
  if (span === null) return false;
  if (moment !== null) setMoment(when, moment, span, fact, inner);
  else when.span = joinSpans(when.span, span);
  when.until ||= conjunction === 'until';
  when.perfect ||= conjunction === 'since' && !when.negated;
  return true;
}

/** What was so when something happened; when something was so, it may have happened at any time of it. */
function setMoment(when: When, moment: Moment, span: Span, fact: Fact, inner: When): void {
  const lasting = fact.is !== 'event' && fact.aspect === 'state' && !(fact.is === 'property' && fact.once);
  const scene = lasting ? sceneOf(fact, inner) : null;
  if (lasting) when.span = joinSpans(when.span, scene === null ? span : { while: scene });
  else when.whenMoment = { moment, span };
}

/** One clause, or several joined by "and". */
function readClauses(reader: Reader): Clause[] | null {
  const first = inClause(reader, () => readClause(reader));
  if (first === null) return null;
  const more = reader.attempt(() => {
    if (reader.take('and') === null) return null;
    return inClause(reader, () => readFullClause(reader));
  });
  return more === null ? [first] : [first, more];
}

/** Pronouns of a time clause mean the thing that the main clause describes, or what was named last. */
function inClause<T>(reader: Reader, rule: () => T | null): T | null {
  const mode = reader.mode;
  const inner = reader.subordinate;
  reader.subordinate = true;
  const read = reader.attempt(rule);
  reader.mode = mode;
  reader.subordinate = inner;
  return read;
}

function readClause(reader: Reader): Clause | null {
  return reader.attempt(() => readScene(reader)) ?? reader.attempt(() => readGerund(reader)) ?? readFullClause(reader);
}

/** "there was no ball on the table". */
function readScene(reader: Reader): Clause | null {
  if (reader.take('there') === null) return null;
  const { when } = readAuxiliaries(reader);
  const none = reader.take('no|not any') !== null;
  const scene = reader.nounPhrase();
  return (
    scene && { fact: null, when: { ...when, negated: when.negated || none }, scene: { ...scene, definite: false } }
  );
}

/** "after leaving the table": whoever the main clause speaks of does it. */
function readGerund(reader: Reader): Clause | null {
  const here = reader.take('not') !== null;
  const verb = findVerb(reader.peek());
  const going = (verb?.forms.includes('ing') ?? false) || reader.at('being|having|on|in|inside|under|behind|near');
  if (!going) return null;
  const read = reader.grammar.predicate(reader, reader.host, false, true);
  return read && { fact: read.fact, when: { ...read.when, negated: read.when.negated || here } };
}

function readFullClause(reader: Reader): Clause | null {
  const none = reader.take('nobody|nothing|no one|noone|nothing else|no') ?? null;
  const subject = subjectOf(reader, none);
  if (subject === null) return null;
  reader.take('both|all|each');
  const read = reader.grammar.predicate(reader, subject, false, true);
  return read && { fact: read.fact, when: none === null ? read.when : { ...read.when, negated: true } };
}

function subjectOf(reader: Reader, none: string | null): Phrase | null {
  const mode = reader.mode;
  reader.mode = 'subject';
  const subject = none !== null && none !== 'no' ? emptyPhrase() : reader.nounPhrase();
  reader.mode = mode;
  return subject === null ? null : none === null ? subject : { ...subject, definite: false };
}
