import {
  type EventFact,
  type Fact,
  inverseRelation,
  isGap,
  type PropertyFact,
  type RelationFact,
  referTo,
  spreadFact,
  thingIn,
} from './fact.ts';
import { ownLooks } from './own-looks.ts';
import type { Cond, EventRole, Happening, Measured, Phrase, Pick, Reference, Span } from './phrase.ts';
import { hasSpan, joinSpans, type When } from './when.ts';

/** What a clause says of the thing in its gap. */
export interface SaidOfGap {
  readonly conditions: readonly Cond[];
  readonly picks: readonly Pick[];
}

/** The clause as conditions on, and choices among, the things in its gap; null where it has none. */
export function sayOfGap(fact: Fact, when: When): SaidOfGap | null {
  const { each, not } = spreadFact(fact);
  if (each.length < 2 && not === null) return sayOne(each[0] ?? fact, when);
  const said = [
    ...each.map((one) => sayOne(one, when)),
    not === null ? null : sayOne(not, { ...when, negated: !when.negated }),
  ];
  const known = said.filter((one) => one !== null);
  return known.length === 0
    ? null
    : { conditions: known.flatMap((s) => s.conditions), picks: known.flatMap((s) => s.picks) };
}

function sayOne(fact: Fact, when: When): SaidOfGap | null {
  if (fact.is === 'event') return sayEvent(fact, when);
  const state = stateOf(fact);
  if (state === null) return null;
  const picks = fact.is === 'property' && !when.negated && !when.never ? fact.picks : [];
  if (fact.aspect !== 'state' && state.length > 0) {
    const edge = { way: fact.aspect, of: joined(state) } as const;
    const said = sayHappening({ types: [], edge, word: fact.word, said: edgeSaid(fact.aspect) }, 'who', when);
    return { conditions: said.conditions, picks: [...said.picks, ...picks] };
  }
  if (state.length === 0) return { conditions: [], picks };
  const lasting = fact.lasting === true;
  const now = fact.is === 'property' ? timeOf(fact, when) : {};
  const said = sayState(
    joined(state),
    { ...when, ...now, always: when.always || (lasting && isPast(when)) },
    fact.word,
  );
  return { conditions: said.conditions, picks: [...said.picks, ...picks] };
}

/** What is asked of now has no past; "has moved since" is once, "has been moving since" all the time. */
function timeOf({ now, once }: PropertyFact, { past, perfect, seconds }: When): Partial<When> {
  if (now) return { past: false, perfect: false };
  return once && seconds === undefined ? { past: past || perfect, perfect: false } : {};
}

const edgeSaid = (aspect: 'begins' | 'ends') => (aspect === 'begins' ? 'came to be' : 'ceased to be');
const isPast = ({ past, perfect, span }: When) => past || perfect || hasSpan(span);

/** Conditions on the gap of a relation or a property; null where neither end is the gap. */
export function stateOf(fact: Exclude<Fact, EventFact>): readonly Cond[] | null {
  if (fact.is === 'property') return isGap(fact.subject) ? fact.conditions : null;
  const { name, subject, to, word, every = false } = fact;
  if (isGap(subject)) {
    const other = thingIn(to);
    return other === undefined ? null : [ownLooks({ is: 'relation', name, to: { phrase: other, every }, word })];
  }
  const other = thingIn(subject);
  if (!isGap(to) || other === undefined) return null;
  return inverseCondition(name, { phrase: other, every: other.universal }, word);
}

/** What something is on holds it up: it may also be inside. */
function inverseCondition(name: keyof typeof inverseRelation, to: Reference, word: string): readonly Cond[] {
  if (name === 'under') {
    const either = (['contains', 'on'] as const).map((n) => ({ is: 'relation', name: n, to, word }) as const);
    return [{ is: 'any', of: either }];
  }
  if (name === 'with') {
    const either = (['heldBy', 'partOf', 'inside'] as const).map(
      (n) => ({ is: 'relation', name: n, to, word }) as const,
    );
    return [{ is: 'any', of: either }];
  }
  const towards = name === 'approaching' || name === 'recedingFrom';
  // The one that is approached need not move itself: the mover is asked for from its side.
  if (!towards) return [{ is: 'relation', name: inverseRelation[name], to, word }];
  const type = name === 'approaching' ? 'approaches' : 'recedes';
  return [{ is: 'role', role: 'other', event: { types: [type], who: to, word, said: type } }];
}

export const joined = (conditions: readonly Cond[]): Cond => {
  const [first] = conditions;
  return conditions.length === 1 && first !== undefined ? first : { is: 'all', of: conditions };
};

const symmetric = new Set(['touches', 'lets go', 'merges']);

/** States during which an event lasts: how long it took is how long the state held. */
const during: Readonly<
  Record<string, 'heldBy' | 'touching' | 'approaching' | 'recedingFrom' | 'hiddenBy' | 'on' | 'inside'>
> = {
  'is carried by': 'heldBy',
  touches: 'touching',
  approaches: 'approaching',
  recedes: 'recedingFrom',
  'is covered by': 'hiddenBy',
  'is put on': 'on',
  'is put in': 'inside',
};

const isCounted = ({ times, again, best, compared }: When) =>
  times !== undefined || again || best?.what === 'times' || compared?.what === 'times';

function asState({ types, roles, word }: EventFact): RelationFact | null {
  const name = types.length === 1 ? during[types[0] ?? ''] : undefined;
  const { who, other } = roles;
  if (name === undefined || who === undefined || other === undefined) return null;
  return { is: 'relation', name, subject: who, to: other, aspect: 'state', word };
}

function sayEvent(fact: EventFact, when: When): SaidOfGap | null {
  const long = when.seconds !== undefined || when.best?.what === 'duration' || when.compared?.what === 'duration';
  const during = fact.lasts === true && (when.at ?? when.whenMoment ?? when.span.while) !== undefined;
  const state = long || during ? asState(fact) : null;
  if (state !== null) return sayOfGap(state, when);
  const counted = (isCounted(when) || when.ownSpan) && !isGap(fact.roles.who) ? asState(fact) : null;
  if (counted !== null)
    return when.ownSpan ? sayOfGap({ ...counted, aspect: 'begins' }, when) : sayOfGap(counted, when);
  const roles = when.rank === undefined ? swapped(fact) : fact.roles;
  const role = (['who', 'other', 'by'] as const).find((r) => isGap(roles[r]));
  return role === undefined ? null : sayHappening(happeningOf({ ...fact, roles }), role, when);
}

/** Of two that touch each is the one that touches: the thing described comes first. */
function swapped({ types, roles }: EventFact): EventFact['roles'] {
  if (!types.every((type) => symmetric.has(type)) || !isGap(roles.other)) return roles;
  return { ...roles, who: roles.other, other: roles.who };
}

/** The happening of a fact, its gap left open. */
export function happeningOf({ types, roles, word, said }: EventFact): Happening {
  return { types, who: referTo(roles.who), other: referTo(roles.other), by: referTo(roles.by), word, said };
}

function sayHappening(plain: Happening, role: EventRole, given: When): SaidOfGap {
  const when = { ...given, rank: given.rank ?? nextRank(given) };
  const span = joinSpans(joinSpans(when.span, when.whenMoment?.span ?? {}), ellipticSpan(plain, role, when));
  const event: Happening = { ...plain, ...(hasSpan(span) ? { span } : {}) };
  const word = when.rankWord ?? plain.word;
  if (when.rank !== undefined && !when.negated)
    return { conditions: [], picks: [{ is: 'event', event: orAppears(event), role, rank: when.rank, word }] };
  const counted = role === 'who' ? sayCount(event, when) : null;
  if (counted !== null) return counted;
  const uncounted: Cond[] = role !== 'who' && isCounted(when) ? [{ is: 'unseen', said: 'so often' }] : [];
  const happened: Cond = role === 'who' ? { is: 'event', ...event } : { is: 'role', role, event };
  const lasting = when.at === undefined ? happened : ({ is: 'at', moment: when.at, of: happened } as const);
  return { conditions: [negateIf(when.negated || when.never, lasting), ...uncounted], picks: [] };
}

/** Right after is the first after; just before is the last before. */
function nextRank({ next }: When): number | undefined {
  return next === undefined ? undefined : next === 'after' ? 1 : -1;
}

/** The time when the same happened with another thing in the place of the gap. */
function ellipticSpan(plain: Happening, role: EventRole, { elliptic }: When): Span {
  if (elliptic === undefined) return {};
  const event = { ...plain, [role]: { phrase: elliptic.phrase, every: false } };
  return { [elliptic.way]: { is: 'happening', event, rank: 1 } };
}

/** Who comes in first may be one that appears in the middle of the picture. */
const orAppears = (event: Happening): Happening =>
  event.types.length === 1 && event.types[0] === 'enters' ? { ...event, types: ['enters', 'appears'] } : event;

function sayCount(event: Happening, when: When): SaidOfGap | null {
  const measure: Measured = { is: 'times', event };
  const { times, again, best, compared } = when;
  if (times !== undefined) return { conditions: [timesCondition(measure, times, event, when.negated)], picks: [] };
  if (again) return { conditions: [againCondition(event)], picks: [] };
  if (best !== undefined && best.what !== 'speed')
    return {
      conditions: [],
      picks: [{ is: 'measure', measure, direction: best.direction, rank: best.rank, word: best.word }],
    };
  if (compared === undefined) return null;
  const than = { is: 'those', to: compared.to } as const;
  return { conditions: [{ is: 'compare', op: compared.op, measure, than, word: compared.word }], picks: [] };
}

function timesCondition(
  measure: Measured,
  { op, n }: NonNullable<When['times']>,
  { word }: Happening,
  negated: boolean,
): Cond {
  return negateIf(negated, { is: 'compare', op, measure, than: { is: 'number', n }, word });
}

/** Moved again: it had stopped before. All else has happened twice. */
function againCondition(event: Happening): Cond {
  const stopped: Cond = { is: 'event', types: ['stops'], word: 'stopped', said: 'stopped' };
  if (event.types.includes('starts'))
    return { is: 'event', ...event, span: joinSpans(event.span ?? {}, { while: stopped }) };
  return {
    is: 'compare',
    op: 'more',
    measure: { is: 'times', event },
    than: { is: 'number', n: 1 },
    word: `${event.word} again`,
  };
}

const negateIf = (negated: boolean, of: Cond): Cond => (negated ? { is: 'not', of } : of);

function sayState(state: Cond, when: When, word: string): SaidOfGap {
  const extent = sayExtent(state, when, word);
  if (extent !== null) return extent;
  return { conditions: [stateInTime(state, when)], picks: [] };
}

/** How long, how far, how fast: choices and comparisons by measure. */
function sayExtent(state: Cond, when: When, word: string): SaidOfGap | null {
  const { best, compared, seconds, rank, times, again } = when;
  const extent = (what: NonNullable<When['best']>['what']) => extentOf(what, state, when, word);
  if (best !== undefined)
    return {
      conditions: [],
      picks: [
        { is: 'measure', measure: extent(best.what), direction: best.direction, rank: best.rank, word: best.word },
      ],
    };
  if (compared !== undefined) {
    const than = { is: 'those', to: compared.to } as const;
    return {
      conditions: [{ is: 'compare', op: compared.op, measure: extent(compared.what), than, word: compared.word }],
      picks: [],
    };
  }
  if (seconds !== undefined) return { conditions: [sayHowLong(state, when, word)], picks: [] };
  // "was on the sofa before the white one": from the start, it may be.
  if (state.is === 'relation' && when.elliptic?.way === 'before' && rank === undefined && when.next === undefined)
    return {
      conditions: [{ is: 'ever', of: state, span: ellipticSpan(beginningOf(state, word), 'who', when) }],
      picks: [],
    };
  if (rank !== undefined || times !== undefined || when.elliptic !== undefined || (again && isPast(when)))
    return sayHappening(beginningOf(state, word), 'who', when);
  return null;
}

function extentOf(what: NonNullable<When['best']>['what'], state: Cond, { span }: When, word: string): Measured {
  const limits = hasSpan(span) ? { span } : {};
  if (what === 'speed') return { is: 'now', by: 'speed' };
  if (what === 'times') return { is: 'times', event: { ...beginningOf(state, word), ...limits } };
  if (what === 'travelled' && isMoving(state)) return { is: 'travelled', ...limits };
  return { is: 'duration', of: state, ...limits };
}

const isMoving = (c: Cond) => c.is === 'motion' && c.code === 'moving';

/** "has been moving for two seconds" is true now; "moved for two seconds" was true at any time. */
function sayHowLong(state: Cond, when: When, word: string): Cond {
  const { op, n } = when.seconds ?? { op: 'more', n: 0 };
  const now = op !== 'less' && !hasSpan(when.span) && (when.perfect || !when.past);
  if (now) return { is: 'held', of: negateIf(when.negated, state), seconds: n };
  const measure = extentOf('duration', state, when, word);
  return negateIf(when.negated, { is: 'compare', op, measure, than: { is: 'number', n }, word });
}

/** The beginning of a state as a happening; of moving it is an event of the twin. */
export function beginningOf(state: Cond, word: string): Happening {
  if (state.is === 'relation' && state.name === 'touching')
    return { types: ['touches'], other: state.to, word, said: 'touched' };
  if (isMoving(state)) return { types: ['starts'], word, said: 'started to move' };
  if (state.is === 'not' && isMoving(state.of)) return { types: ['stops'], word, said: 'stopped' };
  return { types: [], edge: { way: 'begins', of: state }, word, said: 'came to be' };
}

/** "has grown": the past is in it already. */
const comparesTimes = (c: Cond) => c.is === 'compare' && c.than.is === 'measure' && c.than.measure.is === 'then';

/** A state at its time: now, at a moment, at some or at all moments of a span. */
function stateInTime(state: Cond, when: When): Cond {
  const { negated, never, ever, noLonger, past, perfect, span } = when;
  const always = when.always || (when.sinceStart === true && perfect && !negated);
  const at = always || (when.sinceStart && negated) ? undefined : (when.at ?? when.whenMoment?.moment);
  const limits = hasSpan(span) ? { span } : {};
  if (state.is === 'ever' || comparesTimes(state)) return negateIf(negated || never, state);
  if (noLonger)
    return {
      is: 'all',
      of: [
        { is: 'not', of: state },
        { is: 'ever', of: state },
      ],
    };
  if (at !== undefined && !never) return negateIf(negated, { is: 'at', moment: at, of: state });
  if (never) return { is: 'not', of: { is: 'ever', of: state, ...limits } };
  if (when.until && !always && !negated && state.is !== 'not') return untilThen(state, span);
  const all = always || when.until || (perfect && span.after !== undefined);
  if (all && state.is === 'not' && !negated) return { is: 'not', of: { is: 'ever', of: state.of, ...limits } };
  if (all && !(negated && !always)) return negateIf(negated, { is: 'always', of: state, ...limits });
  if (past || perfect || ever || hasSpan(span)) return negateIf(negated, { is: 'ever', of: state, ...limits });
  return negateIf(negated, state);
}

/** Until something happened: so just before it. Until the thing itself did something: so at any time before. */
function untilThen(state: Cond, span: Span): Cond {
  if (span.before !== undefined) return { is: 'ever', of: state, span: { ...span, within: 0.5 } };
  const ended = span.while?.is === 'not' ? [span.while.of] : [];
  return { is: 'all', of: [{ is: 'ever', of: state, span }, ...ended] };
}

/** A state as a condition of the scene: such things, in this state, are there. */
export function sceneCondition(subject: Phrase, conditions: readonly Cond[], negated: boolean): Cond {
  const things = { ...subject, definite: false, conditions: [...subject.conditions, ...conditions] };
  return negateIf(negated, { is: 'exists', phrase: things });
}

export type { PropertyFact };
