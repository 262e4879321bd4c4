import type { Cond, EventRole, Phrase, Pick, Reference, RelationName } from './phrase.ts';

/** What stands in a place of a clause: a thing, or the gap: the thing that the clause describes. */
export type Filler = Phrase | 'gap';

/** What a clause says, before its time is settled. */
export type Fact = EventFact | RelationFact | PropertyFact;

/** Something happened; any of the types will do. */
export interface EventFact {
  readonly is: 'event';
  readonly types: readonly string[];
  readonly roles: { readonly [K in EventRole]?: Filler | undefined };
  /** It goes on for a while: at a moment, or while something else is so, the state is asked for. */
  readonly lasts?: boolean;
  readonly word: string;
  readonly said: string;
}

/** How a relation or a property is meant: it holds, it came to hold, it ceased to hold. */
export type Aspect = 'state' | 'begins' | 'ends';

export interface RelationFact {
  readonly is: 'relation';
  readonly name: RelationName;
  readonly subject: Filler;
  readonly to: Filler;
  readonly every?: boolean;
  readonly aspect: Aspect;
  /** All the time, where it is said of the past: "stayed on the table". */
  readonly lasting?: boolean;
  readonly word: string;
}

/** Something true of the subject alone; choices ("is the largest") may come with it. */
export interface PropertyFact {
  readonly is: 'property';
  readonly subject: Filler;
  readonly conditions: readonly Cond[];
  readonly picks: readonly Pick[];
  readonly aspect: Aspect;
  /** It means all the time where it is said of the past: "stood still", "stayed on the table". */
  readonly lasting?: boolean;
  /** It is asked of now, whatever the tense: where something went is where it is. */
  readonly now?: boolean;
  /** It is said as something done ("has been moved"), not as going on. */
  readonly once?: boolean;
  readonly word: string;
}

/** The relation as seen from the other side. */
export const inverseRelation: Readonly<Record<RelationName, RelationName>> = {
  leftOf: 'rightOf',
  rightOf: 'leftOf',
  above: 'below',
  below: 'above',
  behind: 'inFrontOf',
  inFrontOf: 'behind',
  nearTo: 'nearTo',
  touching: 'touching',
  on: 'under',
  under: 'on',
  inside: 'contains',
  contains: 'inside',
  holds: 'heldBy',
  heldBy: 'holds',
  hides: 'hiddenBy',
  hiddenBy: 'hides',
  partOf: 'hasPart',
  hasPart: 'partOf',
  approaching: 'approaching',
  recedingFrom: 'recedingFrom',
  sameColor: 'sameColor',
  sameShape: 'sameShape',
  sameLabel: 'sameLabel',
  with: 'with',
};

export const isGap = (filler: Filler | undefined): boolean =>
  filler === 'gap' || (filler !== undefined && filler.self === true);

/** One fact for each of "the printer and the desk"; "but not the desk" is what is not so. */
export function spreadFact(fact: Fact): { readonly each: readonly Fact[]; readonly not: Fact | null } {
  const place =
    fact.is === 'event' ? (['who', 'other', 'by'] as const).find((role) => isSeveral(fact.roles[role])) : undefined;
  if (fact.is === 'event' && place !== undefined)
    return spread(fact.roles[place], (to) => ({ ...fact, roles: { ...fact.roles, [place]: to } }));
  if (fact.is === 'relation' && isSeveral(fact.to)) return spread(fact.to, (to) => ({ ...fact, to }));
  if (fact.is === 'relation' && isSeveral(fact.subject))
    return spread(fact.subject, (subject) => ({ ...fact, subject }));
  return { each: [fact], not: null };
}

const isSeveral = (filler: Filler | undefined): filler is Phrase =>
  filler !== undefined && filler !== 'gap' && (filler.each === true || filler.butNot !== undefined);

function spread(filler: Filler | undefined, write: (to: Phrase) => Fact): { each: Fact[]; not: Fact | null } {
  if (filler === undefined || filler === 'gap') return { each: [], not: null };
  const { each, butNot, or, ...one } = filler;
  const all = each ? [{ ...one, or: [] }, ...or] : [{ ...one, or }];
  return { each: all.map(write), not: butNot === undefined ? null : write(butNot) };
}

/** The thing in a place that is no gap. */
export function thingIn(filler: Filler | undefined): Phrase | undefined {
  return filler === undefined || filler === 'gap' || filler.self ? undefined : filler;
}

export function referTo(filler: Filler | undefined): Reference | undefined {
  const phrase = thingIn(filler);
  return phrase === undefined ? undefined : { phrase, every: false };
}
