import { type EventFact, type Fact, isGap, referTo, thingIn } from './fact.ts';
import type { Cond, Happening, Moment, Phrase, Span } from './phrase.ts';
import { beginningOf, happeningOf, joined, sayOfGap, sceneCondition, stateOf } from './say-facts.ts';
import { hasSpan, type When } from './when.ts';

export type Conjunction = 'after' | 'before' | 'while' | 'when' | 'until' | 'since';

/** True where the clause speaks of the thing that the main clause describes. */
export function speaksOfGap(fact: Fact): boolean {
  if (fact.is === 'event') return Object.values(fact.roles).some(isGap);
  return isGap(fact.subject) || (fact.is === 'relation' && isGap(fact.to));
}

/** "after the ball stopped" as a stretch of time; null where the clause names nothing that happens. */
export function spanOf(conjunction: Conjunction, fact: Fact, when: When): Span | null {
  if (speaksOfGap(fact)) return ownSpan(conjunction, fact, when);
  if (conjunction === 'while') return whileSpan(fact, when);
  const moment = momentOf(fact, when);
  if (moment === null) return null;
  if (conjunction === 'after' || conjunction === 'since') return { after: moment };
  if (conjunction === 'before' || conjunction === 'until') return { before: moment };
  return { while: happenedBy(fact, when) };
}

/** "after it hit the box", said of the thing itself: while it has hit the box. */
function ownSpan(conjunction: Conjunction, fact: Fact, when: When): Span | null {
  const said = sayOfGap(fact, { ...when, past: false, perfect: false });
  const own = said === null || said.conditions.length === 0 ? null : joined(said.conditions);
  if (own === null) return null;
  if (conjunction === 'while') return { while: own };
  const done: Cond = own.is === 'event' || own.is === 'role' || own.is === 'compare' ? own : { is: 'ever', of: own };
  if (conjunction === 'when') return { while: own };
  return { while: conjunction === 'before' || conjunction === 'until' ? { is: 'not', of: done } : done };
}

/** "while the green box stood still": such a box is there. */
function whileSpan(fact: Fact, when: When): Span | null {
  const scene = sceneOf(fact, when);
  return scene === null ? null : { while: scene };
}

/** What a clause without a gap says of the scene, at the moment asked about. */
export function sceneOf(fact: Fact, { negated, never }: When): Cond | null {
  const subject = mainThing(fact);
  if (subject === null) return null;
  const state = fact.is === 'event' ? [ongoing(fact)] : stateOf({ ...fact, subject: 'gap' });
  if (state?.length === 1 && isAbsence(state[0])) return sceneCondition(subject, [], !(negated || never));
  return state === null ? null : sceneCondition(subject, state, negated || never);
}

/** What is away is none of the things that are there. */
const isAbsence = (c: Cond | undefined) => c?.is === 'not' && c.of.is === 'plain' && c.of.code === 'present';

function mainThing(fact: Fact): Phrase | null {
  const filler = fact.is === 'event' ? (fact.roles.who ?? fact.roles.other ?? fact.roles.by) : fact.subject;
  return thingIn(filler) ?? null;
}

/** "while the ball was passing behind the wall": nothing but that it goes on moving is known of most events. */
function ongoing({ types, roles, word, said }: EventFact): Cond {
  const to = referTo(roles.other);
  const relation = types.length === 1 && to !== undefined ? relationDuring[types[0] ?? ''] : undefined;
  if (relation !== undefined && to !== undefined) return { is: 'relation', name: relation, to, word };
  return { is: 'event', ...happeningOf({ is: 'event', types, roles: { ...roles, who: 'gap' }, word, said }) };
}

const relationDuring: Readonly<
  Record<string, 'heldBy' | 'touching' | 'approaching' | 'recedingFrom' | 'behind' | 'inFrontOf' | 'hiddenBy'>
> = {
  'is carried by': 'heldBy',
  touches: 'touching',
  approaches: 'approaching',
  recedes: 'recedingFrom',
  'passes behind': 'behind',
  'passes in front of': 'inFrontOf',
  'is covered by': 'hiddenBy',
};

/** "when the ball stopped", of something that happens: the ball has stopped, in this very frame or before. */
function happenedBy(fact: Fact, when: When): Cond {
  const happening = happeningIn(fact, when);
  const who = happening?.who?.phrase ?? mainThing(fact);
  if (happening === null || who === null) return { is: 'plain', code: 'present', word: fact.word, said: 'there' };
  return sceneCondition(who, [{ is: 'event', ...happening, who: undefined }], false);
}

/** The moment at which a clause without a gap came true, the first time if nothing else is said. */
export function momentOf(fact: Fact, when: When): Moment | null {
  const event = happeningIn(fact, when);
  return event === null ? null : { is: 'happening', event, rank: when.rank ?? (when.again ? 2 : 1) };
}

function happeningIn(fact: Fact, when: When): Happening | null {
  const limits = hasSpan(when.span) ? { span: when.span } : {};
  if (fact.is === 'event') return { ...happeningOf(fact), ...limits };
  const subject = thingIn(fact.subject);
  const state = stateOf({ ...fact, subject: 'gap' });
  if (subject === undefined || state === null || state.length === 0) return null;
  const who = { phrase: subject, every: false };
  if (fact.aspect !== 'state')
    return {
      types: [],
      edge: { way: fact.aspect, of: joined(state) },
      who,
      word: fact.word,
      said: 'came to be',
      ...limits,
    };
  const begun = beginningOf(when.negated ? { is: 'not', of: joined(state) } : joined(state), fact.word);
  return { ...begun, who, ...limits };
}
