import { findNoun, singularOf } from './lexicon.ts';
import { type Cond, emptyPhrase, type Phrase } from './phrase.ts';
import { readLine } from './places.ts';
import { addEvent, readPredicates } from './predicates.ts';
import type { Reader } from './reader.ts';
import { findVerb } from './verbs.ts';
import { lookUp, ordinals } from './vocabulary.ts';

/** Reads all that may follow a noun: relative clauses, places, relations, exceptions, the whole that it is part of. */
export function readPostmodifiers(reader: Reader, phrase: Phrase): void {
  while (readOne(reader, phrase)) reader.take('that is why');
}

function readOne(reader: Reader, phrase: Phrase): boolean {
  return (
    readEventTail(reader, phrase) ||
    readExcept(reader, phrase) ||
    readWhose(reader, phrase) ||
    readOf(reader, phrase) ||
    readSubjectClause(reader, phrase) ||
    readRelative(reader, phrase) ||
    attempted(reader, () => readLine(reader, phrase)) ||
    readBare(reader, phrase)
  );
}

const attempted = (reader: Reader, rule: () => boolean) => reader.attempt(rule) === true;

/** "the last thing to come in". */
function readEventTail(reader: Reader, phrase: Phrase): boolean {
  const open = phrase.picks.findIndex((pick) => pick.is === 'order' && pick.open === 'measure');
  const pick = phrase.picks[open];
  if (pick?.is !== 'order' || typeof pick.rank !== 'number') return false;
  const found = emptyPhrase();
  const rank = pick.rank;
  const read = attempted(
    reader,
    () => reader.take('to have|to|that|who|which') !== null && addEvent(reader, found, rank, pick.word),
  );
  if (read) phrase.picks.splice(open, 1, ...found.picks);
  return read;
}

/** "except the red ball", "other than the dog", "but not the box". */
function readExcept(reader: Reader, phrase: Phrase): boolean {
  const other = reader.attempt(() => {
    reader.take(',');
    if (
      reader.take('except for|except|other than|apart from|aside from|excluding|besides|but for|but not') === null &&
      !(phrase.universal && reader.take('but') !== null)
    )
      return null;
    return reader.nounPhrase();
  });
  if (other !== null) phrase.except.push(...[other, ...other.or.splice(0)].map((each) => ofSameKind(phrase, each)));
  return other !== null;
}

/** "all the bottles except the leftmost one": the leftmost of the bottles. */
function ofSameKind(phrase: Phrase, other: Phrase): Phrase {
  if (other.noun !== undefined || phrase.noun === undefined) return other;
  return { ...other, noun: phrase.noun, conditions: [...phrase.conditions, ...other.conditions] };
}

/** "the handle of the mug", "the largest of the balls". */
function readOf(reader: Reader, phrase: Phrase): boolean {
  const whole = reader.attempt(() =>
    reader.at('of the same|of same') || reader.take('of|among|out of|from among|amongst') === null
      ? null
      : reader.nounPhrase(),
  );
  if (whole === null) return false;
  if (phrase.noun === undefined) adopt(phrase, whole);
  else if (findNoun(phrase.noun)?.sort === 'part') phrase.partOf = whole;
  else describeMatter(phrase, whole);
  return true;
}

/** "the cup of coffee on the table": coffee cannot be checked, the rest is said of the cup. */
function describeMatter(phrase: Phrase, matter: Phrase): void {
  if (matter.noun !== undefined) phrase.unknown.push(matter.noun);
  phrase.unknown.push(...matter.unknown);
  phrase.conditions.push(...matter.conditions);
  phrase.picks.push(...matter.picks);
}

/** "the largest of the red balls" is the largest red ball. */
function adopt(phrase: Phrase, base: Phrase): void {
  if (base.noun !== undefined) phrase.noun = base.noun;
  phrase.conditions.unshift(...base.conditions.filter((c) => c.is !== 'count'));
  phrase.picks.unshift(...base.picks);
  phrase.except.push(...base.except);
  phrase.unknown.push(...base.unknown);
  phrase.words.push('of', ...base.words);
  if (base.partOf !== undefined) phrase.partOf = base.partOf;
}

function readRelative(reader: Reader, phrase: Phrase): boolean {
  return attempted(reader, () => {
    reader.take(',');
    if (reader.take('that|which|who|whom') === null) return false;
    return readSubjectClause(reader, phrase) || reader.grammar.predicates(reader, phrase);
  });
}

/** "red and striped", "next to the box", "but not above it": predicates without "that is". */
function readBare(reader: Reader, phrase: Phrase): boolean {
  return attempted(reader, () => {
    reader.take('but also|but|, and|,');
    return readPredicates(reader, phrase);
  });
}

/** "whose shirt is red", "whose handle is black". */
function readWhose(reader: Reader, phrase: Phrase): boolean {
  return attempted(reader, () => {
    if (reader.take('whose') === null) return false;
    const owned = reader.nounPhrase();
    if (owned === null) return false;
    if (reader.at('is|are|was|were|has|have') && !reader.grammar.predicates(reader, owned)) return false;
    phrase.conditions.push(owning({ ...owned, definite: false }));
    return true;
  });
}

function owning(owned: Phrase): Cond {
  const noun = owned.noun ?? '';
  const worn = findNoun(noun)?.sort === 'clothing';
  const colors = owned.conditions.flatMap((c) => (c.is === 'color' ? c.colors : []));
  if (worn) return { is: 'wears', garment: noun, colors, word: [...owned.words, ...colors].join(' ') };
  return { is: 'relation', name: 'hasPart', to: { phrase: owned, every: false }, word: 'whose' };
}

const inverse: Readonly<Record<string, Extract<Cond, { is: 'relation' }>['name']>> = {
  hold: 'heldBy',
  carry: 'heldBy',
  touch: 'touching',
  contain: 'inside',
  cover: 'hiddenBy',
  hide: 'hiddenBy',
  wear: 'heldBy',
  use: 'heldBy',
};
const restingOn = /^(stand|sit|lie|lean|rest|be)$/;

/** "that the man holds", "nobody touches", "the cup is under": somebody else is the subject. */
function readSubjectClause(reader: Reader, phrase: Phrase): boolean {
  return attempted(reader, () => nobodyClause(reader, phrase) || ownerClause(reader, phrase));
}

function nobodyClause(reader: Reader, phrase: Phrase): boolean {
  reader.take('that|which');
  const who = reader.take('nobody|no one|noone|no person|no hand|nothing|somebody|someone|a hand|a person');
  if (who === null) return false;
  reader.take('is|has|had|ever|was|does');
  const verb = findVerb(reader.peek());
  if (verb === undefined || !/^(touch|hold|move|take|carry|grab|pick|lift)$/.test(verb.lemma)) return false;
  const word = reader.next();
  reader.take('up|away');
  const handled: Cond = { is: 'event', types: ['touches', 'is carried by'], word, said: 'was touched' };
  const moved: Cond = { is: 'ever', of: { is: 'motion', code: 'moving', word, said: 'moving' } };
  const none = who.startsWith('no');
  if (none) phrase.conditions.push({ is: 'not', of: handled }, { is: 'not', of: moved });
  else phrase.conditions.push(handled);
  return true;
}

function ownerClause(reader: Reader, phrase: Phrase): boolean {
  reader.take('did|does|do|has|have|had|is|are');
  if (!reader.at('the|a|an') && findNoun(singularOf(reader.peek())) === undefined) return false;
  const owner = reader.nounPhrase();
  if (owner === null) return false;
  const aux = reader.take('is|are|was|were|does|do|did|has|have');
  if (aux !== null && reader.at('on|in|inside|under|behind|in front of|next to|near'))
    return restsSomewhere(reader, phrase, owner);
  const verb = findVerb(reader.peek());
  if (verb === undefined) return false;
  const word = reader.next();
  if (
    /^(hit|touch|bump|collide|meet|kick|push)$/.test(verb.lemma) &&
    (verb.lemma !== 'touch' || verb.forms.includes('past'))
  )
    return touchedBy(reader, phrase, owner, word);
  if (verb.lemma === 'put' || verb.lemma === 'take' || verb.lemma === 'pick')
    return handledBy(reader, phrase, owner, verb.lemma, word);
  const name = restingOn.test(verb.lemma)
    ? restRelation(reader)
    : Object.hasOwn(inverse, verb.lemma)
      ? inverse[verb.lemma]
      : undefined;
  if (name === undefined || name === null) return false;
  phrase.conditions.push({ is: 'relation', name, to: { phrase: owner, every: owner.universal }, word });
  return true;
}

function restsSomewhere(reader: Reader, phrase: Phrase, owner: Phrase): boolean {
  const name = restRelation(reader);
  if (name === null) return false;
  const to = { phrase: owner, every: owner.universal };
  const rests: Cond = { is: 'relation', name, to, word: name };
  const covers: Cond = { is: 'relation', name: 'contains', to, word: name };
  phrase.conditions.push(name === 'on' ? { is: 'any', of: [covers, rests] } : rests);
  return true;
}

/** "the ball bumped into first". */
function touchedBy(reader: Reader, phrase: Phrase, owner: Phrase, word: string): boolean {
  reader.take('into|against|with');
  const rank = lookUp(ordinals, reader.peek());
  if (rank !== undefined) reader.next();
  const to = { phrase: owner, every: false };
  if (rank === undefined)
    phrase.conditions.push({ is: 'event', types: ['touches'], other: to, word, said: 'was touched by' });
  else phrase.picks.push({ is: 'touched', by: owner, rank, word });
  return true;
}

/** "the man put down", "the man picked up". */
function handledBy(reader: Reader, phrase: Phrase, owner: Phrase, lemma: string, word: string): boolean {
  const particle = reader.take('down|up|away|out');
  const by = { phrase: owner, every: false };
  if (particle === 'down')
    phrase.conditions.push({ is: 'event', types: ['is put on', 'is put in'], by, word, said: 'was put down by' });
  else if (lemma !== 'put' && (particle !== null || lemma === 'take'))
    phrase.conditions.push({ is: 'ever', of: { is: 'relation', name: 'heldBy', to: by, word } });
  else return false;
  return true;
}

/** "the skier stands on": the thing is under the skier. */
function restRelation(reader: Reader): Extract<Cond, { is: 'relation' }>['name'] | null {
  const preposition = reader.take('on|in|inside|under|behind|in front of|next to|near');
  const names = {
    on: 'under',
    in: 'contains',
    inside: 'contains',
    under: 'on',
    behind: 'inFrontOf',
    'in front of': 'behind',
    'next to': 'nearTo',
    near: 'nearTo',
  } as const;
  return preposition === null ? null : names[preposition as keyof typeof names];
}
